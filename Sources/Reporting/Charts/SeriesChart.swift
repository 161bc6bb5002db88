// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

/// How one quantity went in each arm over the days of a simulation, the arm of the subject before the others.
enum SeriesChart {
    static func markup(
        _ quantity: SocietySummary.Series.Quantity,
        _ series: [SocietySummary.Series],
        slotsPerDay: Int,
        id: String
    ) -> Markup {
        let daily = Double(max(1, slotsPerDay))
        let curves = series.map { series in
            Exhibit.Curve(name: series.arm, points: points(series.values, slotsPerDay: max(1, slotsPerDay)))
        }
        let values = curves.flatMap(\.points).map(\.y).filter { LinearScale.isDrawable($0) }
        let days = Double(series.map(\.values.count).max() ?? 0) / daily
        let domain = domain(of: values)
        let style =
            quantity.isShare
            ? NumberStyle(
                unit: "share",
                key: "",
                value: domain.upperBound,
                width: domain.upperBound - domain.lowerBound
            )
            : NumberStyle(unit: "", key: "", value: values.max(), width: domain.upperBound - domain.lowerBound)
        return LineChart(
            curves: curves,
            x: 0...max(days, 1 / daily),
            y: domain,
            xStyle: NumberStyle(decimals: 0, unitName: "days"),
            yStyle: style,
            yName: "↑ \(quantity.unit)",
            hasDiagonal: false,
            isFirstLeading: true
        ).markup(id: id, title: "\(quantity.title), \(quantity.unit)")
    }

    /// One point a day, in its middle: within a day people come and go by the hour.
    ///
    /// Less than two days are drawn step by step.
    static func points(_ values: [Double], slotsPerDay: Int) -> [Exhibit.Point] {
        let width = values.count >= 2 * slotsPerDay ? slotsPerDay : 1
        return stride(from: 0, to: values.count, by: width).compactMap { start in
            let day = values[start..<min(start + width, values.count)].filter { LinearScale.isDrawable($0) }
            guard !day.isEmpty else { return nil }
            let middle = Double(start) + Double(min(width, values.count - start)) / 2
            return Exhibit.Point(middle / Double(slotsPerDay), day.reduce(0, +) / Double(day.count))
        }
    }

    /// From 0, unless all values lie so far from it that the arms could not be told apart.
    private static func domain(of values: [Double]) -> ClosedRange<Double> {
        guard let low = values.min(), let high = values.max() else { return 0...1 }
        let pad = (high - low) * 0.08
        if low > 0, high - low < low / 2 { return max(0, low - pad - (high - low) * 0.2)...(high + pad) }
        return min(0, low)...max(high + pad, 0)
    }
}
