// SPDX-License-Identifier: Apache-2.0
internal import Measures

/// Exposure by position on the page, a line an arm or a part.
enum RankChart {
    static func markup(_ curves: [Exhibit.Curve], id: String, title: String) -> Markup {
        let points = curves.flatMap(\.points).filter { LinearScale.isDrawable($0.x) && LinearScale.isDrawable($0.y) }
        let ranks = points.map(\.x)
        let values = points.map(\.y)
        let most = values.max() ?? 1
        let high = NumberStyle(unit: "", key: "", value: most)
        return LineChart(
            curves: curves,
            x: (ranks.min() ?? 0)...(ranks.max() ?? 1),
            y: min(0, values.min() ?? 0)...max(most * 1.05, 0),
            xStyle: NumberStyle(decimals: 0, unitName: "position on the page"),
            yStyle: high,
            yName: "↑ exposure",
            hasDiagonal: false
        ).markup(id: id, title: title)
    }
}
