// SPDX-License-Identifier: Apache-2.0

/// Reads records of separated values into columns.
struct CSVParser: RecordParser {
    let layout: CSVLayout
    let requests: [ColumnRequest]
    let absentTexts: [String]
    /// The field of each request, counted from 0.
    let fields: [Int]
    /// How many fields a row has to have, or `nil` where it does not matter.
    let fieldCount: Int?

    func guessStart(_ span: RawSpan, atOrAfter offset: Int) -> Int { CSVRecord.nextLine(span, offset - 1) }

    func parse(_ span: RawSpan, from start: Int, until limit: Int, file: String, into rows: inout RowBuilder) -> Int {
        var record = CSVRecord()
        var scratch: [UInt8] = []
        var at = start
        while at < limit {
            if let comment = layout.comment, span[at] == comment {
                rows.lines += 1
                at = CSVRecord.nextLine(span, at)
                continue
            }
            switch record.read(span, at: at, delimiter: layout.delimiter) {
            case .malformed(let place, let reason, let end):
                rows.reject(reason, at: place, of: span, recordStart: at, file: file, message: reason)
                rows.lines += 1
                at = end
            case .record(let end):
                if !isBlank(record, at) {
                    if let unpivot = layout.unpivot {
                        appendEach(record, unpivot, span, at, file, &scratch, &rows)
                    } else {
                        append(record, span, at, file, &scratch, &rows)
                    }
                }
                rows.lines += record.lineBreaks
                at = end
            }
        }
        return at
    }

    /// A line without a character; an empty field in quotes is a value that is absent.
    private func isBlank(_ record: CSVRecord, _ start: Int) -> Bool {
        record.fields.count == 1 && record.fields[0].end == start
    }

    private func append(
        _ record: CSVRecord,
        _ span: RawSpan,
        _ start: Int,
        _ file: String,
        _ scratch: inout [UInt8],
        _ rows: inout RowBuilder
    ) {
        if let fieldCount, record.fields.count != fieldCount {
            rows.reject(
                "wrong number of fields",
                file: file,
                message: "\(record.fields.count) fields, expected \(fieldCount)"
            )
            return
        }
        for index in fields.indices {
            guard fill(index, from: fields[index], record, span, start, file, &scratch, &rows) else { return }
        }
        rows.commit()
    }

    /// One row for each field from `unpivot.first` on that is not empty.
    private func appendEach(
        _ record: CSVRecord,
        _ unpivot: CSVLayout.Unpivot,
        _ span: RawSpan,
        _ start: Int,
        _ file: String,
        _ scratch: inout [UInt8],
        _ rows: inout RowBuilder
    ) {
        for place in record.fields.indices.dropFirst(unpivot.first - 1)
        where record.fields[place].start < record.fields[place].end {
            let slot = Array(String(place - unpivot.first + 2).utf8)
            var isComplete = true
            for index in requests.indices where isComplete {
                if requests[index].column == unpivot.slotColumn {
                    isComplete = (try? rows.columns[index].append(text: slot, of: span)) != nil
                } else {
                    let field = requests[index].column == unpivot.valueColumn ? place : fields[index]
                    isComplete = fill(index, from: field, record, span, start, file, &scratch, &rows)
                }
            }
            if isComplete { rows.commit() }
        }
    }

    /// Adds one field to its column, or rejects the row.
    @inline(__always)
    private func fill(
        _ index: Int,
        from place: Int,
        _ record: CSVRecord,
        _ span: RawSpan,
        _ start: Int,
        _ file: String,
        _ scratch: inout [UInt8],
        _ rows: inout RowBuilder
    ) -> Bool {
        do throws(ColumnBuilder.Refusal) {
            guard place < record.fields.count else {
                try rows.columns[index].appendAbsent()
                return true
            }
            let field = record.fields[place]
            if field.isEscaped {
                Self.unescape(span, field, into: &scratch)
                try rows.columns[index].append(text: scratch, of: span)
            } else {
                try rows.columns[index].append(span, field.start, field.end)
            }
            return true
        } catch {
            let field = place < record.fields.count ? record.fields[place] : nil
            rows.reject(
                "\(requests[index].column): \(error.reason)",
                at: field?.start ?? start,
                of: span,
                recordStart: start,
                file: file,
                message: error.message(requests[index], found: field.map { span.excerpt($0.start, $0.end) })
            )
            return false
        }
    }

    static func unescape(_ span: RawSpan, _ field: CSVRecord.Field, into scratch: inout [UInt8]) {
        scratch.removeAll(keepingCapacity: true)
        var at = field.start
        while at < field.end {
            scratch.append(span[at])
            at += span[at] == UInt8(ascii: "\"") ? 2 : 1
        }
    }
}
