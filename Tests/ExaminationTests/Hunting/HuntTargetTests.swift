// SPDX-License-Identifier: Apache-2.0
import Instrument
import Rankers
import Society
import TestSupport
import Testing

@testable import Examination

@Suite("What of a rule-book can be hunted") struct HuntTargetTests {
    private static func ours() throws -> RulesInForce {
        RulesInForce(try RuleBookFiles(path: "Instrument").edition([], asOf: nil))
    }

    /// A rule-book of one clause.
    private static func charter(_ clause: String) throws -> RulesInForce {
        let folder = try TemporaryFolder(["charter.md": SmallTown.clauses(clause)])
        return RulesInForce(try RuleBookFiles(path: folder.path + "/charter.md").edition([], asOf: nil))
    }

    private static func refusal(_ id: String, _ rules: RulesInForce) -> String? {
        do throws(HuntRefusal) {
            _ = try HuntTarget(id, in: rules)
            return nil
        } catch {
            return error.description
        }
    }

    @Test(
        "a clause about what happens to one person is a property, held to the far edge of its tolerance",
        arguments: [
            ("pl-1", .encounter, 0.7), ("mn-1", .excessDrift, 0.15), ("mn-2", .sessionGrowth, 0.15),
            ("mn-3", .narrowing, 0.15),
        ] as [(String, HuntProperty.Kind, Double)]
    )
    func mapping(id: String, kind: HuntProperty.Kind, bound: Double) throws {
        let target = try HuntTarget(id, in: try Self.ours())
        #expect(target.property == HuntProperty(kind, bound: bound))
        #expect(target.clause.id == id && target.head.confidence == 0.95)
    }

    @Test("beyond the edge is what the verdict rule calls not met, and nothing else is")
    func edge() throws {
        for id in ["pl-1", "mn-1"] {
            let target = try HuntTarget(id, in: try Self.ours())
            for figure in stride(from: 0.01, through: 1.0, by: 0.01) {
                let isAtLeast = target.clause.criterion.direction == .atLeast
                let margin = target.property.margin(subject: figure, reference: isAtLeast ? 1 : 0)
                let verdict = target.clause.criterion.verdict(lower: figure, upper: figure)
                guard (figure - target.property.bound).magnitude > 1e-9 else { continue }
                #expect((margin > 0) == (verdict == .notMet), "\(id) at \(figure)")
            }
        }
    }

    @Test("the clauses of our rule-book that can be hunted")
    func ids() throws { #expect(HuntTarget.ids(in: try Self.ours()) == ["pl-1", "mn-1", "mn-2", "mn-3"]) }

    @Test("other clauses are refused with the reason and the choice")
    func refusals() throws {
        let rules = try Self.ours()
        #expect(
            Self.refusal("ev-4", rules)
                == "ev-4 binds concentration, a figure over many people or none; hunt works for pl-1, mn-1, mn-2, mn-3"
        )
        #expect(
            Self.refusal("zz-9", rules)
                == "there is no clause \"zz-9\" in \(rules.head.title); hunt works for pl-1, mn-1, mn-2, mn-3"
        )
        #expect(
            Self.refusal("a", try Self.charter("id: a, measure: encounter, figure: leastRatio, atLeast: 0"))
                == "a asks for encounter at least 0, which no single person can fail; this rule-book has no clause that hunt works for"
        )
        #expect(
            Self.refusal("a", try Self.charter("id: a, measure: encounter, figure: leastRatio, atMost: 3"))?
                .hasPrefix("a asks for encounter at most 3") == true
        )
        #expect(
            Self.refusal("a", try Self.charter("id: a, measure: encounter, figure: least, atLeast: 0.5"))?
                .contains("of one person only leastRatio can be told") == true
        )
    }

    @Test("a hunt takes its confidence from the rule-book and ends as its outcome says")
    func record() async throws {
        var settings = HuntSettings()
        (settings.society.people, settings.society.steps, settings.personas, settings.generations) = (40, 12, 2, 0)
        (settings.rungs, settings.confirmationWorlds) = ([4], 8)
        var target = try HuntTarget("pl-1", in: try Self.ours())
        target = HuntTarget(
            clause: target.clause,
            property: target.property,
            head: {
                var head = target.head; head.confidence = 0.999; return head
            }(),
            day: target.day
        )
        let record = try await HuntRun(
            target,
            subject: RandomOrder(),
            reference: Chronological(),
            settings: settings,
            seed: 4,
            tool: "test"
        ).record()
        #expect(record.result.settings.confidence == 0.999 && record.result.settings.trialConfidence == 0.999)
        #expect(record.subject.name == "random" && record.reference.name == "chronological")
        #expect(record.result.outcome == .nothingFound && record.exitCode == 0)
        #expect(record.settings.filter { !$0.isDefault }.map(\.name) == ["size.people", "size.steps"])
    }
}
