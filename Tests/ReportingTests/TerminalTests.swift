// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.golden)) struct TerminalTests {
    @Test(
        "a terminal gives wide characters two columns, combining ones none",
        arguments: [
            ("abc", 3), ("東京", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("", 0), ("ﬁ", 1), ("한국", 4), ("a\u{200B}b", 2), ("❤️", 2),
        ]
    )
    func width(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test("columns line up under wide and long names, and numbers are flush right")
    func aligns() {
        var table = TerminalTable([.init(title: "name", most: 8), .init(title: "n", side: .right), .init(title: "x")])
        table.add(["東京", "7", "a"])
        table.add(["a long name indeed", "1234", "b"])
        #expect(table.text(isColoured: false) == "name         n  x\n東京         7  a\na long …  1234  b\n")
    }

    @Test("the verdict table is as it was, with the reasons below it")
    func verdicts() throws {
        try Golden.expect(ExaminationSummary(RecordFixture.record).text, is: "examination.txt")
    }

    @Test("where most could not be determined, each clause and reason is one line")
    func floor() throws {
        let text = ExaminationSummary(RecordFixture.floor).text
        try Golden.expect(text, is: "floor.txt")
        for finding in RecordFixture.floor.findings {
            #expect(
                text.contains("\n\(finding.clause.id) ") || text.contains(" \(finding.clause.id) "),
                "\(finding.clause.id)"
            )
        }
        #expect(text.split(separator: "\n").count < 40)
    }

    @Test("without a rule-book the headlines are shown")
    func headlines() throws {
        try Golden.expect(ExaminationSummary(RecordFixture.plain).text, is: "headlines.txt")
    }

    @Test("a society is told in a few lines of at most 80 columns: who, where, why it ended, what was left out")
    func society() throws {
        let text = ExaminationSummary(RecordFixture.society).text
        try Golden.expect(text, is: "society.txt")
        let head = text.split(separator: "\n").dropFirst().prefix { !$0.hasPrefix("Of ") }
        #expect(head.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
        let quiet = ExaminationSummary(RecordFixture.quietSociety).text
        #expect(!quiet.contains("left out") && !quiet.contains("nfluence-ablation"))
    }

    @Test(
        "long lines break between words",
        arguments: [
            ("one two three", 7, "one two\nthree"), ("incomprehensible", 4, "incomprehensible"), ("", 9, ""),
            ("東京 都", 5, "東京\n都"),
        ]
    )
    func wraps(text: String, columns: Int, lines: String) {
        #expect(DisplayWidth.wrapped(text, to: columns) == lines)
    }

    @Test("a publication is shown cell by cell, with the other choices below each group")
    func cells() throws {
        try Golden.expect(ReproductionSummary(RecordFixture.record).text, is: "reproduction.txt")
    }

    @Test("the data cannot send control characters to the terminal")
    func isHarmless() {
        let record = RecordFixture.record
        for text in [
            ExaminationSummary(record).text, ExaminationSummary(RecordFixture.plain).text,
            ReproductionSummary(record).text, ExaminationSummary(RecordFixture.society).text,
        ] {
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0 != "\t" && PrintableText.isPrintable($0)) })
        }
    }

    @Test("colour is there only when asked for, and says nothing that words do not")
    func colour() {
        let plain = ExaminationSummary(RecordFixture.record).text
        let coloured = ExaminationSummary(RecordFixture.record, isColoured: true).text
        #expect(coloured.contains("\u{1B}[31m✗ not met\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[\d+m/, with: "") == plain)
    }
}
