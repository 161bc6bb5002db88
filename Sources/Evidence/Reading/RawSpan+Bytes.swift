// SPDX-License-Identifier: Apache-2.0

extension RawSpan {
    /// The byte at an offset, which must be inside.
    @inline(__always)
    subscript(offset: Int) -> UInt8 { unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self) }

    /// The beginning of a value on one line, for a message.
    func excerpt(_ start: Int, _ end: Int) -> String {
        let shown = String(decoding: (start..<min(end, start + 40)).map { self[$0] }, as: UTF8.self)
        let clean = String(shown.map { $0.isNewline || $0 == "\u{1B}" ? " " : $0 })
        return end - start > 40 ? clean + "…" : clean
    }
}
