// SPDX-License-Identifier: Apache-2.0

extension ColumnBuilder.Refusal {
    /// What is wrong, in a few words that are the same for all values.
    var reason: String {
        switch self {
        case .missing: "missing value"
        case .notInteger: "not a whole number of 32 bits"
        case .notNumber: "not a number"
        case .notBoolean: "neither true nor false"
        case .notInstant: "not a time of the declared format"
        case .notText: "not UTF-8"
        case .isList: "a list; state a separator, or name a path into it as rows"
        case .isGroup: "a group; name one of its fields"
        case .holdsSeparator: "a list with an element that holds the separator"
        }
    }

    /// Words that files write where there is no value.
    private static let absentWords = [
        "na", "n/a", "nan", "null", "none", "nil", "-", "–", ".", "?", "unknown",
    ]

    /// What is wrong with a value, and what to do about it; `value` is its beginning, where there is one.
    func message(_ request: ColumnRequest, found value: String?) -> String {
        let found = value.map { "\"\($0)\" is " } ?? ""
        return switch request.source {
        case .name(let name): "\(name): \(found)\(reason)\(hint(value))"
        case .position(let position): "field \(position): \(found)\(reason)\(hint(value))"
        }
    }

    private func hint(_ value: String?) -> String {
        if let value, Self.absentWords.contains(value.lowercased()) {
            return "; if it stands for no value, list it under absent"
        }
        return self == .notText ? "; save the file as UTF-8" : ""
    }
}
