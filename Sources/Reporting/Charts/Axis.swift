// SPDX-License-Identifier: Apache-2.0

/// The horizontal axis at the foot of a drawing.
struct Axis {
    let scale: LinearScale
    let style: NumberStyle

    /// As many round values as can be written without touching.
    func ticks(most: Int = 6) -> [(value: Double, label: String)] {
        for count in stride(from: most, through: 1, by: -1) {
            let labels = labelled(scale.ticks(atMost: count), step: scale.step(atMost: count))
            let widest = labels.map { Drawing.width(of: $0.label) }.max() ?? 0
            let gap = scale.place(scale.domain.lowerBound + scale.step(atMost: count)) - scale.start
            if labels.count < 2 || widest + 10 <= gap.magnitude { return labels }
        }
        return []
    }

    private func labelled(_ values: [Double], step: Double) -> [(value: Double, label: String)] {
        let decimals = max(0, -FixedDecimals.exponent(of: step * style.scale * 1.000_001))
        let plain = style.withDecimals(decimals)
        return values.map { ($0, plain.number($0)) }
    }

    /// Draws line, ticks and labels, and what is counted below them.
    func draw(at y: Double, above top: Double, into drawing: inout Drawing) {
        drawing.line(scale.start, y, scale.end, y, "axis")
        for tick in ticks() {
            let x = scale.place(tick.value)
            drawing.line(x, top, x, y, "grid")
            drawing.line(x, y, x, y + 4, "axis")
            drawing.text(tick.label, x, y + 15, "tick", anchor: .middle)
        }
        if !style.unitName.isEmpty {
            drawing.text(PrintableText.shortened(style.unitName, to: 50), scale.end, y + 29, "tick", anchor: .end)
        }
    }
}
