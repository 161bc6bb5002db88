// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport
import Testing

@Suite("Laws of reading", .tags(.law, .hostile))
struct ReadingLawTests {
    private let csvRequests = [
        ColumnRequest("a", from: .position(1), as: .name), ColumnRequest("n", from: .position(2), as: .integer),
        ColumnRequest("t", from: .position(3), as: .instant(.iso8601, zone: 0)),
    ]
    private let jsonRequests = [
        ColumnRequest("a", from: .name("a"), as: .name), ColumnRequest("n", from: .name("n"), as: .integer),
    ]

    /// Separated values with quotes, line breaks inside them, and rows that cannot be used.
    private func csv(_ draws: inout Draws) -> [UInt8] {
        let fields = [
            "a", "bc", "1", "22", "2026-03-01", "2026-03-01T10:00:00Z", "", "\"q\"", "\"two\nlines\"", "\"d\"\"d\"",
            "\"a,b\"", "\"\n\n\"",
            "é", "\"open", "x\"y", "\"z\"z", "日本語日本語",
        ]
        let ends = ["\n", "\n", "\n", "\r\n", "\n\n"]
        let rows = (0..<draws.below(40)).map { _ in
            (0..<(draws.chance(0.9) ? 3 : draws.below(5) + 1)).map { _ in draws.pick(fields) }.joined(separator: ",")
        }
        return Array(rows.map { $0 + draws.pick(ends) }.joined().utf8)
    }

    private func json(_ draws: inout Draws) -> [UInt8] {
        let lines = [
            "{\"a\":\"x\",\"n\":1}", "{\"n\":22,\"a\":\"é\\n\"}", "", "  ", "{\"a\":[]}", "{\"a\":\"open",
            "[{\"a\":\"p\"},{\"n\":3}]", "{\"n\":\"z\"}",
            "{\"a\":\"a longer text than eight bytes\"}",
        ]
        return Array((0..<draws.below(40)).map { _ in draws.pick(lines) + draws.pick(["\n", "\r\n"]) }.joined().utf8)
    }

    @Test("chunks of any size and any number of threads give the same table, rejections and line numbers")
    func chunks() async throws {
        for seed in 0..<12 {
            var draws = Draws(seed: seed)
            let csvBytes = FileBytes.copying(csv(&draws))
            let jsonBytes = FileBytes.copying(json(&draws))
            var csvReader = CSVReader(CSVLayout(hasHeader: false, isRagged: seed % 2 == 0), requests: csvRequests)
            var jsonReader = JSONReader(.lines, requests: jsonRequests)
            let wholeCSV = try await csvReader.read(csvBytes, name: "f")
            let wholeJSON = try await jsonReader.read(jsonBytes, name: "f")
            for size in 1...64 {
                (csvReader.chunkSize, jsonReader.chunkSize) = (size, size)
                for threads in 1...3 {
                    let csv = try await csvReader.read(csvBytes, name: "f", threads: threads)
                    #expect(
                        csv.table.isIdentical(to: wholeCSV.table),
                        "seed \(seed), \(size) bytes, \(threads) threads"
                    )
                    #expect(csv.rejections == wholeCSV.rejections, "seed \(seed), \(size) bytes, \(threads) threads")
                    let json = try await jsonReader.read(jsonBytes, name: "f", threads: threads)
                    #expect(
                        json.table.isIdentical(to: wholeJSON.table),
                        "seed \(seed), \(size) bytes, \(threads) threads"
                    )
                    #expect(json.rejections == wholeJSON.rejections, "seed \(seed), \(size) bytes, \(threads) threads")
                }
            }
        }
    }

    @Test("the reader agrees with one that looks at every byte")
    func reference() async throws {
        let requests = (1...5).map { ColumnRequest("\($0)", from: .position($0), as: .name) }
        for seed in 100..<600 {
            var draws = Draws(seed: seed)
            let bytes = csv(&draws)
            var reader = CSVReader(CSVLayout(hasHeader: false, isRagged: true), requests: requests)
            reader.chunkSize = 1 + draws.below(200)
            let read = try await reader.read(FileBytes.copying(bytes), name: "f", threads: 2)
            let records = ReferenceCSV.records(bytes)
            let fields = records.compactMap { record in if case .fields(let fields) = record { fields } else { nil } }
            #expect(
                read.table.rowCount == fields.count && read.rejections.total == records.count - fields.count,
                "seed \(seed)"
            )
            for column in 1...5 {
                let expected = fields.map { row -> String? in
                    guard column <= row.count, !row[column - 1].isEmpty else { return nil }
                    return String(decoding: row[column - 1], as: UTF8.self)
                }
                #expect(read.texts("\(column)") == expected, "seed \(seed), column \(column)")
            }
        }
    }

    /// Changes, drops, doubles or inserts some bytes.
    private func mutate(_ bytes: [UInt8], _ draws: inout Draws) -> [UInt8] {
        var bytes = bytes
        let telling = Array("\"\"\n\r,:[]{}\\0-.e\u{0}".utf8) + [0xFF, 0xC3, 0xEF]
        for _ in 0...draws.below(3) where !bytes.isEmpty {
            let at = draws.below(bytes.count)
            switch draws.below(4) {
            case 0: bytes[at] = draws.pick(telling)
            case 1: bytes[at] = UInt8(draws.below(256))
            case 2: bytes.remove(at: at)
            default: bytes.insert(draws.pick(telling), at: at)
            }
        }
        return bytes
    }

    @Test("mutated files never crash, and each record is a row or a counted rejection")
    func mutations() async throws {
        var draws = Draws(seed: 4_242)
        let files = (0..<20).map { _ in csv(&draws) }
        let lines = (0..<20).map { _ in json(&draws) }
        let csvReader = CSVReader(CSVLayout(hasHeader: false), requests: csvRequests)
        let jsonReader = JSONReader(.lines, requests: [jsonRequests[1]])
        for round in 0..<10_000 {
            let csv = mutate(files[round % files.count], &draws)
            if !(csv.starts(with: [0xFF, 0xFE]) || csv.starts(with: [0xEF, 0xBB]) || csv.prefix(4).contains(0)),
                let read = try? await csvReader.read(FileBytes.copying(csv), name: "f", threads: 1)
            {
                let records = ReferenceCSV.records(csv)
                #expect(read.table.rowCount + read.rejections.total == records.count, "round \(round): \(csv)")
            }
            let json = mutate(lines[round % lines.count], &draws)
            guard let read = try? await jsonReader.read(FileBytes.copying(json), name: "f", threads: 1) else {
                continue
            }
            let filled = json.split(separator: 10).count { line in line.contains { ![0x20, 0x0D, 0x09].contains($0) } }
            #expect(
                read.table.rowCount + read.rejections.total >= filled - json.count { $0 == UInt8(ascii: "[") },
                "round \(round)"
            )
            _ = try? await JSONReader(.document, requests: jsonRequests).read(FileBytes.copying(json), name: "f")
        }
    }
}
