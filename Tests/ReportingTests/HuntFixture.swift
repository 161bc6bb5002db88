// SPDX-License-Identifier: Apache-2.0
import Measures
import Rankers

@testable import Examination
@testable import Instrument
@testable import Society

/// An invented hunt; names and titles mean harm.
enum HuntFixture {
    static let script = "<script>alert(1)</script>"

    /// Confirmed: somebody with two features, after two steps of simplifying.
    static var confirmed: HuntRecord {
        record { result in
            var persona = Persona()
            persona.associations = [1]
            persona.follows[5] = 3
            var worse = persona
            (worse.place, worse.isVisible, worse.scroll) = (2, true, .long)
            worse.history[.like][5] = 2
            worse.opinions[1] = -1
            var middle = persona
            middle.place = 2
            let outcomes = outcomes(subject: [0.02, 0.05, 0, 0.08], reference: [0.55, 0.48, 0.6, 0.41])
            (result.searched, result.tried) = (38, 24)
            result.found = HuntCase(persona: worse, figure: HuntFigure(outcomes, confidence: 0.95))
            for simpler in [middle, persona] {
                result.trace.append(HuntCase(persona: simpler, figure: HuntFigure(outcomes, confidence: 0.995)))
            }
            result.outcomes = outcomes
            result.confirmed = HuntCase(persona: persona, figure: HuntFigure(outcomes, confidence: 0.95))
            for phase in HuntPhase.allCases { result.worlds[phase] = (0..<8).map { phase.world($0) } }
            result.story = HuntStory(
                world: outcomes[1].world,
                hash: outcomes[1].hash,
                subjectName: script,
                referenceName: "chronological",
                subject: feed(others: 20),
                reference: feed(others: 2),
                plain: feed(others: 3)
            )
        }
    }

    /// Confirmed for the simplest person, with a clause on opinions.
    static var plain: HuntRecord {
        record(HuntProperty(.excessDrift, bound: 0.15)) { result in
            let outcomes = outcomes(subject: [0.5, 0.61, 0.44, 0.52], reference: [0.1, 0.12, 0.08, 0.2])
            result.searched = 38
            result.found = HuntCase(persona: Persona(), figure: HuntFigure(outcomes, confidence: 0.95))
            result.confirmed = result.found
            result.outcomes = outcomes
            result.sensitivity = [0, 4].map {
                HuntSensitivity(influence: $0, figure: HuntFigure(outcomes, confidence: 0.95))
            }
        }
    }

    static var notConfirmed: HuntRecord {
        record { result in
            let outcomes = outcomes(subject: [0.5, 0.3], reference: [0.5, 0.5])
            result.searched = 38
            result.found = HuntCase(
                persona: Persona(),
                figure: HuntFigure(Self.outcomes(subject: [0, 0.1], reference: [0.5, 0.5]), confidence: 0.95)
            )
            result.outcomes = outcomes
            result.confirmed = HuntCase(persona: Persona(), figure: HuntFigure(outcomes, confidence: 0.95))
        }
    }

    static var nothing: HuntRecord {
        record { result in
            result.searched = 38
            result.found = HuntCase(
                persona: Persona(),
                figure: HuntFigure(outcomes(subject: [0.5], reference: [0.5]), confidence: 0.95)
            )
        }
    }

    private static func record(
        _ property: HuntProperty = HuntProperty(.encounter, bound: 0.7),
        _ change: (inout HuntResult) -> Void
    ) -> HuntRecord {
        let isAtLeast = property.kind == .encounter
        var clause = Clause(
            id: isAtLeast ? "pl-1" : "mn-1",
            title: "People <meet>",
            duty: "",
            measure: isAtLeast ? "encounter" : "excess-drift",
            figure: isAtLeast ? "leastRatio" : "excess",
            reads: [],
            criterion: isAtLeast
                ? Criterion(.atLeast, bound: 0.8, tolerance: 0.1) : Criterion(.atMost, bound: 0.1, tolerance: 0.05),
            line: 1
        )
        clause.file = "charter.md"
        var head = RuleBook.Head()
        (head.title, head.version) = ("Charter & \(script)", "0.1")
        var settings = HuntSettings()
        settings.society.people = 60
        let hunt = Hunt(property, settings: settings, seed: .max) { _ in Chronological() }
        var result = HuntResult(hunt)
        change(&result)
        return HuntRecord(
            HuntTarget(clause: clause, property: property, head: head, day: Day("2027-06-01") ?? .earliest),
            subject: RankerCard(name: script, summary: "Ours & <b>theirs</b>.", formula: "a < b", source: "invented"),
            reference: Chronological.card,
            result: result,
            tool: "euthyna test"
        )
    }

    /// The same values again and again, in eight worlds.
    private static func outcomes(subject: [Double], reference: [Double]) -> [HuntOutcome] {
        (0..<8).map { index in
            let (one, other) = (subject[index % subject.count], reference[index % reference.count])
            let margin = other > 0.3 ? 0.7 * other - one : one - other - 0.15
            return HuntOutcome(
                world: HuntPhase.confirmation.world(index),
                hash: String(repeating: String(index), count: 16),
                subject: one,
                reference: other,
                margin: margin
            )
        }
    }

    /// Twenty-four items; every so-manieth is by somebody of another circle.
    private static func feed(others: Int) -> ProbeRecord {
        var record = ProbeRecord()
        record.seconds = 300
        record.shown = (0..<24).map { index in
            ProbeRecord.Shown(
                item: 100 + index,
                author: index,
                topic: index % 16,
                circle: index % others == 0 ? 1 : 0,
                step: 0,
                position: index,
                isInNetwork: false,
                isNoticed: true
            )
        }
        return record
    }
}
