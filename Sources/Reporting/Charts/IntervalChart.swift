// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Measures

/// Estimates with their intervals on one axis, and the bound they are held against.
///
/// The thick bar ends at the one-sided limits that the verdict rule reads, the thin one at the two-sided interval. What lies
/// beyond the axis is drawn at its edge with an arrow; its number stands beside its name anyway.
struct IntervalChart {
    /// One estimate.
    struct Row {
        /// What a value is drawn as.
        enum Mark: Equatable {
            /// The estimate that counts.
            case estimate
            /// An estimate beside it.
            case other
            /// A level that helps to read it.
            case level
        }

        var label: String
        var value: Double?
        var uncertainty: Uncertainty?
        var mark: Mark
        /// Why there is no value.
        var note: String?
    }

    /// More rows make no picture; they are left to the CSV twin.
    static let mostRows = 24

    private static let width = 360.0
    private static let rowHeight = 36.0
    private static let margin = 14.0

    let rows: [Row]
    let criterion: Criterion?
    /// The value that means "no difference", where there is one.
    let neutral: Double?
    /// What lies at the neutral value: the reference arm.
    let neutralLabel: String?
    let style: NumberStyle

    init(
        rows: [Row],
        criterion: Criterion? = nil,
        neutral: Double? = nil,
        neutralLabel: String? = nil,
        style: NumberStyle
    ) {
        self.neutralLabel = neutralLabel
        self.rows = rows
        self.criterion = criterion
        self.neutral = neutral
        self.style = style
    }

    /// The drawing.
    func markup(id: String, title: String) -> Markup {
        let top = criterion == nil ? 4.0 : 22.0
        let foot = top + Self.rowHeight * Double(rows.count)
        var drawing = Drawing(width: Self.width, height: foot + 34)
        let scale = LinearScale(domain, from: Self.margin, to: Self.width - Self.margin)
        drawCriterion(scale, from: top, to: foot, into: &drawing)
        Axis(scale: scale, style: style).draw(at: foot, above: top, into: &drawing)
        if let neutral, scale.contains(neutral), neutral != criterion?.bound {
            drawing.line(scale.place(neutral), top, scale.place(neutral), foot, "neutral")
            if let neutralLabel {
                let text = DisplayWidth.shortened(PrintableText.line(neutralLabel), to: 28)
                drawing.line(scale.start, foot + 23, scale.start, foot + 34, "neutral")
                drawing.text(text, scale.start + 6, foot + 32, "tick", full: PrintableText.line(neutralLabel))
            }
        }
        for (index, row) in rows.enumerated() {
            draw(row, scale, at: top + Self.rowHeight * Double(index), into: &drawing)
        }
        return drawing.markup(id: id, title: title, description: description)
    }

    // MARK: Axis

    /// The values that have to be seen: those of the estimates that count and the bound.
    ///
    /// Others are added as long as they do not squeeze these together.
    private var domain: ClosedRange<Double> {
        var core: [Double] = []
        for row in rows where row.mark == .estimate { core += Self.values(of: row) }
        if core.isEmpty { core = rows.flatMap { Self.values(of: $0) } }
        if let criterion {
            let edge = criterion.direction == .atMost ? criterion.tolerance : -criterion.tolerance
            let marks = [criterion.bound, criterion.bound + edge].filter { LinearScale.isDrawable($0) }
            core = Self.near(core, to: marks) + marks
        }
        guard var low = core.min(), var high = core.max() else { return 0...1 }
        let least = max(
            high - low,
            max(low.magnitude, high.magnitude) * (low == high ? 0.5 : 0.02),
            .leastNormalMagnitude
        )
        // The nearest rows first: a row that is added makes room for the next.
        let others = rows.filter { $0.mark != .estimate && $0.value.map { LinearScale.isDrawable($0) } == true }
            .sorted { Self.distance($0, low, high) < Self.distance($1, low, high) }
        for values in others.map({ Self.values(of: $0) }) + [[neutral].compactMap(\.self)] {
            let reach = 3 * max(high - low, least)
            for value in values where value > low - reach && value < high + reach {
                low = min(low, value)
                high = max(high, value)
            }
        }
        let pad = max((high - low) * 0.06, least * 0.02)
        return (low - pad)...(high + pad)
    }

    /// Keeps those values that do not make the distances around the bound vanish.
    private static func near(_ values: [Double], to marks: [Double]) -> [Double] {
        guard let low = marks.min(), let high = marks.max(), let least = values.min(), let most = values.max() else {
            return values
        }
        let reach = 12 * max(high - low, high.magnitude * 0.5, most - least, 1e-12)
        return values.filter { $0 > low - reach && $0 < high + reach }
    }

