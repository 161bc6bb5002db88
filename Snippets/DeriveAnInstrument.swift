// SPDX-License-Identifier: Apache-2.0
import Instrument

// One clause with one number; a lower one asks for more.
let vocabulary = Vocabulary([Vocabulary.Entry(id: "ev-3", parameters: [.bound: .lower])])
let positions = [("A", 1.10), ("B", 1.25), ("C", 1.40), ("D", 1.40)].map { name, bound in
    Position(signatory: name, terms: Terms(["ev-3": [.bound: .number(bound)]]))
}

let derivation = Derivation(vocabulary, positions)
if let bound = derivation.clause("ev-3")?[.bound], let step = bound.next {
    print("floor \(bound.value?.number ?? 0), held there by \(bound.binding.joined(separator: " and "))")
    print("\(step.value.number ?? 0) needs \(step.needs.joined(separator: " and "))")
}

// A newcomer with an empty position takes the clause out again: before entry into force, that is.
let empty = derivation.whatIf("E") { $0 = Terms() }
print("absent because of \(empty.clause("ev-3")?.absentBecauseOf.joined() ?? "")")
