// SPDX-License-Identifier: Apache-2.0
import Examination
import Notation
import TestSupport
import Testing

@testable import Instrument
@testable import Reporting

@Suite(.tags(.hostile)) struct SARIFTests {
    private func run() throws -> JSONValue {
        try #require(SARIFDocument(ExportFixture.mixed)?.json["runs"]?.items.first)
    }

    @Test("the same record gives the same bytes, without anything empty")
    func isStable() throws {
        let document = try #require(SARIFDocument(ExportFixture.mixed))
        #expect(document.text == SARIFDocument(ExportFixture.mixed)?.text && document.text.hasSuffix("}\n"))
        for (name, value) in document.json.everything {
            #expect(value != .list([]) && value != .null && value != "", "\(name)")
        }
        #expect(SARIFDocument(RecordFixture.plain) == nil)
    }

    @Test("each verdict has its kind, and only a failure has a level")
    func kinds() throws {
        let kinds: [Verdict: String] = [
            .met: "pass", .metWithComments: "pass", .notMet: "fail", .notDetermined: "open",
            .notApplicable: "notApplicable",
        ]
        let results = try #require(try run()["results"]?.items)
        #expect(results.count == ExportFixture.mixed.findings.count)
        for (finding, result) in zip(ExportFixture.mixed.findings, results) {
            let kind = try #require(result["kind"]?.string)
            #expect(kind == kinds[finding.verdict])
            // Section 3.27.10, which the schema does not check.
            #expect(result["level"]?.string == (kind == "fail" ? "error" : "none"))
            #expect(result["properties"]?["verdict"]?.string == finding.verdict.rawValue)
        }
    }

    @Test("a result points to the rule of its clause")
    func rules() throws {
        let run = try run()
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.items)
        #expect(rules.count == 10)
        for result in run["results"]?.items ?? [] {
            guard case .number(let index)? = result["ruleIndex"] else { continue }
            #expect(rules[Int(index)]["id"] == result["ruleId"])
        }
        #expect(rules.first?["name"] == "ClauseAc1")
    }

    @Test("laws are taxonomies, and what is part of two places is said to be part of neither")
    func taxonomies() throws {
        let run = try run()
        #expect(run["taxonomies"]?.items.map { $0["name"]?.string } == ["coe.108plus", "eu.dsa"])
        #expect(
            run["taxonomies"]?.items.map { ($0["taxa"] ?? .null).texts("id") } == [
                ["coe.108plus_5-2-3"], ["eu.dsa_34-1-b", "eu.dsa_14-4"],
            ]
        )
        let rule = try #require(run["tool"]?["driver"]?["rules"]?.items.first)
        #expect(rule["relationships"]?.texts("kinds") == ["relevant", "relevant", "incomparable"])
        var alone = ExportFixture.record([ExportFixture.finding("ev-3", .met)])
        alone.findings[0].clause.anchors = [Anchor(law: "eu.dsa", place: "34(1)(b)", relation: .subsetOf)]
        #expect(SARIFDocument(alone)?.json.texts("kinds") == ["superset"])
    }

    @Test("a defect of the program is a notification of its run")
    func troubles() throws {
        let invocation = try #require(try run()["invocations"]?.items.first)
        #expect(invocation["executionSuccessful"] == false)
        #expect(invocation["toolExecutionNotifications"]?.texts("id") == ["ev-5"])
        let sound = SARIFDocument(ExportFixture.record([ExportFixture.finding("ev-3", .met)]))?.json
        #expect(sound?.everything.contains { $0.value["executionSuccessful"] == true } == true)
        #expect(sound?.everything.contains { $0.name == "toolExecutionNotifications" } == false)
    }

    @Test("where, of what, and which finding")
    func places() throws {
        let run = try run()
        #expect(run["artifacts"]?.items.first?["hashes"]?["sha-256"]?.string == String(repeating: "0f", count: 32))
        #expect(run["artifacts"]?.texts("uri").last == "%3Cscript%3Ealert(1)%3C/script%3E.csv")
        #expect(run["automationDetails"]?["id"] == "examination/example-space/2026-11-25/")
        #expect(Set(run["results"]?.texts("fullyQualifiedName") ?? []) == ["surface/feed"])
        let fingerprints = run["results"]?.texts("findingId/v1") ?? []
        #expect(Set(fingerprints).count == fingerprints.count)
        #expect(run["tool"]?["driver"]?["semanticVersion"] == "0.0.0")
    }
}
