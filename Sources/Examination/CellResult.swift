// SPDX-License-Identifier: Apache-2.0
public import Measures

/// One figure of a publication beside what the data give.
public struct CellResult: Sendable, Equatable {
    /// How the two compare.
    public enum Agreement: String, Sendable, CaseIterable {
        /// Equal within the tolerance.
        case agrees
        /// Not equal within the tolerance, as the recipe says it would be: the publication does not follow from its data.
        case differs
        /// Neither as published nor as the recipe expects.
        case unexpected
        /// Nothing was published; the figure is ours, and is as the recipe expects.
        case own
    }

    /// What the figure is.
    public var label: String
    /// As printed.
    public var published: String?
    /// The value of the data, in the unit of the publication; `nil` where it is undefined.
    public var recomputed: Double?
    /// Recomputed minus published, where both are numbers.
    public var difference: Double?
    /// How published and recomputed value compare.
    public var agreement: Agreement
    /// "within 0.005", "exact".
    public var tolerance: String
    /// Decimals that the value is worth printing with.
    public var decimals: Int
    /// The figure it comes from: "share-all.share/+1".
    public var source: String
    /// The figure with its interval, in its own unit.
    public var figure: Figure?
    /// What the figure is multiplied by to be in the unit of the publication.
    public var scale: Double
    /// Why they differ, or what a reader has to know.
    public var note: String?
    /// The same figure under each alternative of its analysis, in the unit of the publication.
    public var alternatives: [AlternativeValue]

    /// A value under another defensible choice.
    public struct AlternativeValue: Sendable, Equatable {
        /// What was chosen otherwise.
        public var label: String
        /// The value under this choice; `nil` where it is undefined.
        public var value: Double?
    }
}
