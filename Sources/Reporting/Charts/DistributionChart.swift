// SPDX-License-Identifier: Apache-2.0
internal import Measures

/// What share of people lies in each bin, as steps, an arm each.
enum DistributionChart {
    static func markup(_ curves: [Exhibit.Curve], unit: String, id: String, title: String) -> Markup {
        let bins = curves
        let curves = bins.map { Exhibit.Curve(name: $0.name, points: steps($0.points)) }
        let points = curves.flatMap(\.points)
        let (across, up) = (points.map(\.x), points.map(\.y))
        let reach = across.map(\.magnitude).max()
        return LineChart(
            curves: curves,
            x: (across.min() ?? 0)...(across.max() ?? 1),
            y: min(0, up.min() ?? 0)...max(up.max() ?? 1, 0),
            xStyle: NumberStyle(unit: unit, key: "", value: reach),
            yStyle: NumberStyle(scale: 100, decimals: 0, suffix: "\u{202F}%"),
            yName: "↑ people, per cent",
            hasDiagonal: false,
            told: bins
        ).markup(id: id, title: title)
    }

    /// The outline of bars around the middles of bins, which are as wide as they are apart.
    static func steps(_ points: [Exhibit.Point]) -> [Exhibit.Point] {
        let drawable = points.filter { LinearScale.isDrawable($0.x) && LinearScale.isDrawable($0.y) }
        guard drawable.count > 1, let first = drawable.first, let last = drawable.last else { return drawable }
        let half = (last.x - first.x) / Double(drawable.count - 1) / 2
        let outline = drawable.flatMap { [Exhibit.Point($0.x - half, $0.y), Exhibit.Point($0.x + half, $0.y)] }
        return [Exhibit.Point(first.x - half, 0)] + outline + [Exhibit.Point(last.x + half, 0)]
    }
}
