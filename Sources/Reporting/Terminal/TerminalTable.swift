// SPDX-License-Identifier: Apache-2.0

/// A table for a terminal: columns as wide as what they hold, counted as a terminal counts.
struct TerminalTable {
    /// On which side a column is flush.
    enum Side {
        case left, right
    }

    /// What a cell says besides its words, where colour was asked for.
    enum Tone: String {
        case plain = ""
        case good = "32"
        case bad = "31"
        case open = "33"
        case faint = "2"
        case strong = "1"
    }

    /// One cell.
    struct Cell: ExpressibleByStringInterpolation {
        let text: String
        let tone: Tone

        init(_ text: String, _ tone: Tone = .plain) {
            self.text = PrintableText.line(text)
            self.tone = tone
        }

        init(stringLiteral text: String) { self.init(text) }
    }

    /// A heading with the side and the most columns its cells may take.
    struct Column {
        let title: String
        var side = Side.left
        var most = 48
    }

    let columns: [Column]
    private(set) var rows: [[Cell]] = []

    init(_ columns: [Column]) { self.columns = columns }

    mutating func add(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(cells)
    }

    /// The lines, each ended by a line break.
    func text(isColoured: Bool) -> String {
        let heading = columns.map { Cell($0.title, .faint) }
        let shortened = ([heading] + rows).map { row in
            zip(row, columns).map { Cell(DisplayWidth.shortened($0.text, to: $1.most), $0.tone) }
        }
        let widths = columns.indices.map { index in shortened.map { DisplayWidth.of($0[index].text) }.max() ?? 0 }
        return shortened.map { Self.line($0, columns, widths, isColoured) + "\n" }.joined()
    }

    private static func line(_ cells: [Cell], _ columns: [Column], _ widths: [Int], _ isColoured: Bool) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let gap = String(repeating: " ", count: widths[index] - DisplayWidth.of(cell.text))
            let painted = paint(cell.text, cell.tone, isColoured)
            line += columns[index].side == .right ? gap + painted : painted + gap
            if index < cells.count - 1 { line += "  " }
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    /// A text in the colour of its tone, where colour was asked for.
    static func paint(_ text: String, _ tone: Tone, _ isColoured: Bool) -> String {
        isColoured && tone != .plain && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }
}
