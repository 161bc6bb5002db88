// SPDX-License-Identifier: Apache-2.0

/// What the beginning of a file says about its columns: enough to propose how it is to be read.
package struct TableSketch: Sendable, Equatable {
    /// How the file is written.
    package enum Layout: Sendable, Equatable {
        case csv(CSVLayout)
        case json(JSONReader.Layout, rowPath: String)
    }

    /// One column and the first of its values, absent ones left out.
    package struct Column: Sendable, Equatable {
        package var name: String
        package var examples: [String]
    }

    package var layout: Layout
    package var columns: [Column]

    /// Rows that are looked at.
    private static let rows = 200
    /// Bytes of a value that are looked at.
    private static let longest = 1 << 16

    /// Looks at a file.
    ///
    /// - Throws: `FileError` where it is empty, has no headings, or is no JSON although it begins like it.
    package init(of bytes: FileBytes, name: String) throws(FileError) {
        self = try bytes.withBytes { span throws(FileError) in
            let start = JSONTape.skipSpace(span, try TextStart.offset(span, name: name))
            guard start < span.byteCount else { throw FileError(name, reason: "is empty") }
            return span[start] == UInt8(ascii: "{") || span[start] == UInt8(ascii: "[")
                ? try TableSketch.json(span, start, name) : try TableSketch.csv(span, name)
        }
    }

    fileprivate init(layout: Layout, columns: [Column]) {
        self.layout = layout
        self.columns = columns
    }

    // MARK: Separated values

    private static func csv(_ span: RawSpan, _ name: String) throws(FileError) -> TableSketch {
        let start = try TextStart.data(span, CSVLayout(), name: name).offset
        var record = CSVRecord()
        var best = (delimiter: UInt8(ascii: ","), width: 0)
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")] {
            if case .record = record.read(span, at: start, delimiter: delimiter), record.fields.count > best.width {
                best = (delimiter, record.fields.count)
            }
        }
        guard case .record(var at) = record.read(span, at: start, delimiter: best.delimiter) else {
            throw FileError(name, reason: "its first line is no row of headings: a quote is not closed")
        }
        guard at - start <= CSVReader.longestHeadings else {
            throw FileError(name, reason: "has a first line of \((at - start) >> 20) MB: these are no headings")
        }
        guard record.fields.allSatisfy({ isText(span, $0) }) else { throw FileError(name, reason: TextStart.notUTF8) }
        var columns = texts(record, span).map { Column(name: $0, examples: []) }
        if let odd = columns.first(where: { isValue($0.name) }) {
            throw FileError(
                name,
                reason: "has no headings: its first line holds \"\(odd.name)\"; write a recipe that says header: false"
            )
        }
        for _ in 0..<rows where at < span.byteCount {
            switch record.read(span, at: at, delimiter: best.delimiter) {
            case .malformed(_, _, let end): at = end
            case .record(let end):
                for (index, text) in texts(record, span).enumerated() where index < columns.count && !text.isEmpty {
                    columns[index].examples.append(text)
                }
                at = end
            }
        }
        return TableSketch(layout: .csv(CSVLayout(delimiter: best.delimiter)), columns: columns)
    }

    private static func isText(_ span: RawSpan, _ field: CSVRecord.Field) -> Bool {
        String(validating: (field.start..<field.end).map { span[$0] }, as: UTF8.self) != nil
    }

    private static func texts(_ record: CSVRecord, _ span: RawSpan) -> [String] {
        var scratch: [UInt8] = []
        return record.fields.map { field in
            if field.isEscaped {
                CSVParser.unescape(span, field, into: &scratch)
                return String(decoding: scratch, as: UTF8.self)
            }
            return String(
                decoding: (field.start..<min(field.end, field.start + longest)).map { span[$0] },
                as: UTF8.self
            )
        }
    }

    /// Whether a text is rather a value than a heading.
    private static func isValue(_ text: String) -> Bool {
        text.isEmpty || Double(text) != nil || InstantFormat.iso8601.seconds(text) != nil
    }

    // MARK: JSON

    private static func json(_ span: RawSpan, _ start: Int, _ name: String) throws(FileError) -> TableSketch {
        var sketch = JSONSketch()
        do throws(JSONTape.Malformed) {
            return try sketch.read(span, start, rows: rows)
        } catch {
            throw FileError(name, reason: "is no JSON: \(error.reason)")
        }
    }
}

