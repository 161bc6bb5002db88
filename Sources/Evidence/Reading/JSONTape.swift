// SPDX-License-Identifier: Apache-2.0

/// One JSON value as a flat list of tokens: read once, walked without building objects.
struct JSONTape {
    enum Kind: UInt8 {
        case object, array, string, escapedString, number, yes, no, null
    }

    /// One token. The tokens inside an object or an array follow it up to `next`; in an object names and values alternate.
    struct Token {
        var kind: Kind
        /// The bytes of a string lie between its quotes.
        var start: Int
        var end: Int
        /// The token behind this value.
        var next: Int
    }

    /// What is wrong with a text that is not JSON, and where.
    struct Malformed: Error {
        var offset: Int
        var reason: String
    }

    /// Deeper nesting is refused: the reader recurses.
    static let deepest = 64

    private(set) var tokens: [Token] = []

    /// Reads the value that begins at `start`; its tokens take the place of those before.
    ///
    /// - Returns: The offset behind the value.
    mutating func read(_ span: RawSpan, at start: Int) throws(Malformed) -> Int {
        tokens.removeAll(keepingCapacity: true)
        return try value(span, Self.skipSpace(span, start), depth: 0)
    }

    static func skipSpace(_ span: RawSpan, _ start: Int) -> Int {
        var at = start
        while at < span.byteCount, [0x20, 0x0A, 0x0D, 0x09].contains(span[at]) { at += 1 }
        return at
    }

    private mutating func value(_ span: RawSpan, _ at: Int, depth: Int) throws(Malformed) -> Int {
        guard at < span.byteCount else { throw Malformed(offset: at, reason: "the text ends inside a value") }
        guard depth < Self.deepest else { throw Malformed(offset: at, reason: "nested deeper than \(Self.deepest)") }
        switch span[at] {
        case UInt8(ascii: "{"): return try container(span, at, .object, depth)
        case UInt8(ascii: "["): return try container(span, at, .array, depth)
        case UInt8(ascii: "\""): return try string(span, at)
        case UInt8(ascii: "t"): return try word(span, at, "true", .yes)
        case UInt8(ascii: "f"): return try word(span, at, "false", .no)
        case UInt8(ascii: "n"): return try word(span, at, "null", .null)
        default: return try number(span, at)
        }
    }

    private mutating func container(_ span: RawSpan, _ open: Int, _ kind: Kind, _ depth: Int) throws(Malformed) -> Int {
        let close = kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
        let index = tokens.count
        tokens.append(Token(kind: kind, start: open, end: open, next: index))
        var at = Self.skipSpace(span, open + 1)
        if at < span.byteCount, span[at] == close {
            (tokens[index].end, tokens[index].next) = (at + 1, tokens.count)
            return at + 1
        }
        while true {
            if kind == .object {
                guard at < span.byteCount, span[at] == UInt8(ascii: "\"") else {
                    throw Malformed(offset: at, reason: "a name in quotes was expected")
                }
                at = Self.skipSpace(span, try string(span, at))
                guard at < span.byteCount, span[at] == UInt8(ascii: ":") else {
                    throw Malformed(offset: at, reason: "a colon was expected")
                }
                at = Self.skipSpace(span, at + 1)
            }
            at = Self.skipSpace(span, try value(span, at, depth: depth + 1))
            guard at < span.byteCount, span[at] == UInt8(ascii: ",") || span[at] == close else {
                throw Malformed(offset: at, reason: "a comma or the end of the \(kind) was expected")
            }
            let isLast = span[at] == close
            at += 1
            if isLast {
                (tokens[index].end, tokens[index].next) = (at, tokens.count)
                return at
            }
            at = Self.skipSpace(span, at)
        }
    }

    private mutating func string(_ span: RawSpan, _ open: Int) throws(Malformed) -> Int {
        var at = open + 1
        var isEscaped = false
        while at < span.byteCount {
            let byte = span[at]
            if byte == UInt8(ascii: "\"") {
                let kind: Kind = isEscaped ? .escapedString : .string
                tokens.append(Token(kind: kind, start: open + 1, end: at, next: tokens.count + 1))
                return at + 1
            }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                at += 1
            } else if byte < 0x20 {
                throw Malformed(offset: at, reason: "a control character inside a string")
            }
            at += 1
        }
        throw Malformed(offset: open, reason: "a string is not closed")
    }

    private mutating func word(_ span: RawSpan, _ at: Int, _ word: StaticString, _ kind: Kind) throws(Malformed) -> Int {
        let letters = Array(word.description.utf8)
        let end = at + letters.count
        guard end <= span.byteCount, letters.indices.allSatisfy({ span[at + $0] == letters[$0] }) else {
            throw Malformed(offset: at, reason: "\(word) was expected")
        }
        tokens.append(Token(kind: kind, start: at, end: end, next: tokens.count + 1))
        return end
    }

    private mutating func number(_ span: RawSpan, _ start: Int) throws(Malformed) -> Int {
        var at = start
        while at < span.byteCount, "+-.eE0123456789".utf8.contains(span[at]) { at += 1 }
        guard at > start, Digits.number(span, start, at) != nil else {
            throw Malformed(offset: start, reason: "a value was expected")
        }
        tokens.append(Token(kind: .number, start: start, end: at, next: tokens.count + 1))
        return at
    }

    /// The value of a name in the object at `index`, or `nil`. Of repeated names the last one counts, as with most readers.
    func value(of name: [UInt8], inObjectAt index: Int, _ span: RawSpan) -> Int? {
        guard tokens[index].kind == .object else { return nil }
        var found: Int?
        var at = index + 1
        while at < tokens[index].next {
            let token = tokens[at]
            if token.end - token.start == name.count, name.indices.allSatisfy({ span[token.start + $0] == name[$0] }) {
                found = at + 1
            }
            at = tokens[at + 1].next
        }
        return found
    }

    /// The values of the array at `index`.
    func elements(ofArrayAt index: Int) -> [Int] {
        var elements: [Int] = []
        var at = index + 1
        while at < tokens[index].next {
            elements.append(at)
            at = tokens[at].next
        }
        return elements
    }

    /// The text of a string with escapes.
    static func unescape(_ span: RawSpan, _ start: Int, _ end: Int) -> [UInt8]? {
        var text: [UInt8] = []
        var at = start
        while at < end {
            guard span[at] == UInt8(ascii: "\\") else {
                text.append(span[at])
                at += 1
                continue
            }
            guard at + 1 < end else { return nil }
            switch span[at + 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"):
                guard let (scalar, next) = unicode(span, at, end) else { return nil }
                text.append(contentsOf: String(Character(scalar)).utf8)
                at = next
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(span[at + 1])
            default: return nil
            }
            at += 2
        }
        return text
    }

    /// A `\uXXXX`, or two that form one character.
    private static func unicode(_ span: RawSpan, _ at: Int, _ end: Int) -> (Unicode.Scalar, next: Int)? {
        guard let first = hex(span, at + 2, end) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, at + 6) }
        guard 0xD800..<0xDC00 ~= first, at + 7 < end, span[at + 6] == UInt8(ascii: "\\"), span[at + 7] == UInt8(ascii: "u"),
            let second = hex(span, at + 8, end), 0xDC00..<0xE000 ~= second,
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { return nil }
        return (scalar, at + 12)
    }

    private static func hex(_ span: RawSpan, _ start: Int, _ end: Int) -> UInt32? {
        guard start + 4 <= end else { return nil }
        return UInt32(String(decoding: (start..<start + 4).map { span[$0] }, as: UTF8.self), radix: 16)
    }
}
