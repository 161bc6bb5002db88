// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import TestSupport
import Testing

@Suite("Writing tables", .tags(.law))
struct WriterTests {
    private let requests = RandomTable.kinds.map { ColumnRequest($0.0, from: .name($0.0), as: $0.1) }

    @Test("what CSV writes is read back the same: hostile names, absent values, numbers of all sizes, moments")
    func roundTripCSV() async throws {
        for seed in 0..<300 {
            let table = RandomTable.make(seed: seed)
            let delimiter = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")][seed % 3]
            let bytes = CSVWriter(delimiter: delimiter).bytes(table)
            let read = try await CSVReader(CSVLayout(delimiter: delimiter), requests: requests).read(
                FileBytes.copying(bytes),
                name: "seed \(seed)"
            )
            #expect(read.rejections == Rejections(), "seed \(seed)")
            #expect(read.table.isIdentical(to: compact(table)), "seed \(seed)")
        }
    }

    @Test("a table of one column keeps its rows without a value")
    func roundTripOneColumn() async throws {
        for seed in 0..<100 {
            let table = RandomTable.make(seed: seed, columns: [("only", .name)])
            let bytes = CSVWriter().bytes(table)
            let read = try await CSVReader(requests: names("only")).read(FileBytes.copying(bytes), name: "")
            #expect(read.table.isIdentical(to: compact(table)), "seed \(seed)")
        }
    }

    @Test("what JSON Lines writes is read back the same")
    func roundTripJSON() async throws {
        for seed in 0..<300 {
            let table = RandomTable.make(seed: seed)
            let bytes = JSONLinesWriter().bytes(table)
            let read = try await JSONReader(.lines, requests: requests).read(
                FileBytes.copying(bytes),
                name: "seed \(seed)"
            )
            #expect(read.rejections == Rejections(), "seed \(seed)")
            #expect(read.table.isIdentical(to: compact(table)), "seed \(seed)")
        }
    }

    /// Names that no row has are not written.
    private func compact(_ table: Table) -> Table {
        var compacted = Table(rowCount: table.rowCount)
        for name in table.order {
            if case .names(let column) = table[name] {
                compacted.set(name, .names(column.compacted()))
            } else if let column = table[name] {
                compacted.set(name, column)
            }
        }
        return compacted
    }

    private var small: Table {
        var table = Table()
        table.set("item", .names(Categorical(["a,b", nil, "say \"hi\"", "two\nlines"])))
        table.set("slot", .integers([1, 2, -3, Column.absentInteger]))
        table.set("score", .numbers([0.5, .nan, 1e300, .infinity]))
        table.set("time", .instants([0, 1_772_366_400.25, -0.5, .nan]))
        return table
    }

    @Test("CSV quotes only what needs it, and prints moments as ISO 8601")
    func textCSV() {
        let text = String(decoding: CSVWriter().bytes(small), as: UTF8.self)
        #expect(
            text == """
                item,slot,score,time
                "a,b",1,0.5,1970-01-01T00:00:00Z
                ,2,,2026-03-01T12:00:00.25Z
                "say ""hi\""",-3,1e+300,1969-12-31T23:59:59.5Z
                "two
                lines",,,

                """
        )
    }

    @Test("JSON Lines writes every column in every row, null where there is no value")
    func textJSON() {
        let text = String(decoding: JSONLinesWriter().bytes(small), as: UTF8.self)
        #expect(
            text == #"""
                {"item":"a,b","slot":1,"score":0.5,"time":"1970-01-01T00:00:00Z"}
                {"item":null,"slot":2,"score":null,"time":"2026-03-01T12:00:00.25Z"}
                {"item":"say \"hi\"","slot":-3,"score":1e+300,"time":"1969-12-31T23:59:59.5Z"}
                {"item":"two\nlines","slot":null,"score":null,"time":null}

                """#
        )
    }

    @Test("control characters are escaped as JSON asks")
    func controls() throws {
        var table = Table()
        table.set("a\u{1}", .names(Categorical(["\u{0}\t\u{1F}\u{7F}\\"])))
        let bytes = JSONLinesWriter().bytes(table)
        #expect(String(decoding: bytes, as: UTF8.self) == "{\"a\\u0001\":\"\\u0000\\t\\u001f\u{7F}\\\\\"}\n")
        let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String]
        #expect(object == ["a\u{1}": "\u{0}\t\u{1F}\u{7F}\\"])
    }

    @Test("a file holds the bytes of the table, and nothing else is left beside it")
    func file() throws {
        let folder = try TemporaryFolder()
        var large = Table()
        large.set("n", .integers((0..<400_000).map { $0 }))
        try CSVWriter().write(large, to: folder.path + "/large.csv")
        try JSONLinesWriter().write(small, to: folder.path + "/small.jsonl")
        #expect(folder.bytes("large.csv") == CSVWriter().bytes(large))
        #expect(folder.bytes("small.jsonl") == JSONLinesWriter().bytes(small))
        #expect(folder.names == ["large.csv", "small.jsonl"])
    }

    @Test("a file that cannot be written is an error, and an old one stays as it was")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileError.self) { try CSVWriter().write(small, to: folder.path + "/no/such/folder.csv") }
        try folder.write("old", as: "taken.csv/inside")
        #expect(throws: FileError.self) { try CSVWriter().write(small, to: folder.path + "/taken.csv") }
        #expect(folder.names == ["taken.csv"])
    }
}