/// Collects the fields of the first records of JSON.
private struct JSONSketch {
    private var columns: [TableSketch.Column] = []
    private var places: [String: Int] = [:]

    mutating func read(_ span: RawSpan, _ start: Int, rows: Int) throws(JSONTape.Malformed) -> TableSketch {
        var tape = JSONTape()
        var at = start
        if span[start] == UInt8(ascii: "[") {
            at = JSONTape.skipSpace(span, start + 1)
            for _ in 0..<rows where at < span.byteCount && span[at] != UInt8(ascii: "]") {
                at = JSONTape.skipSpace(span, try tape.read(span, at: at))
                add(0, "", tape, span)
                if at < span.byteCount, span[at] == UInt8(ascii: ",") { at = JSONTape.skipSpace(span, at + 1) }
            }
            return TableSketch(layout: .json(.document, rowPath: ""), columns: columns)
        }
        at = JSONTape.skipSpace(span, try tape.read(span, at: at))
        guard at >= span.byteCount else {
            add(0, "", tape, span)
            for _ in 1..<rows where at < span.byteCount {
                at = JSONTape.skipSpace(span, try tape.read(span, at: at))
                add(0, "", tape, span)
            }
            return TableSketch(layout: .json(.lines, rowPath: ""), columns: columns)
        }
        let (list, path) = Self.rows(in: tape, span) ?? (0, "")
        let records = tape.tokens[list].kind == .array ? tape.elements(ofArrayAt: list) : [list]
        for record in records.prefix(rows) { add(record, "", tape, span) }
        return TableSketch(layout: .json(.document, rowPath: path), columns: columns)
    }

    /// The first list of objects, the outermost first.
    private static func rows(in tape: JSONTape, _ span: RawSpan) -> (list: Int, path: String)? {
        var queue = [(index: 0, path: "", depth: 0)]
        while !queue.isEmpty {
            let (index, path, depth) = queue.removeFirst()
            for value in tape.values(inObjectAt: index) {
                let name = text(tape.tokens[value - 1], span) ?? ""
                let inner = path.isEmpty ? name : path + "." + name
                if tape.tokens[value].kind == .array, let first = tape.elements(ofArrayAt: value).first,
                    tape.tokens[first].kind == .object
                {
                    return (value, inner)
                }
                if tape.tokens[value].kind == .object, depth < 3 { queue.append((value, inner, depth + 1)) }
            }
        }
        return nil
    }

    /// Adds the fields of an object, those of objects inside by their paths.
    private mutating func add(_ index: Int, _ path: String, _ tape: JSONTape, _ span: RawSpan) {
        for value in tape.values(inObjectAt: index) {
            guard let name = Self.text(tape.tokens[value - 1], span) else { continue }
            let full = path.isEmpty ? name : path + "." + name
            let token = tape.tokens[value]
            if token.kind == .object {
                if path.isEmpty { add(value, full, tape, span) }
                continue
            }
            let place = places[full] ?? columns.count
            if place == columns.count {
                columns.append(TableSketch.Column(name: full, examples: []))
                places[full] = place
            }
            if let text = Self.text(token, span), !text.isEmpty { columns[place].examples.append(text) }
        }
    }

    private static func text(_ token: JSONTape.Token, _ span: RawSpan) -> String? {
        switch token.kind {
        case .string, .number, .yes, .no: String(decoding: (token.start..<token.end).map { span[$0] }, as: UTF8.self)
        case .escapedString:
            JSONString.unescape(span, token.start, token.end).map { String(decoding: $0, as: UTF8.self) }
        case .object, .array, .null: nil
        }
    }
}