    private static func distance(_ row: Row, _ low: Double, _ high: Double) -> Double {
        guard let value = row.value else { return .infinity }
        return max(low - value, value - high, 0)
    }

    private static func values(of row: Row) -> [Double] {
        [row.value, row.uncertainty?.lower, row.uncertainty?.upper].compactMap(\.self).filter {
            LinearScale.isDrawable($0)
        }
    }

    // MARK: Parts

    private func drawCriterion(_ scale: LinearScale, from top: Double, to foot: Double, into drawing: inout Drawing) {
        guard let criterion, !criterion.bound.isNaN, !criterion.tolerance.isNaN else { return }
        let isMost = criterion.direction == .atMost
        let bound = scale.clamped(criterion.bound)
        let edge = scale.clamped(criterion.bound + (isMost ? criterion.tolerance : -criterion.tolerance))
        let allowed = isMost ? (scale.start, bound) : (bound, scale.end)
        drawing.rectangle(allowed.0, top, allowed.1 - allowed.0, foot - top, "allowed")
        drawing.rectangle(min(bound, edge), top, (edge - bound).magnitude, foot - top, "tolerance")
        drawing.line(bound, top - 4, bound, foot, "bound")
        let label = (isMost ? "at most " : "at least ") + style.exact(criterion.bound)
        let room = Drawing.width(of: label) + 6
        let isLeft = isMost ? bound - room > scale.start : bound + room > scale.end
        drawing.text(label, bound + (isLeft ? -5 : 5), top - 9, "bound-label", anchor: isLeft ? .end : .start)
    }

    private func draw(_ row: Row, _ scale: LinearScale, at top: Double, into drawing: inout Drawing) {
        let text = value(of: row)
        let room = Self.width - 2 * Self.margin - Drawing.width(of: text) - 10
        let label = DisplayWidth.shortened(PrintableText.line(row.label), to: max(8, Int(room / 6.2)))
        let weight = row.mark == .estimate ? "label strong" : "label"
        drawing.text(label, scale.start, top + 13, weight, full: PrintableText.line(row.label))
        drawing.text(text, scale.end, top + 13, weight, anchor: .end)
        let y = top + 25
        if let uncertainty = row.uncertainty {
            let kind = row.mark == .estimate ? "" : " faint"
            bar(uncertainty.lower, uncertainty.upper, scale, y, "interval" + kind, into: &drawing)
            bar(uncertainty.lowerLimit, uncertainty.upperLimit, scale, y, "limits" + kind, into: &drawing)
        }
        guard let value = row.value else { return }
        if !scale.contains(value) {
            arrow(towards: value, y, scale, into: &drawing)
        } else if row.mark == .level {
            let x = scale.place(value)
            drawing.path([(x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5)], "level", isClosed: true)
        } else {
            drawing.circle(scale.place(value), y, row.mark == .estimate ? 5 : 4, "dot")
        }
    }

    private func bar(
        _ low: Double,
        _ high: Double,
        _ scale: LinearScale,
        _ y: Double,
        _ style: String,
        into drawing: inout Drawing
    ) {
        guard !low.isNaN, !high.isNaN, low <= high else { return }
        drawing.line(scale.clamped(low), y, scale.clamped(high), y, style)
        for end in [low, high] where !scale.contains(end) { arrow(towards: end, y, scale, into: &drawing) }
    }

    /// An arrow at the edge of the axis beyond which a value lies.
    private func arrow(towards value: Double, _ y: Double, _ scale: LinearScale, into drawing: inout Drawing) {
        let isBelow = value < scale.domain.lowerBound
        let (x, out) = isBelow ? (scale.start, -1.0) : (scale.end, 1.0)
        drawing.path([(x + 9 * out, y), (x, y - 5), (x, y + 5)], "arrow", isClosed: true)
    }

    // MARK: Words

    private func value(of row: Row) -> String {
        guard let value = row.value else { return DisplayWidth.shortened(row.note ?? "no value", to: 26) }
        guard let uncertainty = row.uncertainty else { return style.text(value) }
        return style.text(value) + " " + style.interval(uncertainty.lower, uncertainty.upper)
    }

    private var description: String {
        var parts = rows.prefix(12).map { "\(PrintableText.line($0.label)): \(value(of: $0))" }
        if rows.count > 12 { parts.append("and \(rows.count - 12) more") }
        if let criterion { parts.append(criterion.words(style)) }
        return parts.joined(separator: "; ") + "."
    }
}
