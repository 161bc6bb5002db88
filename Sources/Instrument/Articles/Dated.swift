// SPDX-License-Identifier: Apache-2.0

/// A value that changes on known days: a history with a reference for each change.
public struct Dated<Value: Sendable & Equatable>: Sendable, Equatable {
    /// One entry of the history.
    public struct Change: Sendable, Equatable {
        /// The first day on which it holds; `nil` for a value that has always held.
        public var from: Day?
        /// The value; `nil` where the rule ends.
        public var value: Value?
        /// Who decided it.
        public var reference: String?

        /// States a change.
        public init(from: Day?, value: Value?, reference: String? = nil) {
            self.from = from
            self.value = value
            self.reference = reference
        }
    }

    /// From the earliest on; each from a later day than the one before.
    public var changes: [Change]

    /// A value that has always held.
    public init(_ value: Value) { changes = [Change(from: nil, value: value)] }

    /// A history.
    ///
    /// - Parameter changes: In any order; of two from one day the later in the list counts.
    public init(_ changes: [Change]) {
        self.changes = changes.enumerated().sorted { left, right in
            switch (left.element.from, right.element.from) {
            case (nil, nil): left.offset < right.offset
            case (nil, _): true
            case (_, nil): false
            case (let first?, let second?): first == second ? left.offset < right.offset : first < second
            }
        }.map(\.element)
    }

    /// What holds on a day; `nil` before the first entry and from the end of the rule on.
    public func value(asOf day: Day) -> Value? {
        changes.last { change in change.from.map { $0 <= day } ?? true }?.value
    }
}
