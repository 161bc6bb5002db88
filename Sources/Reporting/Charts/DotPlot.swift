// SPDX-License-Identifier: Apache-2.0
internal import Measures

/// One dot a cluster: where there are too few for an interval, all of them are shown.
struct DotPlot {
    /// More clusters are left to the CSV twin.
    static let mostRows = 40

    private static let width = 360.0
    private static let rowHeight = 20.0
    private static let left = 118.0

    let values: [Exhibit.ClusterValue]
    /// The style of the figure that the clusters make up.
    let style: NumberStyle
    let neutral: Double?

    /// The drawing.
    func markup(id: String, title: String) -> Markup {
        let rows = values.prefix(Self.mostRows)
        let foot = 6 + Self.rowHeight * Double(rows.count)
        var drawing = Drawing(width: Self.width, height: foot + 34)
        let finite = rows.map(\.value).filter { LinearScale.isDrawable($0) }
        var (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        if let neutral, neutral > low - 2 * (high - low), neutral < high + 2 * (high - low) {
            (low, high) = (min(low, neutral), max(high, neutral))
        }
        let pad = (high - low) * 0.06
        let scale = LinearScale((low - pad)...(high + pad), from: Self.left, to: Self.width - 14)
        Axis(scale: scale, style: style).draw(at: foot, above: 4, into: &drawing)
        if let neutral, scale.contains(neutral) {
            drawing.line(scale.place(neutral), 4, scale.place(neutral), foot, "neutral")
        }
        for (index, row) in rows.enumerated() {
            let y = 16 + Self.rowHeight * Double(index)
            let name = PrintableText.line(row.name)
            drawing.text(DisplayWidth.shortened(name, to: 17), Self.left - 10, y + 4, anchor: .end, full: name)
            if LinearScale.isDrawable(row.value) { drawing.circle(scale.place(row.value), y, 4, "dot") }
        }
        let described = rows.map { "\(PrintableText.line($0.name)) \(style.text($0.value))" }
        return drawing.markup(id: id, title: title, description: described.joined(separator: "; ") + ".")
    }
}
