// SPDX-License-Identifier: Apache-2.0
internal import Measures

/// Who sees whom, as a heat map with the numbers in it: a row holds what one part of the readers is shown, and sums to 1.
struct EncounterChart {
    /// More parts are left to the CSV twin.
    static let mostParts = 12

    private static let rowHeight = 28.0
    private static let left = 96.0

    let readers: [String]
    let authors: [String]
    /// Row after row.
    let values: [Double]

    /// The drawing.
    func markup(id: String, title: String) -> Markup {
        let rows = min(readers.count, Self.mostParts)
        let columns = min(authors.count, Self.mostParts)
        let cell = max(34, (360 - Self.left - 2) / Double(max(columns, 1)))
        let names = authors.prefix(columns).map { PrintableText.line($0) }
        let isTurned = names.contains { Drawing.width(of: $0) > cell - 4 }
        let top = isTurned ? 78.0 : 34.0
        let width = Self.left + cell * Double(columns) + (isTurned ? 44 : 2)
        var drawing = Drawing(width: width, height: top + Self.rowHeight * Double(rows) + 4)
        drawing.text("readers ↓  authors →", 0, 11, "tick")
        for (column, name) in names.enumerated() {
            let x = Self.left + cell * (Double(column) + 0.5)
            let short = DisplayWidth.shortened(name, to: 14)
            if isTurned {
                drawing.text(short, x, top - 6, full: name, turned: -40)
            } else {
                drawing.text(short, x, top - 8, anchor: .middle, full: name)
            }
        }
        for row in 0..<rows {
            let y = top + Self.rowHeight * Double(row)
            let name = PrintableText.line(readers[row])
            drawing.text(DisplayWidth.shortened(name, to: 14), Self.left - 8, y + 18, anchor: .end, full: name)
            for column in 0..<columns {
                draw(values[row, column, of: authors.count], Self.left + cell * Double(column), y, cell, into: &drawing)
            }
        }
        return drawing.markup(id: id, title: title, description: description(rows, columns))
    }

    private func draw(_ value: Double?, _ x: Double, _ y: Double, _ width: Double, into drawing: inout Drawing) {
        let share = min(max(value ?? 0, 0), 1)
        let most = max(values.filter(\.isFinite).max() ?? 1, 1e-9)
        // Text stays readable on the strongest colour: it is never turned white.
        let strength = 0.04 + 0.66 * min(share / most, 1)
        drawing.rectangle(x + 1, y + 1, width - 2, Self.rowHeight - 2, "heat", opacity: strength)
        let text = value.map { Self.style.number($0) } ?? "–"
        drawing.text(text, x + width / 2, y + 18, "label", anchor: .middle)
    }

    private static let style = NumberStyle(scale: 100, decimals: 0, suffix: "\u{202F}%")

    private func description(_ rows: Int, _ columns: Int) -> String {
        (0..<rows).map { row in
            let cells = (0..<columns).map { column in
                "\(PrintableText.line(authors[column])) \(Self.style.text(values[row, column, of: authors.count]))"
            }
            return "\(PrintableText.line(readers[row])) see \(cells.joined(separator: ", "))"
        }.joined(separator: "; ") + "."
    }
}

extension [Double] {
    /// The value of a matrix that is stored row after row; `nil` where it is missing or no number.
    fileprivate subscript(row: Int, column: Int, of columns: Int) -> Double? {
        let index = row * columns + column
        return index < count && self[index].isFinite ? self[index] : nil
    }
}
