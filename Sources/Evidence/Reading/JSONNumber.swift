// SPDX-License-Identifier: Apache-2.0

/// The grammar of JSON numbers; what they are worth is asked only where a column wants them.
enum JSONNumber {
    /// The offset behind the number that begins at an offset, or `nil` where there is none.
    static func end(_ span: RawSpan, _ start: Int) -> Int? {
        let count = span.byteCount
        func digits(_ from: Int) -> Int {
            var at = from
            while at < count, Digits.digit(span[at]) != nil { at += 1 }
            return at
        }
        let whole = start < count && span[start] == UInt8(ascii: "-") ? start + 1 : start
        var at = digits(whole)
        // A number has a digit, and begins with zero only where that is all of its whole part.
        guard at > whole, at == whole + 1 || span[whole] != UInt8(ascii: "0") else { return nil }
        if at < count, span[at] == UInt8(ascii: ".") {
            let end = digits(at + 1)
            guard end > at + 1 else { return nil }
            at = end
        }
        if at < count, span[at] | 0x20 == UInt8(ascii: "e") {
            let isSigned = at + 1 < count && (span[at + 1] == UInt8(ascii: "+") || span[at + 1] == UInt8(ascii: "-"))
            let first = at + (isSigned ? 2 : 1)
            let end = digits(first)
            guard end > first else { return nil }
            at = end
        }
        return at
    }
}
