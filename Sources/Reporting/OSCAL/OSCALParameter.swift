// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Notation

/// A parameter of a control: a number or a set that signatories agree on.
struct OSCALParameter {
    /// "ev-3_bound".
    let id: String
    /// What it is called in a sentence.
    let label: String
    /// Which value asks for more.
    let strictness: Strictness
    /// One number, or the elements of a set.
    let values: [String]

    /// All parameters of a clause: the bound, its tolerance where the rule knows one, then the others.
    static func all(of clause: Clause) -> [OSCALParameter] {
        let id = OSCAL.id(clause.id)
        let strictness = clause.strictness
        let bound = OSCALParameter(
            id: "\(id)_bound",
            label: Parameter.bound.words,
            strictness: strictness[.bound] ?? .neutral,
            values: [JSONValue.format(clause.criterion.bound)]
        )
        let tolerance = OSCALParameter(
            id: "\(id)_tolerance",
            label: "tolerance",
            strictness: .lower,
            values: [JSONValue.format(clause.criterion.tolerance)]
        )
        return (clause.rule == .eValue ? [bound] : [bound, tolerance])
            + clause.parameters.sorted { $0.key < $1.key }.map { parameter, value in
                OSCALParameter(
                    id: "\(id)_\(parameter.rawValue)",
                    label: parameter.words,
                    strictness: strictness[parameter] ?? parameter.strictness,
                    values: value.elements ?? value.number.map { [JSONValue.format($0)] } ?? []
                )
            }
    }

    /// Its value inserted into prose.
    var insertion: String { "{{ insert: param, \(id) }}" }

    /// As a parameter of a control.
    var definition: JSONValue {
        .fields([
            "id": .text(id), "label": OSCAL.title(label),
            "props": .list(OSCAL.properties(["stricter": strictness.rawValue])), "constraints": constraints,
            "values": .list(values.map(OSCAL.title)),
        ])
    }

    /// As a value that a profile sets.
    var setting: JSONValue {
        .fields(["param-id": .text(id), "constraints": constraints, "values": .list(values.map(OSCAL.title))])
    }

    private var constraints: JSONValue {
        .list([
            .object([
                "description": "A value that asks for no less.",
                "tests": .list([.object(["expression": OSCAL.title(expression)])]),
            ])
        ])
    }

    private var expression: String {
        switch strictness {
        case .lower: "value <= \(values.joined())"
        case .higher: "value >= \(values.joined())"
        case .neutral: "value = \(values.joined(separator: ", "))"
        case .superset: "value contains all of (\(values.joined(separator: ", ")))"
        }
    }
}
