// SPDX-License-Identifier: Apache-2.0
internal import Measures

/// Cumulative shares: what part of all exposure the least seen x per cent of the authors get together.
enum LorenzChart {
    static func markup(_ curves: [Exhibit.Curve], id: String, title: String) -> Markup {
        let share = NumberStyle(
            scale: 100,
            decimals: 0,
            suffix: "\u{202F}%",
            unitName: "authors, per cent, least seen first"
        )
        return LineChart(
            curves: curves,
            x: 0...1,
            y: 0...1,
            xStyle: share,
            yStyle: share,
            yName: "↑ exposure, per cent",
            hasDiagonal: true
        ).markup(id: id, title: title)
    }
}
