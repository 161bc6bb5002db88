// SPDX-License-Identifier: Apache-2.0
import Examination
import Foundation
import Instrument
import Notation
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.golden)) struct FindingsDocumentTests {
    private let text = FindingsDocument(RecordFixture.record).text

    @Test("the same record gives the same bytes")
    func isStable() throws {
        #expect(text == FindingsDocument(RecordFixture.record).text)
        #expect(text.hasSuffix("}\n"))
        try Golden.expect(text, is: "findings.json")
    }

    @Test("other programs read it, and find every finding with its limits")
    func parses() throws {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(root["schema"] as? String == "euthyna-findings/2")
        let findings = try #require(root["findings"] as? [[String: Any]])
        #expect(findings.compactMap { $0["verdict"] as? String } == RecordFixture.findings.map(\.verdict.rawValue))
        let measure = try #require(findings.first?["measure"] as? [String: Any])
        #expect(measure["estimate"] as? Double == 1.62)
        #expect(measure["lowerLimit"] as? Double == 1.62 - 0.15 * 0.84)
        #expect(findings.first?["unit"] as? String == "viewer")
        #expect(findings.last?["analysis"] is NSNull)
    }

    @Test("it says which rules bound and how, and what follows for the whole")
    func rules() throws {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let opinion = try #require(root["opinion"] as? [String: Any])
        #expect(opinion["value"] as? String == "qualified" && opinion["words"] as? String == Opinion.qualified.words)
        let instrument = try #require(root["instrument"] as? [String: Any])
        #expect(instrument["asOf"] as? String == "2026-03-01" && instrument["confidence"] as? Double == 0.95)
        #expect(instrument["signatories"] as? [String] == RecordFixture.instrument.signatories)
        let circumstances = try #require(instrument["circumstances"] as? [String: Any])
        #expect(circumstances["monthlyUsers"] as? Int == 5_200 && circumstances["access"] is NSNull)
        let finding = try #require((root["findings"] as? [[String: Any]])?.first)
        let criterion = try #require(finding["criterion"] as? [String: Any])
        #expect(criterion["signatoriesBinding"] as? [String] == ["Atlantis"])
        #expect(finding["exceptions"] as? [String] == ["ev-3.medium"])
        #expect(finding["undecided"] as? [String] == ["ev-3.medium.late"])
        let multiplicity = try #require(finding["multiplicity"] as? [String: Any])
        #expect(multiplicity["family"] as? Int == 3 && multiplicity["method"] as? String == "holm")
        let plain = FindingsDocument(RecordFixture.plain).text
        #expect(plain.contains("\"opinion\": null") && plain.contains("\"instrument\": null"))
    }

    @Test("of a simulation it holds the society, of a recording null")
    func society() throws {
        #expect(text.contains("\"society\": null"))
        let summary = try #require(RecordFixture.society.society)
        try Golden.expect(FindingsDocument.society(summary).indented, is: "society.json")
        let whole = FindingsDocument(RecordFixture.society).text
        let root = try #require(try JSONSerialization.jsonObject(with: Data(whole.utf8)) as? [String: Any])
        let society = try #require(root["society"] as? [String: Any])
        #expect(society["seed"] as? String == "18446744073709551615")
        #expect((society["worlds"] as? [Any])?.count == 16)
        let ablation = try #require(society["ablation"] as? [String: Any])
        #expect(ablation["controlsPassed"] as? Bool == true)
    }

    @Test("a seed beyond the whole numbers of JSON keeps all its digits")
    func seedIsText() {
        var record = RecordFixture.record
        record.inference.seed = .max
        #expect(FindingsDocument(record).text.contains("\"seed\": \"18446744073709551615\""))
    }

    @Test("a text of the data comes back as it was")
    func keepsTexts() throws {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let findings = try #require(root["findings"] as? [[String: Any]])
        let reason = try #require(findings.last?["reason"] as? String)
        #expect(reason.hasSuffix(RecordFixture.control))
    }
}
