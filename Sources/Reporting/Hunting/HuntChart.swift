// SPDX-License-Identifier: Apache-2.0
internal import Society

/// A line a world, the worst on top: the ranker, the reference, and where beyond-what-is-tolerated begins in that world.
struct HuntChart {
    /// More worlds are drawn as every second, third … of their order.
    private static let mostRows = 100
    private static let width = 520.0
    private static let left = 66.0

    let outcomes: [HuntOutcome]
    let words: HuntWords
    /// The world of the story.
    let told: Int?

    /// The drawing.
    func markup(id: String, title: String) -> Markup {
        let rows = chosen
        let height = min(max(420 / Double(max(rows.count, 1)), 5), 14)
        let foot = 10 + height * Double(rows.count)
        var drawing = Drawing(width: Self.width, height: foot + 34)
        let values = rows.flatMap { [$0.subject, $0.reference, words.limit($0.reference)] }.filter {
            LinearScale.isDrawable($0)
        }
        let (low, high) = (min(values.min() ?? 0, words.style.scale == 100 ? 0 : .infinity), values.max() ?? 1)
        let pad = (high - low) * 0.03
        let scale = LinearScale(
            (low == 0 ? 0 : low - pad)...(high + pad),
            from: Self.left,
            to: Self.width - 14
        )
        Axis(scale: scale, style: words.style).draw(at: foot, above: 4, into: &drawing)
        let radius = min(height * 0.42, 4)
        for (index, row) in rows.enumerated() {
            let y = 8 + height * (Double(index) + 0.5)
            let places = [row.subject, row.reference, words.limit(row.reference)].map { scale.clamped($0) }
            drawing.line(places[0], y, places[1], y, "stem")
            drawing.line(places[2], y - height * 0.42, places[2], y + height * 0.42, "edge")
            drawing.circle(places[1], y, radius, "level")
            drawing.circle(places[0], y, radius, "dot")
            if row.world == told { drawing.text("the story →", Self.left - 6, y + 4, "tick", anchor: .end) }
        }
        let beyond = outcomes.count { $0.margin > 0 }
        return drawing.markup(
            id: id,
            title: title,
            description:
                "In \(beyond) of \(outcomes.count) worlds the ranker lies beyond what is tolerated. By world, ranker and reference: "
                + rows.map { "\(words.value($0.subject)) and \(words.value($0.reference))" }.joined(separator: "; ")
                + "."
        )
    }

    /// Worlds in the order of their margins, the worst first; the one of the story is always among them.
    private var chosen: [HuntOutcome] {
        let sorted = outcomes.sorted { $0.margin != $1.margin ? $0.margin > $1.margin : $0.world < $1.world }
        guard sorted.count > Self.mostRows else { return sorted }
        let stride = (sorted.count + Self.mostRows - 1) / Self.mostRows
        return sorted.enumerated().filter { $0.offset % stride == 0 || $0.element.world == told }.map(\.element)
    }
}
