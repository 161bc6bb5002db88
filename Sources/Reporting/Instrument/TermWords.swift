// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Notation

extension Value {
    /// The value as a person writes it: "1.25", "feed, search".
    var words: String {
        switch self {
        case .number(let number): JSONValue.format(number)
        case .set(let elements): elements.sorted().joined(separator: ", ")
        }
    }

    /// The value for a program.
    var json: JSONValue {
        switch self {
        case .number(let number): .number(number)
        case .set(let elements): .list(elements.sorted().map { .text($0) })
        }
    }
}

extension Counterexample {
    /// "ev-3 bound: 1.25 against 1.4", "pl-1: not accepted at all".
    var words: String {
        guard let parameter else { return "\(clause): the other side does not have it" }
        return "\(clause) \(parameter.words): \(value?.words ?? "–") against \(other?.words ?? "nothing")"
    }
}
