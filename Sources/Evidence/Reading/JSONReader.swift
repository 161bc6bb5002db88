// SPDX-License-Identifier: Apache-2.0

/// Reads JSON: one value a line, or one document.
public struct JSONReader: Sendable {
    /// How values follow each other.
    public enum Layout: Sendable, Equatable {
        /// One value a line.
        case lines
        /// One list or object in the whole file.
        case document
    }

    /// How values follow each other.
    public var layout: Layout
    /// Names, separated by dots, that lead from each value to its rows: "appears" where each post lists its
    /// appearances.
    ///
    /// Lists on the way are walked through; `*` stands for every field of an object whose names are data.
    public var rowPath: String
    /// The columns to read.
    public var requests: [ColumnRequest]
    /// Texts that stand for "no value".
    public var absentTexts: [String]
    /// Bytes of JSON Lines that are read at a stretch; tests make it small.
    package var chunkSize = 4 << 20

    /// A reader for one layout and some columns.
    public init(_ layout: Layout, rowPath: String = "", requests: [ColumnRequest], absentTexts: [String] = []) {
        self.layout = layout
        self.rowPath = rowPath
        self.requests = requests
        self.absentTexts = absentTexts
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: Its bytes.
    ///   - name: What to call it in messages.
    ///   - threads: Chunks in work at the same time; never changes the result.
    ///   - progress: Told of the bytes that are done.
    /// - Returns: The rows and what was rejected.
    /// - Throws: `FileError` where the text is not UTF-8, or a document is empty.
    public func read(
        _ bytes: FileBytes,
        name: String,
        threads: Int = 1,
        progress: Progress? = nil
    ) async throws(FileError) -> TableRead {
        let start = try bytes.withBytes { span throws(FileError) in try TextStart.offset(span, name: name) }
        let rows = JSONRows(path: rowPath, requests: requests)
        switch layout {
        case .lines:
            let parser = JSONLinesParser(rows: rows, absentTexts: absentTexts)
            return await ChunkedReading(
                parser: parser,
                bytes: bytes,
                file: name,
                first: start,
                firstLine: 0,
                chunkSize: chunkSize
            ).read(threads: threads, progress: progress)
        case .document:
            guard start < bytes.count else { throw FileError(name, reason: "is empty: one JSON value was expected") }
            let parser = JSONDocumentParser(rows: rows, absentTexts: absentTexts)
            return await ChunkedReading(
                parser: parser,
                bytes: bytes,
                file: name,
                first: start,
                firstLine: 0,
                chunkSize: max(bytes.count, 1)
            ).read(threads: 1, progress: progress)
        }
    }
}
