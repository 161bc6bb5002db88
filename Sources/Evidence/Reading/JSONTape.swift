// SPDX-License-Identifier: Apache-2.0

/// One JSON value as a flat list of tokens: read once, walked without building objects.
///
/// The grammar is that of RFC 8259, with one exception: `NaN`, which many programs write, is taken for `null`.
struct JSONTape {
    enum Kind: UInt8 {
        case object, array, string, escapedString, number, yes, no, null
    }

    /// One token.
    ///
    /// The tokens inside an object or an array follow it up to `next`; in an object names and values alternate.
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

    @inline(__always)
    static func skipSpace(_ span: RawSpan, _ start: Int) -> Int {
        var at = start
        while at < span.byteCount, span[at] <= 0x20,
            span[at] == 0x20 || span[at] == 0x0A || span[at] == 0x0D || span[at] == 0x09
        {
            at += 1
        }
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
        case UInt8(ascii: "N"): return try word(span, at, "NaN", .null)
        default:
            guard let end = JSONNumber.end(span, at) else {
                throw Malformed(offset: at, reason: "a value was expected")
            }
            tokens.append(Token(kind: .number, start: at, end: end, next: tokens.count + 1))
            return end
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
        var at = JSONString.plainEnd(span, open + 1)
        var isEscaped = false
        while at < span.byteCount {
            let byte = span[at]
            if byte == UInt8(ascii: "\"") {
                let kind: Kind = isEscaped ? .escapedString : .string
                tokens.append(Token(kind: kind, start: open + 1, end: at, next: tokens.count + 1))
                return at + 1
            }
            guard byte == UInt8(ascii: "\\") else {
                throw Malformed(offset: at, reason: "a control character inside a string")
            }
            guard let end = JSONString.escapeEnd(span, at) else {
                throw Malformed(offset: at, reason: "an escape that JSON does not have")
            }
            isEscaped = true
            at = JSONString.plainEnd(span, end)
        }
        throw Malformed(offset: open, reason: "a string is not closed")
    }

    private mutating func word(_ span: RawSpan, _ at: Int, _ word: StaticString, _ kind: Kind) throws(Malformed) -> Int
    {
        let end = at + word.utf8CodeUnitCount
        guard end <= span.byteCount, Self.isEqual(span, at, word) else {
            throw Malformed(offset: at, reason: "\(word) was expected")
        }
        tokens.append(Token(kind: kind, start: at, end: end, next: tokens.count + 1))
        return end
    }

    /// Whether a word of the grammar stands at an offset that leaves room for it; nothing is allocated for it.
    private static func isEqual(_ span: RawSpan, _ start: Int, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes in
            for offset in bytes.indices where unsafe span[start + offset] != bytes[offset] { return false }
            return true
        }
    }

    private static func isEqual(_ span: RawSpan, _ start: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
        guard end - start == bytes.count else { return false }
        for offset in bytes.indices where span[start + offset] != bytes[offset] { return false }
        return true
    }
}

extension JSONTape {
    /// The value of a name in the object at `index`, or `nil`.
    ///
    /// Of repeated names the last one counts, as with most readers.
    func value(of name: [UInt8], inObjectAt index: Int, _ span: RawSpan) -> Int? {
        guard tokens[index].kind == .object else { return nil }
        var found: Int?
        var at = index + 1
        while at < tokens[index].next {
            let token = tokens[at]
            if token.kind == .string {
                if Self.isEqual(span, token.start, token.end, name) { found = at + 1 }
            } else if JSONString.unescape(span, token.start, token.end) == name {
                found = at + 1
            }
            at = tokens[at + 1].next
        }
        return found
    }

    /// The values of the object at `index`, in their order; the name of each is the token before.
    func values(inObjectAt index: Int) -> [Int] {
        guard tokens[index].kind == .object else { return [] }
        var values: [Int] = []
        var at = index + 1
        while at < tokens[index].next {
            values.append(at + 1)
            at = tokens[at + 1].next
        }
        return values
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
}
