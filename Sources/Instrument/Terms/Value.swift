// SPDX-License-Identifier: Apache-2.0

/// The value of a parameter: a number, or a set.
public enum Value: Sendable, Hashable {
    /// A finite number.
    case number(Double)
    /// A set of words.
    case set(Set<String>)
}

/// Which of two values of a parameter is stricter: fixed by the vocabulary, never by a signatory.
public enum Strictness: String, Sendable {
    /// A lower number.
    case lower
    /// A higher number.
    case higher
    /// A set that holds more.
    case superset
    /// Neither: all have to say the same.
    case neutral

    /// Whether one value asks for no more than another.
    ///
    /// Values of different kinds ask for different things: neither asks for no more.
    public func isNoStricter(_ value: Value, than other: Value) -> Bool {
        switch (self, value, other) {
        case (.lower, .number(let one), .number(let two)): one >= two
        case (.higher, .number(let one), .number(let two)): one <= two
        case (.superset, .set(let one), .set(let two)): one.isSubset(of: two)
        case (.neutral, _, _): value == other
        default: false
        }
    }

    /// Whether one value asks for no more than another, where either may not be stated.
    ///
    /// Not to state a number asks for nothing. Not to state a set is neither less nor more than a set: without a list of surfaces a
    /// clause speaks of all of them, without a list of fields of none.
    func isNoStricter(_ value: Value?, than other: Value?) -> Bool {
        switch (value, other) {
        case (nil, nil): true
        case (let value?, let other?): isNoStricter(value, than: other)
        case (nil, _): isChain
        case (_, nil): false
        }
    }

    /// Whether of any two values one is stricter.
    var isChain: Bool { self == .lower || self == .higher }

    /// The strictest value that asks for no more than either; `nil` where there is none.
    public func meet(_ value: Value, _ other: Value) -> Value? {
        switch (self, value, other) {
        case (.lower, .number(let one), .number(let two)): .number(max(one, two))
        case (.higher, .number(let one), .number(let two)): .number(min(one, two))
        case (.superset, .set(let one), .set(let two)): .set(one.intersection(two))
        case (.neutral, _, _): value == other ? value : nil
        default: nil
        }
    }
}

extension Value {
    /// A set without elements: a clause that has one speaks of nothing.
    var isEmptySet: Bool {
        if case .set(let elements) = self { return elements.isEmpty }
        return false
    }

    /// The number, where it is one.
    public var number: Double? {
        if case .number(let number) = self { return number }
        return nil
    }

    /// The elements in alphabetical order, where it is a set.
    public var elements: [String]? {
        if case .set(let elements) = self { return elements.sorted() }
        return nil
    }
}
