// SPDX-License-Identifier: Apache-2.0
public import Measures

/// What one measure found on some rows of the recording.
public struct AnalysisResult: Sendable, Equatable {
    /// The same analysis under another defensible choice.
    public struct Alternative: Sendable, Equatable {
        /// What was chosen otherwise.
        public var label: String
        /// The headline under this choice, or `nil` where the measure refused.
        public var figure: Figure?
        /// Why it refused.
        public var failure: String?
        /// All figures under this choice: cells look theirs up.
        var figures: [Figure]
    }

    /// The id of the analysis in its recipe.
    public var id: String
    /// A line for people.
    public var title: String
    /// What measured.
    public var measure: MeasureCard
    /// Parameters as the recipe states them, by name.
    public var parameters: [String: String]
    /// What is resampled: "query", "viewer", "day".
    public var unit: String
    /// What the arms are called, where two were compared.
    public var arms: ArmNames?
    /// Rows of the recording that belong to the analysis.
    public var rows: Int
    /// The key of the figure to look at first.
    public var headline: String
    /// Empty where the measure refused.
    public var reading: Reading
    /// Why it refused.
    public var failure: String?
    /// The multiverse: the headline under each declared alternative.
    public var alternatives: [Alternative]

    /// The figure to look at first.
    public var headlineFigure: Figure? { reading[headline] }
}
