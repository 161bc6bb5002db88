// SPDX-License-Identifier: Apache-2.0
internal import Notation
internal import Rankers
internal import Society

/// What the arms of a scenario are called in tables and reports.
struct ArmLabels: Sendable {
    let subject: String
    let references: [String]

    init(_ scenario: Scenario) {
        var names = [scenario.subject.card.name]
        for reference in scenario.references {
            // A ranker compared with itself, or with another version of its own, still needs two names.
            var name = reference.card.name
            if names.contains(name) { name += " \(reference.card.version)" }
            while names.contains(name) { name += " (reference)" }
            names.append(name)
        }
        subject = names[0]
        references = Array(names.dropFirst())
    }

    func label(_ arm: Scenario.Arm) -> String {
        switch arm {
        case .subject: subject
        case .reference(let index): references[index]
        case .mirrored: "\(subject), sides exchanged"
        case .independent: "\(subject), each account for itself"
        case .together: "\(subject), accounts acting together"
        case .pressed: "\(subject), control used"
        case .subjectMoved(let factor): "\(subject), influence × \(JSONValue.format(factor))"
        case .referenceMoved(let factor): "\(references[0]), influence × \(JSONValue.format(factor))"
        }
    }
}
