// SPDX-License-Identifier: Apache-2.0
import Evidence
import Testing

@Suite("Reading separated values")
struct CSVReaderTests {
    private let three = [
        ColumnRequest("a", from: .name("a"), as: .name), ColumnRequest("b", from: .name("b"), as: .name),
        ColumnRequest("n", from: .name("n"), as: .integer),
    ]

    @Test(
        "the same two rows, however they are written",
        arguments: [
            "a,b,n\nx,y,1\nz,w,2\n",
            "a,b,n\nx,y,1\nz,w,2",
            "a,b,n\r\nx,y,1\r\nz,w,2\r\n",
            "\u{FEFF}a,b,n\nx,y,1\nz,w,2\n",
            "\"a\",\"b\",\"n\"\n\"x\",\"y\",\"1\"\n\"z\",\"w\",\"2\"",
            "a,b,n\n\nx,y,1\n\r\n\nz,w,2\n\n\n",
            "n,b,a\n1,y,x\n2,w,z\n",
            "\n\na,b,n\nx,y,1\nz,w,2\n",
            "a,b,n\nx,y,+1\nz,w,2.0\n",
        ]
    )
    func forms(text: String) async throws {
        let read = try await readCSV(text, three)
        #expect(read.rejections.total == 0)
        #expect(read.texts("a") == ["x", "z"])
        #expect(read.texts("b") == ["y", "w"])
        #expect(read.texts("n") == ["1", "2"])
    }

    @Test("quotes hold delimiters, line breaks and doubled quotes; quotes inside a field are letters")
    func quotes() async throws {
        let read = try await readCSV(
            "a,b\n\"x,1\",\"two\r\nlines\"\n\"say \"\"hi\"\"\",5\" disk\n\"\"\"\",\n",
            names("a", "b")
        )
        #expect(read.texts("a") == ["x,1", "say \"hi\"", "\""])
        #expect(read.texts("b") == ["two\r\nlines", "5\" disk", nil])
    }

    @Test("a position beyond the last field is an error, except where rows may differ")
    func position() async throws {
        let beyond = [ColumnRequest("c", from: .position(3), as: .name)]
        await #expect(throws: FileError.self) { try await readCSV("x,y\n", beyond, CSVLayout(hasHeader: false)) }
        let ragged = try await readCSV("x,y\nx,y,z\n", beyond, CSVLayout(hasHeader: false, isRagged: true))
        #expect(ragged.texts("c") == [nil, "z"])
    }

    @Test("headings may be quoted, hold quotes and line breaks")
    func quotedHeadings() async throws {
        let read = try await readCSV("\"the \"\"a\"\"\nof it\",b\n1,2\n", names("the \"a\"\nof it"))
        #expect(read.texts("the \"a\"\nof it") == ["1"])
    }

