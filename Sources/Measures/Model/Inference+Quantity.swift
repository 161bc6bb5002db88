// SPDX-License-Identifier: Apache-2.0

extension Inference {
    /// A figure that a resampled subject yields, in the order in which it yields them.
    public struct Quantity: Sendable {
        /// The key of the figure; `nil` where the value only serves another quantity.
        public var key: String?
        /// What the number counts.
        public var unit: String
        /// Ratios are resampled on the log scale, so that a ratio and its inverse get inverse intervals.
        public var logScale: Bool
        /// How the quantity is the extreme of several; `nil` where it is not.
        public var extreme: Extreme?
        /// What values there can be, in the unit of the figure; limits beyond are cut.
        public var range: ClosedRange<Double>

        /// Names a quantity.
        ///
        /// - Parameters:
        ///   - key: The key of the figure.
        ///   - unit: What the number counts.
        ///   - logScale: Whether the subject yields its natural logarithm.
        ///   - extreme: How it is the extreme of several.
        ///   - range: What values there can be.
        public init(
            _ key: String,
            unit: String,
            logScale: Bool = false,
            extreme: Extreme? = nil,
            range: ClosedRange<Double> = -Double.infinity...Double.infinity
        ) {
            self.range = range
            self.key = key
            self.unit = unit
            self.logScale = logScale
            self.extreme = extreme
        }

        /// A value that only serves another quantity and is not reported.
        public static var component: Quantity {
            var quantity = Quantity("", unit: "")
            quantity.key = nil
            return quantity
        }
    }

    /// The largest or smallest of several figures, chosen by looking at the data.
    ///
    /// Such a choice leans: the largest of several equal figures lies above them all by chance, and resampling it leans once
    /// more. Its draws therefore bound it on one side only. On the other side the limit is that of the figure which was the extreme
    /// one on the data, at a confidence that allows for all that could have been (Bonferroni), so that chance alone never makes a
    /// space look beyond its bound.
    public struct Extreme: Sendable {
        /// Which extreme.
        public enum Side: Sendable {
            /// The largest: its lower side is bounded by the component.
            case largest
            /// The smallest: its upper side is.
            case smallest
        }

        /// Which extreme.
        public var side: Side
        /// The place, in the subject's figures, of the one that was extreme on the data.
        public var component: Int
        /// How many could have been, signs and order included; at least 1.
        public var comparisons: Int
        /// Those that could have been, where the subject yields what they are made of.
        ///
        /// Without draws the far side is bounded by them: none lies beyond the furthest of their limits, whichever of them is the
        /// extreme one in truth.
        public var candidates: [Candidate]

        /// Figures of the subject, by their places, that make up one value: one of them, its negative, or a difference of two.
        public struct Candidate: Sendable, Equatable {
            /// What counts as it is.
            public var plus: Int?
            /// What is taken off.
            public var minus: Int?

            /// A value made of figures at these places.
            public init(plus: Int? = nil, minus: Int? = nil) {
                self.plus = plus
                self.minus = minus
            }

            /// Each figure as it is.
            public static func each(_ places: some Sequence<Int>) -> [Candidate] { places.map { .init(plus: $0) } }

            /// Each figure and its negative.
            public static func bothSigns(_ places: some Sequence<Int>) -> [Candidate] {
                places.flatMap { [.init(plus: $0), .init(minus: $0)] }
            }

            /// The difference of every two figures, either way.
            public static func pairs(_ places: [Int]) -> [Candidate] {
                places.flatMap { one in places.filter { $0 != one }.map { .init(plus: one, minus: $0) } }
            }
        }

        /// Describes an extreme.
        public init(_ side: Side, component: Int, comparisons: Int, candidates: [Candidate] = []) {
            self.side = side
            self.component = component
            self.comparisons = max(1, comparisons)
            self.candidates = candidates
        }
    }
}
