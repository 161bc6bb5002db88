// SPDX-License-Identifier: Apache-2.0

/// Reads separated values: quoted fields with line breaks, byte-order mark, CRLF, with or without headings.
///
/// A text between two delimiters is a value, an empty one is none, whether it stood in quotes or not. A line without any
/// character is no row. Spaces belong to the value they stand beside.
public struct CSVReader: Sendable {
    /// How the file is laid out.
    public var layout: CSVLayout
    /// The columns to read.
    public var requests: [ColumnRequest]
    /// Texts that stand for "no value", beside the empty one.
    public var absentTexts: [String]
    /// Bytes of the first line: more are no headings, and a file of one endless line should not fill the memory.
    static let longestHeadings = 16 << 20

    /// Bytes that are read at a stretch; tests make it small.
    package var chunkSize = 4 << 20

    /// A reader for one layout and some columns.
    public init(_ layout: CSVLayout = CSVLayout(), requests: [ColumnRequest], absentTexts: [String] = []) {
        self.layout = layout
        self.requests = requests
        self.absentTexts = absentTexts
    }

    /// The headings of a file, without reading further; empty where it has none.
    ///
    /// - Throws: `FileError` for a text in another encoding than UTF-8, and for a first line of more than 16 MB.
    public static func headings(of bytes: FileBytes, name: String, layout: CSVLayout) throws(FileError) -> [String] {
        try bytes.withBytes { span throws(FileError) in
            var record = CSVRecord()
            let start = try TextStart.data(span, layout, name: name).offset
            guard start < span.byteCount,
                case .record(let end) = record.read(span, at: start, delimiter: layout.delimiter)
            else {
                return []
            }
            guard end - start <= longestHeadings else {
                throw FileError(name, reason: "has a first line of \((end - start) >> 20) MB: these are no headings")
            }
            var headings: [String] = []
            var scratch: [UInt8] = []
            for field in record.fields {
                if field.isEscaped {
                    CSVParser.unescape(span, field, into: &scratch)
                } else {
                    scratch = (field.start..<field.end).map { span[$0] }
                }
                guard let heading = String(validating: scratch, as: UTF8.self) else {
                    throw FileError(name, reason: TextStart.notUTF8)
                }
                headings.append(heading)
            }
            return headings
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
    /// - Throws: `FileError` where a heading is missing or occurs twice, or the text is not UTF-8.
    public func read(
        _ bytes: FileBytes,
        name: String,
        threads: Int = 1,
        progress: Progress? = nil
    ) async throws(FileError) -> TableRead {
        let headings = layout.hasHeader ? try Self.headings(of: bytes, name: name, layout: layout) : []
        if layout.hasHeader, headings.isEmpty {
            throw FileError(name, reason: "has no headings: it is empty, or a quote in its first line is not closed")
        }
        let (first, width) = try bytes.withBytes { span throws(FileError) in
            try recordsStart(span, name: name)
        }
        if let width, !layout.isRagged, layout.unpivot == nil { try checkPositions(width, file: name) }
        let parser = CSVParser(
            layout: layout,
            requests: requests,
            absentTexts: absentTexts,
            fields: try places(in: headings, file: name),
            fieldCount: layout.isRagged || layout.unpivot != nil ? nil : width
        )
        let reading = ChunkedReading(
            parser: parser,
            bytes: bytes,
            file: name,
            first: first.offset,
            firstLine: first.line,
            chunkSize: chunkSize
        )
        return await reading.read(threads: threads, progress: progress)
    }

    /// A position that no row can have.
    private func checkPositions(_ width: Int, file: String) throws(FileError) {
        for case .position(let position) in requests.map(\.source) where position > width {
            throw FileError(
                file,
                reason:
                    "has \(width) fields in a row, so there is no field \(position); say ragged: true where rows differ"
            )
        }
    }

    /// Where the records begin, the lines before, and how many fields the first record has.
    private func recordsStart(
        _ span: RawSpan,
        name: String
    ) throws(FileError) -> (first: (offset: Int, line: Int), width: Int?) {
        let start = try TextStart.data(span, layout, name: name)
        var record = CSVRecord()
        guard start.offset < span.byteCount,
            case .record(let end) = record.read(span, at: start.offset, delimiter: layout.delimiter)
        else { return (start, nil) }
        if end == span.byteCount, record.lineBreaks == 1, hasBareReturn(span, start.offset) {
            throw FileError(name, reason: "ends its lines with carriage returns only; save it with line feeds")
        }
        return (layout.hasHeader ? (end, start.line + record.lineBreaks) : start, record.fields.count)
    }

    /// Whether the only line holds a carriage return with something behind it.
    private func hasBareReturn(_ span: RawSpan, _ start: Int) -> Bool {
        (start..<max(start, span.byteCount - 2)).contains { span[$0] == carriageReturn }
    }

    private func places(in headings: [String], file: String) throws(FileError) -> [Int] {
        var places: [Int] = []
        for request in requests {
            switch request.source {
            case .position(let position): places.append(position - 1)
            case .name(let name):
                if let unpivot = layout.unpivot, [unpivot.slotColumn, unpivot.valueColumn].contains(request.column) {
                    places.append(0)
                } else {
                    places.append(try place(of: name, in: headings, file))
                }
            }
        }
        return places
    }

    /// The first headings, and where they may come from if there is only one.
    private func described(_ headings: [String]) -> String {
        let shown = headings.prefix(30).map { "\"\($0.prefix(60))\($0.count > 60 ? "…" : "")\"" }
        var list = shown.joined(separator: ", ")
        if headings.count > shown.count { list += " and \(headings.count - shown.count) more" }
        if headings.count > 1 { return "its columns are \(list)" }
        let others = [";", "\t", "|", ","].filter { headings.first?.contains($0) == true }
        guard let other = others.first else { return "its only column is \(list)" }
        return
            "its only column is \(list): say delimiter: \(other == "\t" ? "tab" : "\"\(other)\"") if that stands between fields"
    }

    private func place(of name: String, in headings: [String], _ file: String) throws(FileError) -> Int {
        guard layout.hasHeader else {
            throw FileError(file, reason: "has no headings, so \"\(name)\" must be given as a position, such as 3")
        }
        guard let place = headings.firstIndex(of: name) else {
            throw FileError(file, reason: "has no column \"\(name)\"; \(described(headings))")
        }
        if let other = headings[(place + 1)...].firstIndex(of: name) {
            throw FileError(
                file,
                reason:
                    "has two columns \"\(name)\"; name the one that is meant by its position, \(place + 1) or \(other + 1)"
            )
        }
        return place
    }
}