    @Test("without headings fields are taken by position")
    func headerless() async throws {
        let requests = [ColumnRequest("second", from: .position(2), as: .name)]
        let read = try await readCSV("x,y\nz,w\n", requests, CSVLayout(hasHeader: false))
        #expect(read.texts("second") == ["y", "w"])
        await #expect(throws: FileError.self) {
            try await readCSV("x,y\n", names("x"), CSVLayout(hasHeader: false))
        }
    }

    @Test("a row of another width is rejected, or padded where rows may be ragged")
    func ragged() async throws {
        let text = "a,b,n\nx,y,1\nshort\nx,y,1,more\n"
        let strict = try await readCSV(text, three)
        #expect(strict.texts("a") == ["x"])
        #expect(strict.rejections.counts == ["wrong number of fields": 2])
        #expect(strict.places == ["3:1: 1 fields, expected 3", "4:1: 4 fields, expected 3"])
        let ragged = try await readCSV(text, three, CSVLayout(isRagged: true))
        #expect(ragged.texts("a") == ["x", "short", "x"])
        #expect(ragged.texts("n") == ["1", nil, "1"])
    }

    @Test("a wide row becomes one row for each filled cell, numbered by its place")
    func wide() async throws {
        let layout = CSVLayout(
            hasHeader: false,
            unpivot: CSVLayout.Unpivot(first: 2, valueColumn: "item", slotColumn: "slot")
        )
        let requests = [
            ColumnRequest("item", from: .name("item"), as: .name),
            ColumnRequest("slot", from: .name("slot"), as: .integer),
            ColumnRequest("time", from: .position(1), as: .instant(.iso8601, zone: 0)),
        ]
        let read = try await readCSV("2026-03-01,p,,q\n2026-03-02,r\n2026-03-03\n", requests, layout)
        #expect(read.texts("item") == ["p", "q", "r"])
        #expect(read.texts("slot") == ["1", "3", "1"])
        #expect(read.texts("time").map { $0?.prefix(10) } == ["2026-03-01", "2026-03-01", "2026-03-02"])
    }

    @Test("an empty text is no value, quoted or not, and so are the texts that the caller names")
    func absent() async throws {
        let read = try await readCSV("a,b,n\n,\"\",NA\nNA,x,\n", three, absent: ["NA"])
        #expect(read.texts("a") == [nil, nil])
        #expect(read.texts("b") == [nil, "x"])
        #expect(read.texts("n") == [nil, nil])
        let needed = [ColumnRequest("a", from: .name("a"), as: .name, isRequired: true)]
        let strict = try await readCSV("a\n\"\"\nx\n", needed)
        #expect(strict.places == ["2:2: a: \"\" is missing value"])
        #expect(strict.texts("a") == ["x"])
    }

    @Test("a value of the wrong kind names file, line and column; characters are counted, not bytes")
    func places() async throws {
        let read = try await readCSV("a,b,n\n\"two\nlines\",é日,1.5\nx,y,2\nx,y,99999999999\n", three)
        #expect(read.texts("n") == ["2"])
        #expect(
            read.places == [
                "3:11: n: \"1.5\" is not a whole number of 32 bits",
                "5:5: n: \"99999999999\" is not a whole number of 32 bits",
            ]
        )
        #expect(read.rejections.examples.allSatisfy { $0.file == "test.csv" })
    }

    @Test("an unclosed quote costs its line, not the rest of the file")
    func unclosed() async throws {
        let filler = String(repeating: "x,y,1\n", count: 200_000)
        let read = try await readCSV("a,b,n\n\"open,y,1\n" + filler, three)
        #expect(read.rejections.counts == ["a quote is not closed": 1])
        #expect(read.places == ["2:1: a quote is not closed"])
        #expect(read.table.rowCount == 200_000)
        let end = try await readCSV("a,b,n\nx,y,1\nx,\"y", three)
        #expect(end.places == ["3:3: a quote is not closed"])
    }

    @Test("text behind a closing quote is no field")
    func behindQuote() async throws {
        let read = try await readCSV("a,b,n\n\"x\"y,z,1\nx,y,2\n", three)
        #expect(read.places == ["2:4: text behind a closing quote"])
        #expect(read.texts("n") == ["2"])
    }

    @Test("NUL bytes are letters of a name, and no number")
    func nul() async throws {
        let read = try await readCSV("a,b,n\nx\u{0}y,z,1\nx,y,\u{0}\n", three)
        #expect(read.texts("a") == ["x\u{0}y"])
        #expect(read.rejections.total == 1)
    }

    @Test("invalid UTF-8 in a name rejects the row; in a column nobody asked for it does not matter")
    func invalidText() async throws {
        let bytes = Array("a,b\n".utf8) + [0xFF, 0x2C, 0x79, 0x0A] + Array("x,".utf8) + [0xC3, 0x28, 0x0A]
        let read = try await CSVReader(requests: names("a")).read(FileBytes.copying(bytes), name: "f")
        #expect(read.texts("a") == ["x"])
        #expect(read.rejections.counts == ["a: not UTF-8": 1])
    }

    @Test("UTF-16 is refused, with and without its mark")
    func wide16() async {
        for bytes: [UInt8] in [
            [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x2C, 0], [0, 0x61, 0, 0x2C],
        ] {
            await #expect(throws: FileError("f", reason: "is UTF-16; save it as UTF-8")) {
                try await CSVReader(requests: names("a")).read(FileBytes.copying(bytes), name: "f")
            }
        }
    }

    @Test("a file without headings, of the wrong headings, or with one twice says so")
    func headings() async {
        await #expect(throws: FileError.self) { try await readCSV("", names("a")) }
        await #expect(throws: FileError("test.csv", reason: "has no column \"c\"; its columns are \"a\", \"b\"")) {
            try await readCSV("a,b\n1,2\n", names("c"))
        }
        await #expect(
            throws: FileError(
                "test.csv",
                reason: "has two columns \"a\"; name the one that is meant by its position, 1 or 3"
            )
        ) { try await readCSV("a,b,a\n1,2,3\n", names("a")) }
        await #expect(throws: FileError.self) { try await readCSV("a,b\r1,2\r3,4\r", names("a")) }
    }

    @Test("a heading that occurs twice may be asked for by position, and others by name")
    func twice() async throws {
        let read = try await readCSV(
            "a,b,a\n1,2,3\n",
            [ColumnRequest("last", from: .position(3), as: .name), ColumnRequest("b", from: .name("b"), as: .name)]
        )
        #expect(read.texts("last") == ["3"])
        #expect(read.texts("b") == ["2"])
    }

    @Test("a file with headings only has no rows")
    func noRows() async throws {
        for text in ["a,b,n\n", "a,b,n", "\u{FEFF}a,b,n\r\n\r\n"] {
            let read = try await readCSV(text, three)
            #expect(read.table.rowCount == 0 && read.rejections.total == 0)
            #expect(read.table.order == ["a", "b", "n"])
        }
        let headerless = [ColumnRequest("a", from: .position(1), as: .name)]
        #expect(try await readCSV("", headerless, CSVLayout(hasHeader: false)).table.rowCount == 0)
    }

    @Test("lines above the headings and comments are left out, and still counted as lines")
    func preamble() async throws {
        let text = "Report of\n\"March\n#x\na;n\n1;1\n# note; of the day\n2;x\n"
        let layout = CSVLayout(delimiter: UInt8(ascii: ";"), skippedLines: 2, comment: UInt8(ascii: "#"))
        let read = try await readCSV(text, [three[0], three[2]], layout)
        #expect(read.texts("a") == ["1"])
        #expect(read.places == ["7:3: n: \"x\" is not a whole number of 32 bits"])
    }

    @Test("the first twenty rejected rows are kept, all are counted")
    func manyRejected() async throws {
        let read = try await readCSV("a,b,n\n" + String(repeating: "x,y,z\n", count: 50), three)
        #expect(read.rejections.total == 50)
        #expect(read.rejections.examples.map(\.line) == Array(2...21))
    }

    @Test("a file without line breaks costs no more than its length", .timeLimit(.minutes(1)))
    func oneLine() async throws {
        var bytes = Array("a,b,n\n".utf8)
        bytes += Array(repeating: UInt8(ascii: "x"), count: 4 << 20)
        var csv = CSVReader(requests: three)
        csv.chunkSize = 64
        let separated = try await csv.read(FileBytes.copying(bytes), name: "f", threads: 2)
        #expect(separated.rejections.counts == ["wrong number of fields": 1])
        var json = JSONReader(.lines, requests: names("a"))
        json.chunkSize = 64
        let lines = try await json.read(FileBytes.copying(bytes), name: "f", threads: 2)
        #expect(lines.rejections.counts == ["not JSON": 2])
    }

    @Test("headings of another encoding, of another program or without an end say what to do")
    func odd() async {
        func problem(_ bytes: [UInt8]) async -> String? {
            do throws(FileError) {
                _ = try await CSVReader(requests: names("a")).read(FileBytes.copying(bytes), name: "f")
                return nil
            } catch {
                return error.reason
            }
        }
        await #expect(problem(Array("Ger".utf8) + [0xE4] + Array("t,b\n1,2\n".utf8))?.contains("iconv") == true)
        await #expect(problem([0x50, 0x4B, 3, 4, 20, 0])?.contains("workbook") == true)
        await #expect(problem([0x1F, 0x8B, 8, 0])?.contains(".gz") == true)
        await #expect(problem(Array("PAR1".utf8) + [21, 0])?.contains("Parquet") == true)
        await #expect(problem(Array(repeating: 0x78, count: 17 << 20))?.contains("17 MB") == true)
        await #expect(problem(Array("x;y;a\n".utf8))?.contains("delimiter: \";\"") == true)
        let many = (1...1_000).map { "c\($0)" }.joined(separator: ",")
        await #expect(problem(Array(many.utf8))?.hasSuffix("\"c30\" and 970 more") == true)
    }

    @Test(
        "a refused value that other programs write for none says how to declare it",
        arguments: ["NaN", "N/A", "null"]
    )
    func absentWords(_ word: String) async throws {
        let read = try await readCSV("a,b,n\nx,y,\(word)\n", three)
        #expect(read.places.first?.hasSuffix("list it under absent") == true)
        #expect(try await readCSV("a,b,n\nx,y,\(word)\n", three, absent: [word]).rejections.total == 0)
    }
}
