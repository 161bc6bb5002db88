// SPDX-License-Identifier: Apache-2.0

/// A table of numbers that is better looked at than read: what a report draws.
public enum Exhibit: Sendable, Equatable {
    /// A cumulative share curve an arm: x and y from 0 to 1.
    case lorenz(curves: [Curve])
    /// Rows see columns: shares that sum to 1 in each row.
    case encounterMatrix(readers: [String], authors: [String], arms: [Matrix])
    /// Exposure by position on the page, an arm or a part each.
    case exposureByRank(curves: [Curve])
    /// What share of people lies where: an arm each, points at the middle of bins of equal width; the outer ones hold all beyond.
    case distribution(unit: String, curves: [Curve])
    /// One value a cluster, shown whole where there are too few for an interval.
    case clusters(unit: String, values: [ClusterValue])

    /// A named line.
    public struct Curve: Sendable, Equatable {
        /// What it stands for.
        public var name: String
        /// In the order of x.
        public var points: [Point]
        /// Names a line.
        public init(name: String, points: [Point]) {
            self.name = name
            self.points = points
        }
    }

    /// A point of a line.
    public struct Point: Sendable, Equatable {
        /// Along the horizontal axis.
        public var x: Double
        /// Along the vertical axis.
        public var y: Double
        /// A point at x, y.
        public init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A named matrix, row after row.
    public struct Matrix: Sendable, Equatable {
        /// What it stands for.
        public var name: String
        /// Row after row.
        public var values: [Double]
        /// Names a matrix.
        public init(name: String, values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    /// The value of one cluster.
    public struct ClusterValue: Sendable, Equatable {
        /// What it stands for.
        public var name: String
        /// Its value, in the unit of the figure.
        public var value: Double
        /// Names the value of a cluster.
        public init(name: String, value: Double) {
            self.name = name
            self.value = value
        }
    }
}
