// SPDX-License-Identifier: Apache-2.0

/// One figure of a publication, and how it is recomputed.
public struct PublishedCell: Sendable, Equatable {
    /// How close the recomputed value has to be to the expected one.
    public enum Tolerance: Sendable, Equatable {
        case exact
        case absolute(Double)
        /// Equal after rounding to this many decimals.
        case rounded(Int)
    }

    /// An interval that our own estimate has to give.
    public struct ExpectedInterval: Sendable, Equatable {
        public var lower: Double
        public var upper: Double
        public var tolerance: Double
    }

    public var label: String
    /// As printed, or `nil` where the figure is ours.
    public var published: String?
    /// What the data give, in the unit of the publication.
    public var expected: Double
    public var tolerance: Tolerance
    /// Analysis and figure: "share-all.share/+1".
    public var analysis: String
    public var figure: String
    /// Multiplies the figure: 100 for per cent.
    public var scale: Double
    public var interval: ExpectedInterval?
    /// Whether the publication agrees with its data.
    public var agrees: Bool
    /// Why it does not, or what a reader has to know.
    public var note: String?
    public var line: Int
}

/// A table of the publication, a row a cell.
public struct PublishedTable: Sendable, Equatable {
    public var label: String
    /// Relative to the data folder.
    public var file: String
    /// The column that holds the published value.
    public var value: String
    /// Rows that are compared.
    public var conditions: [Condition]
    public var analysis: String
    /// The figure, with columns of the file in braces: "share/{job}/{country}".
    public var figure: String
    public var scale: Double
    public var tolerance: PublishedCell.Tolerance
    public var line: Int
}
