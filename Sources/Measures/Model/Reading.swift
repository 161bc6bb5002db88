// SPDX-License-Identifier: Apache-2.0

/// What a measure found in a sample.
public struct Reading: Sendable, Equatable {
    /// The figures, the headline first.
    public var figures: [Figure]
    /// What each share was divided by, and other counts that must be printed beside the figures.
    public var denominators: [Denominator]
    /// What a reader has to know before using the figures.
    public var notes: [String]
    /// Tables to draw.
    public var exhibits: [Exhibit]
    /// Clusters that were resampled.
    public var clusters: Int

    /// A count that belongs to a figure.
    public struct Denominator: Sendable, Equatable {
        /// What is counted.
        public var name: String
        /// The count.
        public var value: Double
        /// Names a count.
        public init(_ name: String, _ value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// Puts a reading together.
    public init(
        figures: [Figure],
        denominators: [Denominator],
        notes: [String] = [],
        exhibits: [Exhibit] = [],
        clusters: Int
    ) {
        self.figures = figures
        self.denominators = denominators
        self.notes = notes
        self.exhibits = exhibits
        self.clusters = clusters
    }

    /// The figure with a key, or `nil`.
    public subscript(key: String) -> Figure? { figures.first { $0.key == key } }
}
