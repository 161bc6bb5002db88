// SPDX-License-Identifier: Apache-2.0
internal import Measures

/// Named lines over two axes, told apart by dashes and marks as well as by colour.
struct LineChart {
    /// More lines cannot be told apart; the others are in the CSV twin.
    static let mostCurves = 6

    private static let width = 360.0
    private static let plotHeight = 190.0
    private static let left = 44.0
    private static let top = 12.0

    let curves: [Exhibit.Curve]
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    let xStyle: NumberStyle
    let yStyle: NumberStyle
    /// What the vertical axis counts.
    let yName: String
    /// Whether the line of equal shares is drawn.
    let hasDiagonal: Bool
    /// The lines whose first, middle and last points are told to those who do not see them; `nil` for those that are drawn.
    var told: [Exhibit.Curve]?
    /// Whether the first line is what the chart is about: it is drawn heavier, and over the others.
    var isFirstLeading = false

    /// The drawing, with a legend below.
    func markup(id: String, title: String) -> Markup {
        let shown = curves.prefix(Self.mostCurves)
        let foot = Self.top + Self.plotHeight
        let legend = foot + 48
        let entries = shown.count + (hasDiagonal ? 1 : 0)
        var drawing = Drawing(width: Self.width, height: legend + 17 * Double(entries))
        let across = LinearScale(x, from: Self.left, to: Self.width - 14)
        let up = LinearScale(y, from: foot, to: Self.top)
        drawAxes(across, up, foot, into: &drawing)
        if hasDiagonal {
            drawing.line(across.place(0), up.place(0), across.place(1), up.place(1), "neutral")
        }
        let order = Array(shown.enumerated())
        for (index, curve) in isFirstLeading ? order.reversed() : order {
            let points = curve.points.filter { LinearScale.isDrawable($0.x) && LinearScale.isDrawable($0.y) }
                .map { (x: across.clamped($0.x), y: up.clamped($0.y)) }
            let number = CurveMark.style(of: index, isFirstLeading: isFirstLeading)
            let style = "line line-\(number)" + (isFirstLeading && index == 0 ? " leading" : "")
            drawing.path(points, style)
            mark(points, index, into: &drawing)
            let row = legend + 17 * Double(index)
            drawing.path([(Self.left, row), (Self.left + 30, row)], style)
            mark([(x: Self.left + 15, y: row)], index, into: &drawing)
            let name = PrintableText.line(curve.name)
            drawing.text(DisplayWidth.shortened(name, to: 42), Self.left + 38, row + 4, full: name)
        }
        if hasDiagonal {
            let row = legend + 17 * Double(shown.count)
            drawing.line(Self.left, row, Self.left + 30, row, "neutral")
            drawing.text("equal shares", Self.left + 38, row + 4)
        }
        return drawing.markup(id: id, title: title, description: description)
    }

    private func drawAxes(_ across: LinearScale, _ up: LinearScale, _ foot: Double, into drawing: inout Drawing) {
        let vertical = Axis(scale: LinearScale(y, from: 0, to: Self.plotHeight * 2), style: yStyle)
        for tick in vertical.ticks() {
            let place = up.place(tick.value)
            drawing.line(Self.left, place, across.end, place, "grid")
            drawing.text(tick.label, Self.left - 6, place + 4, "tick", anchor: .end)
        }
        Axis(scale: across, style: xStyle).draw(at: foot, above: foot, into: &drawing)
        drawing.text(yName, 2, foot + 29, "tick")
    }

    /// Marks at up to eight points of a line.
    private func mark(_ points: [(x: Double, y: Double)], _ index: Int, into drawing: inout Drawing) {
        let stride = max(1, points.count / 8)
        for (place, point) in points.enumerated() where place.isMultiple(of: stride) {
            CurveMark.draw(index, at: point.x, point.y, isFirstLeading: isFirstLeading, into: &drawing)
        }
    }

    private var description: String {
        let ends = (told ?? curves).prefix(Self.mostCurves).map { curve -> String in
            let points = curve.points.map { "\(xStyle.text($0.x)) → \(yStyle.text($0.y))" }
            let middle =
                points.isEmpty
                ? "no points" : [0, points.count / 2, points.count - 1].map { points[$0] }.joined(separator: ", ")
            return "\(PrintableText.line(curve.name)): \(middle)"
        }
        return ends.joined(separator: "; ") + "."
    }
}
