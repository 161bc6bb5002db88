// SPDX-License-Identifier: Apache-2.0

/// The distinct names of a column, numbered from 0 in the order in which they first appeared.
///
/// The bytes of all names lie in one arena and a table of open addressing finds them, so that millions of names cost neither
/// an object nor a `String` each. Names are compared byte by byte; the hash is seeded per process, so that no file can be
/// written to make it slow, and no result depends on it.
public struct Names: Sendable {
    private var arena: [UInt8] = []
    /// Where the name of a code ends in the arena; it begins where the one before it ends.
    private var ends: [Int] = []
    private var table = Array(repeating: Slot(), count: 16)

    /// A place in the table.
    ///
    /// Names of up to eight bytes, the most common ids, are compared without leaving it.
    private struct Slot {
        /// 24 bits of the hash, and the length, 255 for all longer names: a short name never has the tag of a long one.
        var tag: UInt32 = 0
        /// The code plus 1; 0 where the place is free.
        var code: UInt32 = 0
        /// The first eight bytes.
        var prefix: UInt64 = 0
    }

    /// What is computed of a name before it is looked up.
    struct Key {
        fileprivate var hash: UInt64
        fileprivate var prefix: UInt64
        fileprivate var tag: UInt32

        /// A key that is never looked up.
        init() { (hash, prefix, tag) = (0, 0, 0) }

        @inline(__always)
        init(_ span: RawSpan, _ start: Int, _ end: Int) {
            hash = Names.hash(span, start, end)
            prefix = Names.word(span, start, min(end, start + 8))
            tag =
                UInt32(truncatingIfNeeded: hash >> 32) & 0xFFFF_FF00 | UInt32(truncatingIfNeeded: min(end - start, 255))
        }
    }

    /// Names in a given order; a name that occurs twice keeps its first code.
    public init(_ names: some Sequence<String> = []) {
        for name in names { _ = intern(name) }
    }

    /// How many names there are.
    public var count: Int { ends.count }

    /// All names by code: makes one `String` a name.
    public var list: [String] { (0..<Int32(count)).map { self[$0] } }

    /// The name of a code.
    public subscript(code: Int32) -> String { String(decoding: arena[range(of: code)], as: UTF8.self) }

    /// The bytes of a name.
    package func bytes(of code: Int32) -> ArraySlice<UInt8> { arena[range(of: code)] }

    /// The code of a name, or `nil` where it does not occur.
    public func code(of name: String) -> Int32? {
        var name = name
        return name.withUTF8 { buffer in
            let bytes = unsafe RawSpan(_unsafeElements: buffer)
            return find(bytes, 0, bytes.byteCount, Key(bytes, 0, bytes.byteCount)).code
        }
    }

    /// The code of a name, which is added where it is new.
    public mutating func intern(_ name: String) -> Int32 {
        var name = name
        return name.withUTF8 { buffer in
            let bytes = unsafe RawSpan(_unsafeElements: buffer)
            return intern(bytes, 0, bytes.byteCount)
        }
    }

    /// The code of the name whose bytes are `span[start ..< end]`; it is added where it is new.
    package mutating func intern(_ span: RawSpan, _ start: Int, _ end: Int) -> Int32 {
        intern(Key(span, start, end), span, start, end)
    }

    /// Brings the places of some keys close.
    ///
    /// The loads do not depend on each other, so that their waits overlap; looked up one by one, each name of a long
    /// list costs a whole trip to memory.
    ///
    /// - Returns: A number that keeps the loads from being left out.
    func touch(_ keys: some Sequence<Key>) -> UInt32 {
        let mask = table.count - 1
        var sum: UInt32 = 0
        for key in keys { sum &+= table[Int(truncatingIfNeeded: key.hash) & mask].code }
        return sum
    }

    /// The code of a name whose key is known.
    mutating func intern(_ key: Key, _ span: RawSpan, _ start: Int, _ end: Int) -> Int32 {
        let (place, code) = find(span, start, end, key)
        return code ?? add(span, start, end, key, place)
    }

    private func range(of code: Int32) -> Range<Int> {
        let index = Int(code)
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    private func find(_ span: RawSpan, _ start: Int, _ end: Int, _ key: Key) -> (place: Int, code: Int32?) {
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: key.hash) & mask
        while true {
            let slot = table[place]
            if slot.code == 0 { return (place, nil) }
            if slot.tag == key.tag, slot.prefix == key.prefix {
                let code = Int32(bitPattern: slot.code) - 1
                if end - start <= 8 || isEqual(code, span, start, end) { return (place, code) }
            }
            place = (place + 1) & mask
        }
    }

    private func isEqual(_ code: Int32, _ span: RawSpan, _ start: Int, _ end: Int) -> Bool {
        let range = range(of: code)
        guard range.count == end - start else { return false }
        let own = unsafe arena.span.bytes
        for offset in stride(from: 0, to: range.count, by: 8) {
            let last = min(offset + 8, range.count)
            let left = Self.word(own, range.lowerBound + offset, range.lowerBound + last)
            if left != Self.word(span, start + offset, start + last) { return false }
        }
        return true
    }

    private mutating func add(_ span: RawSpan, _ start: Int, _ end: Int, _ key: Key, _ place: Int) -> Int32 {
        let code = Int32(ends.count)
        for offset in start..<end { arena.append(span[offset]) }
        ends.append(arena.count)
        table[place] = Slot(tag: key.tag, code: UInt32(code) + 1, prefix: key.prefix)
        if ends.count * 2 > table.count { table = enlargedTable() }
        return code
    }

    /// The table at twice its size.
    private func enlargedTable() -> [Slot] {
        var larger = Array(repeating: Slot(), count: table.count * 2)
        let mask = larger.count - 1
        let own = unsafe arena.span.bytes
        for code in 0..<Int32(count) {
            let range = range(of: code)
            let key = Key(own, range.lowerBound, range.upperBound)
            var place = Int(truncatingIfNeeded: key.hash) & mask
            while larger[place].code != 0 { place = (place + 1) & mask }
            larger[place] = Slot(tag: key.tag, code: UInt32(code) + 1, prefix: key.prefix)
        }
        return larger
    }

    /// Drawn once a process; results never depend on it.
    private static let seed = UInt64.random(in: .min ... .max)

    /// Folds eight bytes at a time by a full-width product.
    private static func hash(_ span: RawSpan, _ start: Int, _ end: Int) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: end &- start) &* 0x9E37_79B9_7F4A_7C15
        var offset = start
        while offset + 8 <= end {
            state = fold(state ^ word(span, offset, offset + 8))
            offset += 8
        }
        if offset < end { state = fold(state ^ word(span, offset, end)) }
        return fold(state)
    }

    /// Up to eight bytes as one number, padded with zeros.
    @inline(__always)
    private static func word(_ span: RawSpan, _ start: Int, _ end: Int) -> UInt64 {
        if start == end { return 0 }
        if start + 8 <= span.byteCount {
            let word = unsafe span.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
            return UInt64(littleEndian: word) & (UInt64.max >> UInt64(64 - (end - start) * 8))
        }
        var word: UInt64 = 0
        for offset in start..<end { word |= UInt64(span[offset]) << UInt64((offset - start) * 8) }
        return word
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

extension Names: Equatable {
    /// Two lists of names are equal where they hold the same names in the same order.
    public static func == (left: Names, right: Names) -> Bool { left.arena == right.arena && left.ends == right.ends }
}
