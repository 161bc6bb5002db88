// SPDX-License-Identifier: Apache-2.0
internal import Notation

extension JSONValue {
    /// An object of the fields that say something: absent ones and empty lists are left out, as OSCAL and SARIF ask for.
    static func fields(_ fields: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        var present: [String: JSONValue] = [:]
        for case (let name, let value?) in fields where value != .list([]) { present[name] = value }
        return .object(present)
    }
}

extension JSONValue? {
    /// A number where there is one that JSON can hold; else no value at all.
    static func present(_ number: Double?) -> JSONValue? { number.flatMap { $0.isFinite ? .number($0) : nil } }

    /// A text where there is one; else no value at all.
    static func present(_ text: String?) -> JSONValue? { text.map { .text($0) } }
}
