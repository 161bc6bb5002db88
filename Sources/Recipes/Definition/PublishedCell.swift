// SPDX-License-Identifier: Apache-2.0

/// One figure of a publication, and how it is recomputed.
public struct PublishedCell: Sendable, Equatable {
    /// How close the recomputed value has to be.
    public enum Tolerance: Sendable, Equatable {
        /// Equal.
        case exact
        /// At most this far away.
        case within(Double)
        /// Equal after rounding to this many decimals.
        case decimals(Int)
    }

    /// Which number of a figure is compared.
    public enum Part: String, Sendable, CaseIterable {
        case estimate, lower, upper
        case pValue = "p"
    }

    /// What the figure is.
    public var label: String
    /// As printed, or `nil` where the figure is ours.
    public var published: String?
    /// What the data give, in the unit of the publication, where the recipe knows it.
    public var expected: Double?
    /// How close the value has to be; the precision of the printed number where nothing is said.
    public var tolerance: Tolerance?
    /// The analysis it comes from.
    public var analysis: String
    /// The key of the figure.
    public var figure: String
    /// Which number of the figure.
    public var part: Part
    /// Multiplies the figure: 100 for per cent.
    public var scale: Double
    /// False where the recipe knows that the publication does not follow from its data.
    public var agrees: Bool
    /// Why it does not, or what a reader has to know.
    public var note: String?
    /// The line of the recipe.
    public var line: Int
}
