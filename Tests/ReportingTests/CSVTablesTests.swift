// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.golden, .hostile)) struct CSVTablesTests {
    @Test(
        "a field is quoted where RFC 4180 asks for it",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\r\nlines", "\"two\r\nlines\""),
            ("", ""), (" edge", "\" edge\""),
        ]
    )
    func quotes(text: String, written: String) {
        #expect(CSVTable("t.csv", ["c"], [[.text(text)]]).text == "c\r\n\(written)\r\n")
    }

    @Test(
        "no text of the data is a formula for a spreadsheet",
        arguments: [
            ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("-5", "-5"),
            ("+1.5", "+1.5"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("\t=1", "'\t=1"), ("a=1", "a=1"),
        ]
    )
    func disarms(text: String, written: String) {
        #expect(CSVTable("t.csv", ["c"], [[.text(text)]]).text == "c\r\n\(written)\r\n")
    }

    @Test("numbers keep all their digits; those that are none are left out")
    func numbers() {
        let table = CSVTable("t.csv", ["a", "b", "c"], [[.optional(0.1 + 0.2), .optional(Double.nan), .integer(-3)]])
        #expect(table.text == "a,b,c\r\n0.30000000000000004,,-3\r\n")
    }

    @Test("every table of the fixture is as it was", arguments: CSVTables.names)
    func golden(name: String) throws {
        let texts = [RecordFixture.record, RecordFixture.society, RecordFixture.compared].flatMap {
            CSVTables($0).texts
        }
        let text = try #require(texts.first { $0.name == name }).text
        try Golden.expect(text, is: name)
    }

    @Test("a table without rows is not written")
    func onlyRows() {
        let names = CSVTables(RecordFixture.plain).texts.map(\.name)
        #expect(!names.contains { $0.hasPrefix("society-") })
        #expect(!names.contains("findings.csv") && !names.contains("cells.csv") && names.contains("figures.csv"))
    }
}
