// SPDX-License-Identifier: Apache-2.0

/// Separated values read one byte after the other, as plainly as possible: what the fast reader has to agree with.
enum ReferenceCSV {
    enum Record: Equatable {
        case fields([[UInt8]])
        case malformed
    }

    static func records(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [Record] {
        var records: [Record] = []
        var at = 0
        while at < bytes.count {
            let start = at
            if let (fields, end) = record(bytes, at, delimiter) {
                let isBlank =
                    bytes[start] == 10 || (bytes[start] == 13 && (start + 1 == bytes.count || bytes[start + 1] == 10))
                if !isBlank { records.append(.fields(fields)) }
                at = end
            } else {
                records.append(.malformed)
                while at < bytes.count, bytes[at] != 10 { at += 1 }
                at += 1
            }
        }
        return records
    }

    private static func record(_ bytes: [UInt8], _ start: Int, _ delimiter: UInt8) -> ([[UInt8]], Int)? {
        var fields: [[UInt8]] = []
        var at = start
        while true {
            var field: [UInt8] = []
            if at < bytes.count, bytes[at] == 34 {
                at += 1
                while true {
                    guard at < bytes.count else { return nil }
                    if bytes[at] == 34 {
                        guard at + 1 < bytes.count, bytes[at + 1] == 34 else { break }
                        at += 1
                    }
                    field.append(bytes[at])
                    at += 1
                }
                at += 1
                let isEnd = at == bytes.count || bytes[at] == delimiter || bytes[at] == 10
                guard isEnd || (bytes[at] == 13 && (at + 1 == bytes.count || bytes[at + 1] == 10)) else { return nil }
                if at < bytes.count, bytes[at] == 13 { at += 1 }
            } else {
                while at < bytes.count, bytes[at] != delimiter, bytes[at] != 10 {
                    field.append(bytes[at])
                    at += 1
                }
                if field.last == 13, at == bytes.count || bytes[at] == 10 { field.removeLast() }
            }
            fields.append(field)
            if at >= bytes.count { return (fields, at) }
            at += 1
            if bytes[at - 1] == 10 { return (fields, at) }
        }
    }
}
