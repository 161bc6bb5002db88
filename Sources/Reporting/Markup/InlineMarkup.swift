// SPDX-License-Identifier: Apache-2.0

/// Prose with the few marks that rule-books use: `**strong**`, `*emphasis*`, `` `code` `` and `[text](target)`.
///
/// Marks without a partner, and links that lead neither to the web nor to a place beside the page, stay the text they are.
struct InlineMarkup: Equatable {
    /// A piece of prose.
    indirect enum Piece: Equatable {
        case text(String)
        case code(String)
        case strong([Piece])
        case emphasis([Piece])
        case link([Piece], target: String)
    }

    /// In the order of the text.
    let pieces: [Piece]

    /// Reads a paragraph; every text can be read.
    init(_ text: String) {
        let parser = InlineParser(text)
        pieces = parser.pieces(parser.atoms.indices, depth: 0)
    }

    /// The paragraph as markup.
    ///
    /// - Parameter places: Where words in code lead: an id of this page to its place in it.
    /// - Returns: Markup in which all words are escaped.
    func markup(places: [String: String] = [:]) -> Markup { Self.markup(pieces, places) }

    private static func markup(_ pieces: [Piece], _ places: [String: String]) -> Markup {
        Markup {
            for piece in pieces {
                switch piece {
                case .text(let text): Markup(text)
                case .code(let text):
                    if let place = places[text] {
                        Markup("a", ["href": place]) { Markup("code") { text } }
                    } else {
                        Markup("code") { text }
                    }
                case .strong(let inner): Markup("strong") { markup(inner, places) }
                case .emphasis(let inner): Markup("em") { markup(inner, places) }
                case .link(let inner, let target):
                    // A link holds no other.
                    Markup("a", ["href": target, "rel": isOutside(target) ? "noreferrer" : nil]) { markup(inner, [:]) }
                }
            }
        }
    }

    /// The words without the marks; a link to the web keeps its address behind it.
    var plain: String { Self.plain(pieces) }

    private static func plain(_ pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text), .code(let text): text
            case .strong(let inner), .emphasis(let inner): plain(inner)
            case .link(let inner, let target): isOutside(target) ? "\(plain(inner)) (\(target))" : plain(inner)
            }
        }.joined()
    }

    /// Whether a link leads to the web.
    static func isOutside(_ target: String) -> Bool {
        let start = target.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }

    /// Whether a link may be one: to the web, to a place of the page, or to a file beside it.
    static func isAllowed(_ target: String) -> Bool {
        // Browsers drop white space inside addresses, and take a backslash for a slash.
        let isPlain = target.unicodeScalars.allSatisfy {
            PrintableText.isPrintable($0) && !$0.properties.isWhitespace && $0 != "\\"
        }
        guard isPlain, !target.isEmpty, !target.hasPrefix("//") else { return false }
        return isOutside(target) || !target.prefix { !"/?#".contains($0) }.contains(":")
    }
}

/// Finds marks that belong together; code comes first, as nothing in it is a mark.
private struct InlineParser {
    enum Atom: Equatable {
        /// A character that may be a mark.
        case sign(Character)
        /// A character behind a backslash.
        case escaped(Character)
        case code(String)
    }

    /// Marks within marks, no deeper.
    private static let mostDepth = 8
    /// Longer addresses are none.
    private static let longestTarget = 2_000

    let atoms: [Atom]

    init(_ text: String) {
        let signs = Array(text)
        var atoms: [Atom] = []
        var index = 0
        // Lengths of runs of back-ticks that have no partner further on.
        var alone: Set<Int> = []
        while index < signs.count {
            if signs[index] == "\\", index + 1 < signs.count, Self.isMark(signs[index + 1]) {
                atoms.append(.escaped(signs[index + 1]))
                index += 2
            } else if signs[index] == "`" {
                let run = Self.run(signs, index)
                if !alone.contains(run), let end = Self.closing(signs, index + run, run) {
                    atoms.append(.code(Self.inner(signs[(index + run)..<end])))
                    index = end + run
                } else {
                    alone.insert(run)
                    atoms += Array(repeating: .escaped("`"), count: run)
                    index += run
                }
            } else {
                atoms.append(.sign(signs[index]))
                index += 1
            }
        }
        self.atoms = atoms
    }

