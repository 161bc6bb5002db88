// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Reporting

@Suite("Differences of two rankers", .tags(.golden, .hostile)) struct DifferenceTests {
    @Test("a terminal shows every figure with its margin and its verdict")
    func terminal() throws {
        try Golden.expect(DifferenceText(RecordFixture.compared).text, is: "difference.txt")
        #expect(DifferenceText.exitCode(RecordFixture.compared) == 1)
        #expect(DifferenceText.exitCode(RecordFixture.quietSociety) == 0)
    }

    @Test("the page leads with them, and trusts no name")
    func page() {
        let page = ReportPage(RecordFixture.compared).text
        #expect(page.contains("What is different"))
        #expect(page.contains("Of 3 figures, 1 are the same within the margin, 1 are different, 1 are undecided."))
        #expect(page.contains("0.909 … 1.1"))
        #expect(!page.contains(RecordFixture.script))
        #expect(!ReportPage(RecordFixture.society).text.contains("What is different"))
    }
}
