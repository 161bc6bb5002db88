// SPDX-License-Identifier: Apache-2.0
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.golden)) struct JUnitDocumentTests {
    private let text = JUnitDocument(RecordFixture.record).text

    @Test("it is well-formed although names hold markup and control characters")
    func isWellFormed() throws {
        try Golden.expect(text, is: "junit.xml")
        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(!text.contains(RecordFixture.script))
        #expect(!text.unicodeScalars.contains("\u{7}") && !text.unicodeScalars.contains("\u{1B}"))
    }

    @Test("only what is not met or unexpected fails; what is not known is skipped")
    func counts() {
        #expect(text.contains("tests=\"10\" failures=\"3\" errors=\"0\" skipped=\"2\""))
        #expect(text.contains("<skipped message=\"5 clusters: a bootstrap needs at least 12\"/>"))
    }

    @Test("a surface has a suite, a defect of the program is an error, and what does not apply is left out")
    func surface() {
        let text = JUnitDocument(ExportFixture.mixed).text
        #expect(
            text.contains(
                "<testsuite name=\"Floor for ranked feeds: feed\" tests=\"8\" failures=\"2\" errors=\"1\" skipped=\"2\">"
            )
        )
        #expect(text.contains("<error message=\"the verdict changed\">") && text.contains("classname=\"ev\""))
        #expect(!text.contains("po-1"))
    }

    @Test("a record without clauses and cells has no test case")
    func empty() {
        #expect(JUnitDocument(RecordFixture.plain).text.contains("tests=\"0\" failures=\"0\""))
    }
}
