// SPDX-License-Identifier: Apache-2.0

/// Reads separated values: quoted fields with line breaks, byte-order mark, CRLF, with or without headings.
public struct CSVReader: Sendable {
    /// How the file is laid out.
    public var layout: CSVLayout
    /// The columns to read.
    public var requests: [ColumnRequest]
    /// Texts that stand for "no value", beside the empty one.
    public var absentTexts: [String]

    /// A reader for one layout and some columns.
    public init(_ layout: CSVLayout = CSVLayout(), requests: [ColumnRequest], absentTexts: [String] = []) {
        self.layout = layout
        self.requests = requests
        self.absentTexts = absentTexts
    }

    /// The headings of a file, without reading further.
    ///
    /// - Throws: `FileError` for a text in another encoding than UTF-8.
    public static func headings(of bytes: FileBytes, name: String, layout: CSVLayout) throws(FileError) -> [String] {
        try bytes.withBytes { span throws(FileError) in
            var record = CSVRecord()
            let start = try TextStart.offset(span, name: name)
            guard start < span.byteCount, case .record = record.read(span, at: start, delimiter: layout.delimiter) else {
                return []
            }
            return record.fields.map { field in
                String(decoding: (field.start..<field.end).map { span[$0] }, as: UTF8.self)
            }
        }
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: Its bytes.
    ///   - name: What to call it in messages.
    ///   - threads: Chunks in work at the same time; never changes the result.
    ///   - progress: Told of the bytes that are done.
    /// - Returns: The rows and what was rejected.
    /// - Throws: `FileError` where a heading is missing or the text is not UTF-8.
    public func read(
        _ bytes: FileBytes, name: String, threads: Int = 1, progress: Progress? = nil
    ) async throws(FileError) -> TableRead {
        let headings = layout.hasHeader ? try Self.headings(of: bytes, name: name, layout: layout) : []
        let (first, width) = try bytes.withBytes { span throws(FileError) in
            try recordsStart(span, name: name)
        }
        let parser = CSVParser(
            layout: layout, requests: requests, absentTexts: absentTexts, fields: try places(in: headings, file: name),
            fieldCount: layout.isRagged || layout.unpivot != nil ? nil : width)
        let reading = ChunkedReading(
            parser: parser, bytes: bytes, file: name, first: first.offset, firstLine: first.line)
        return await reading.read(threads: threads, progress: progress)
    }

    private func recordsStart(
        _ span: RawSpan, name: String
    ) throws(FileError) -> (first: (offset: Int, line: Int), width: Int?) {
        let start = try TextStart.offset(span, name: name)
        var record = CSVRecord()
        guard start < span.byteCount, case .record(let end) = record.read(span, at: start, delimiter: layout.delimiter)
        else { return ((start, 0), nil) }
        return ((layout.hasHeader ? end : start, layout.hasHeader ? record.lineBreaks : 0), record.fields.count)
    }

    private func places(in headings: [String], file: String) throws(FileError) -> [Int] {
        var places: [Int] = []
        for request in requests {
            switch request.source {
            case .position(let position): places.append(position - 1)
            case .name(let name):
                if let unpivot = layout.unpivot, [unpivot.slotColumn, unpivot.valueColumn].contains(request.column) {
                    places.append(0)
                    continue
                }
                guard layout.hasHeader else {
                    throw FileError(file, reason: "has no headings, so \"\(name)\" must be given as a position, such as 3")
                }
                guard let place = headings.firstIndex(of: name) else {
                    let list = headings.map { "\"\($0)\"" }.joined(separator: ", ")
                    throw FileError(file, reason: "has no column \"\(name)\"; its columns are \(list)")
                }
                places.append(place)
            }
        }
        return places
    }
}

/// Where the text of a file begins.
enum TextStart {
    /// The offset behind a byte-order mark.
    static func offset(_ span: RawSpan, name: String) throws(FileError) -> Int {
        guard span.byteCount >= 2 else { return 0 }
        if (span[0] == 0xFF && span[1] == 0xFE) || (span[0] == 0xFE && span[1] == 0xFF) {
            throw FileError(name, reason: "is UTF-16; save it as UTF-8")
        }
        let hasMark = span.byteCount >= 3 && span[0] == 0xEF && span[1] == 0xBB && span[2] == 0xBF
        return hasMark ? 3 : 0
    }
}