    private static func isMark(_ sign: Character) -> Bool { "\\`*_[]()#".contains(sign) }

    private static func run(_ signs: [Character], _ start: Int) -> Int { signs[start...].prefix { $0 == "`" }.count }

    private static func closing(_ signs: [Character], _ start: Int, _ run: Int) -> Int? {
        var index = start
        while index < signs.count {
            guard signs[index] == "`" else {
                index += 1
                continue
            }
            let other = Self.run(signs, index)
            if other == run { return index }
            index += other
        }
        return nil
    }

    /// A space at both ends only keeps back-ticks apart.
    private static func inner(_ signs: ArraySlice<Character>) -> String {
        let isPadded = signs.count > 2 && signs.first == " " && signs.last == " "
        return String(isPadded ? signs.dropFirst().dropLast() : signs)
    }

    func pieces(_ range: Range<Int>, depth: Int) -> [InlineMarkup.Piece] {
        var pieces: [InlineMarkup.Piece] = []
        var text = ""
        func end() {
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
        }
        // What has no partner further on has none later either.
        var alone: Set<String> = []
        var index = range.lowerBound
        while index < range.upperBound {
            if depth < Self.mostDepth, let found = span(index, range, &alone, depth) {
                end()
                pieces.append(found.piece)
                index = found.end
                continue
            }
            switch atoms[index] {
            case .sign(let sign), .escaped(let sign): text.append(sign)
            case .code(let code):
                end()
                pieces.append(.code(code))
            }
            index += 1
        }
        end()
        return pieces
    }

    private typealias Span = (piece: InlineMarkup.Piece, end: Int)

    private func span(_ start: Int, _ range: Range<Int>, _ alone: inout Set<String>, _ depth: Int) -> Span? {
        if isSign("[", start, range) { return link(start, range, depth) }
        guard isSign("*", start, range) else { return nil }
        let isStrong = isSign("*", start + 1, range)
        let mark = isStrong ? "**" : "*"
        let first = start + mark.count
        guard first < range.upperBound, !isSpace(first), !alone.contains(mark) else { return nil }
        // The second star of a pair that has no partner begins nothing.
        if !isStrong, isSign("*", start - 1, range) { return nil }
        var index = first + 1
        while index < range.upperBound {
            if isSign("*", index, range), !isSpace(index - 1) {
                let isPair = isSign("*", index + 1, range)
                if isStrong ? isPair : !isPair && !isSign("*", index - 1, range) {
                    let inner = pieces(first..<index, depth: depth + 1)
                    return (isStrong ? .strong(inner) : .emphasis(inner), index + mark.count)
                }
            }
            index += 1
        }
        alone.insert(mark)
        return nil
    }

    private func link(_ start: Int, _ range: Range<Int>, _ depth: Int) -> Span? {
        var middle = start + 1
        while middle < range.upperBound, !isSign("]", middle, range) {
            if isSign("[", middle, range) { return nil }
            middle += 1
        }
        guard middle > start + 1, isSign("(", middle + 1, range) else { return nil }
        var target = ""
        var index = middle + 2
        while index < range.upperBound, index - middle < Self.longestTarget, !isSign(")", index, range) {
            switch atoms[index] {
            case .sign(let sign), .escaped(let sign): target.append(sign)
            case .code: return nil
            }
            index += 1
        }
        guard isSign(")", index, range), InlineMarkup.isAllowed(target) else { return nil }
        return (.link(pieces((start + 1)..<middle, depth: depth + 1), target: target), index + 1)
    }

    private func isSign(_ sign: Character, _ index: Int, _ range: Range<Int>) -> Bool {
        range.contains(index) && atoms[index] == .sign(sign)
    }

    private func isSpace(_ index: Int) -> Bool {
        if case .sign(let sign) = atoms[index] { return sign.isWhitespace }
        return false
    }
}
