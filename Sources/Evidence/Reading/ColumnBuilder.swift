// SPDX-License-Identifier: Apache-2.0

/// Collects the values of one requested column, row by row.
struct ColumnBuilder: Sendable {
    /// Why a value was refused.
    enum Refusal: Error {
        case missing, notInteger, notNumber, notBoolean, notInstant, notText, isList, isGroup, holdsSeparator
    }

    let request: ColumnRequest
    private let absentTexts: [[UInt8]]
    /// Names seen so far; a worker keeps them from chunk to chunk.
    var names: Names
    private(set) var codes: [Int32] = []
    private(set) var integers: [Int32] = []
    private(set) var numbers: [Double] = []
    /// Names that wait to be looked up together.
    private var pending: [Pending] = []
    private var touched: UInt32 = 0
    /// The last moment read: recordings repeat them.
    private var lastInstant: (bytes: [UInt8], seconds: Double) = ([], .nan)

    private struct Pending {
        var key: Names.Key
        var start: Int
        var end: Int
    }

    /// Names looked up together: enough to overlap their trips to memory, few enough to stay close.
    private static let batch = 128

    init(_ request: ColumnRequest, absentTexts: [String], names: Names = Names()) {
        self.request = request
        self.absentTexts = absentTexts.map { Array($0.utf8) }
        self.names = names
    }

    mutating func reserve(_ rows: Int) {
        switch request.kind {
        case .name: codes.reserveCapacity(rows)
        case .integer, .boolean: integers.reserveCapacity(rows)
        case .number, .instant: numbers.reserveCapacity(rows)
        }
    }

    /// Adds the value whose text is `span[start ..< end]`; an empty text is an absent value.
    ///
    /// All calls up to the next `flush` are given the same bytes.
    mutating func append(_ span: RawSpan, _ start: Int, _ end: Int) throws(Refusal) {
        if start == end || isAbsent(span, start, end) { return try appendAbsent() }
        switch request.kind {
        case .name:
            guard Self.isText(span, start, end) else { throw .notText }
            pending.append(Pending(key: Names.Key(span, start, end), start: start, end: end))
            if pending.count == Self.batch { flush(span) }
        case .integer:
            guard let value = ValueReader.integer(span, start, end, request.numberFormat) else { throw .notInteger }
            integers.append(value)
        case .boolean:
            guard let value = ValueReader.boolean(span, start, end) else { throw .notBoolean }
            integers.append(value)
        case .number:
            guard let value = ValueReader.number(span, start, end, request.numberFormat) else { throw .notNumber }
            numbers.append(value)
        case .instant(let format, let zone):
            numbers.append(try instant(span, start, end, format, zone))
        }
    }

    /// Adds a value that does not lie in the bytes of the file.
    mutating func append(text: [UInt8], of span: RawSpan) throws(Refusal) {
        flush(span)
        let own = unsafe text.span.bytes
        try append(own, 0, text.count)
        flush(own)
    }

    /// Looks up the names that wait.
    mutating func flush(_ span: RawSpan) {
        touched &+= names.touch(pending.lazy.map(\.key))
        for name in pending {
            codes.append(
                name.end < name.start
                    ? Categorical.absent : names.intern(name.key, span, name.start, name.end)
            )
        }
        pending.removeAll(keepingCapacity: true)
    }

    mutating func appendAbsent() throws(Refusal) {
        if request.isRequired { throw .missing }
        switch request.kind {
        case .name: pending.append(Pending(key: Names.Key(), start: 0, end: -1))
        case .integer, .boolean: integers.append(Column.absentInteger)
        case .number, .instant: numbers.append(.nan)
        }
    }

    /// Takes back everything after a number of rows: a row is rejected as a whole.
    mutating func truncate(to rows: Int) {
        switch request.kind {
        case .name:
            pending.removeLast(min(pending.count, max(0, codes.count + pending.count - rows)))
            if codes.count > rows { codes.removeLast(codes.count - rows) }
        case .integer, .boolean: if integers.count > rows { integers.removeLast(integers.count - rows) }
        case .number, .instant: if numbers.count > rows { numbers.removeLast(numbers.count - rows) }
        }
    }

    /// The values collected since the last call; the names stay.
    mutating func takeValues() -> ColumnValues {
        defer { (codes, integers, numbers) = ([], [], []) }
        return ColumnValues(codes: codes, integers: integers, numbers: numbers)
    }

    /// Whether bytes are UTF-8: eight ASCII bytes at a time, everything else by the standard library.
    @inline(__always)
    private static func isText(_ span: RawSpan, _ start: Int, _ end: Int) -> Bool {
        var at = start
        while at + 8 <= end {
            let word = unsafe span.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { return isTextSlowly(span, at, end) }
            at += 8
        }
        while at < end {
            if span[at] >= 0x80 { return isTextSlowly(span, at, end) }
            at += 1
        }
        return true
    }

    private static func isTextSlowly(_ span: RawSpan, _ start: Int, _ end: Int) -> Bool {
        // A range that begins behind ASCII bytes begins at a character.
        String(validating: (start..<end).map { span[$0] }, as: UTF8.self) != nil
    }

    @inline(__always)
    private func isAbsent(_ span: RawSpan, _ start: Int, _ end: Int) -> Bool {
        absentTexts.contains { text in
            text.count == end - start && text.indices.allSatisfy { text[$0] == span[start + $0] }
        }
    }

    private mutating func instant(
        _ span: RawSpan,
        _ start: Int,
        _ end: Int,
        _ format: InstantFormat,
        _ zone: Double
    ) throws(Refusal) -> Double {
        if lastInstant.bytes.count == end - start,
            lastInstant.bytes.indices.allSatisfy({ lastInstant.bytes[$0] == span[start + $0] })
        {
            return lastInstant.seconds
        }
        guard let seconds = format.seconds(span, start, end, zone: zone) else { throw .notInstant }
        lastInstant.bytes.removeAll(keepingCapacity: true)
        for offset in start..<end { lastInstant.bytes.append(span[offset]) }
        lastInstant.seconds = seconds
        return seconds
    }
}
