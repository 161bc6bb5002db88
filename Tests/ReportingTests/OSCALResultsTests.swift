// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Notation
import Testing

@testable import Reporting

@Suite struct OSCALResultsTests {
    private func result(_ verdict: Verdict) throws -> JSONValue {
        let record = ExportFixture.record([ExportFixture.finding("ev-3", verdict, reason: "for a reason")])
        let document = try #require(OSCALResults(record)).json
        return try #require(document["assessment-results"]?["results"]?.items.first)
    }

    @Test(
        "what complies is satisfied, what does not is not, and the verdict is a property",
        arguments: [
            (Verdict.met, "satisfied", "pass"), (.metWithComments, "satisfied", "pass"),
            (.notMet, "not-satisfied", "fail"),
        ]
    )
    func decided(verdict: Verdict, state: String, reason: String) throws {
        let result = try result(verdict)
        let finding = try #require(result["findings"]?.items.first)
        #expect(finding["target"]?["status"] == .object(["state": .text(state), "reason": .text(reason)]))
        #expect(finding["target"]?["target-id"] == "ev-3_obj")
        #expect(finding.property("verdict") == verdict.rawValue)
        #expect((result["risks"] != nil) == (verdict == .notMet))
        #expect(result["observations"]?.items.count == 1)
        #expect(result["reviewed-controls"]?.texts("remarks") == [])
    }

    @Test("what could not be determined is an observation without a finding, listed with the reason")
    func undetermined() throws {
        let result = try result(.notDetermined)
        #expect(result["findings"] == nil && result["risks"] == nil)
        #expect(result["observations"]?.items.first?.property("verdict") == "not-determined")
        let objectives = result["reviewed-controls"]?["control-objective-selections"]?.items.first?[
            "include-objectives"
        ]
        #expect(
            objectives == [["objective-id": "ev-3_obj", "remarks": "could not be determined: for a reason"]]
        )
    }

    @Test("what does not apply is excluded with the reason, and nothing else is said of it")
    func inapplicable() throws {
        let result = try result(.notApplicable)
        #expect(result["findings"] == nil && result["observations"] == nil)
        let reviewed = try #require(result["reviewed-controls"])
        #expect(reviewed["control-objective-selections"] == nil)
        let selection = try #require(reviewed["control-selections"]?.items.first)
        #expect(selection["exclude-controls"] == [["control-id": "ev-3"]])
        #expect(selection["remarks"] == "does not apply: for a reason")
    }

    @Test("clauses that do not apply share a selection with their reason")
    func reasons() throws {
        let document = try #require(OSCALResults(ExportFixture.mixed)).json
        let excluded = document.everything.compactMap { $0.value["exclude-controls"] }
        #expect(excluded.map { $0.texts("control-id") } == [["po-1", "po-3"], ["po-2"]])
    }

    @Test("the most serious analysis of a clause decides, and all are observations")
    func severalAnalyses() throws {
        let document = try #require(OSCALResults(ExportFixture.mixed)).json
        let result = try #require(document["assessment-results"]?["results"]?.items.first)
        // ev-1 is met by one analysis and could not be determined by another.
        #expect(result["findings"]?.texts("target-id").contains("ev-1_obj") == false)
        #expect(result["observations"]?.texts("title").filter { $0.hasPrefix("ev-1/") }.count == 2)
        #expect(result.property("opinion") == ExportFixture.mixed.opinion?.rawValue)
    }

    @Test("an observation carries the numbers and the day, not the time of the run")
    func numbers() throws {
        let result = try result(.notMet)
        let observation = try #require(result["observations"]?.items.first)
        #expect(observation.property("estimate") == "1.62" && observation.property("bound") == "1.25")
        #expect(observation.property("assurance") == "E2")
        #expect(observation["collected"] == "2026-11-25T00:00:00Z" && result["start"] == "2026-11-25T00:00:00Z")
        #expect(result["risks"]?.texts("value") == ["1.47", "E2"])
    }

    @Test("milestones are there where something is not met, with what they refer to")
    func milestones() throws {
        #expect(OSCALMilestones(ExportFixture.record([ExportFixture.finding("ev-3", .met)])) == nil)
        let document = try #require(OSCALMilestones(ExportFixture.mixed)).json
        let plan = try #require(document["plan-of-action-and-milestones"])
        #expect(plan["poam-items"]?.items.count == 2)
        #expect(plan["risks"]?.texts("deadline") == ["2026-12-25T00:00:00Z", "2026-12-25T00:00:00Z"])
        #expect(plan["risks"]?.texts("lifecycle") == ["recommendation", "recommendation"])
        #expect(plan["findings"]?.items.count == 2 && plan["observations"]?.items.count == 2)
    }

    @Test("without a rule-book there is nothing to say")
    func plain() {
        #expect(OSCALResults(RecordFixture.plain) == nil && OSCALMilestones(RecordFixture.plain) == nil)
    }
}
