// SPDX-License-Identifier: Apache-2.0

/// What a ranker is, for people: `euthyna rankers` prints it and the report quotes it.
public struct RankerCard: Sendable, Equatable {
    /// A column of the request that costs something to fill, so that it is filled for rankers which read it.
    public enum Feature: String, Sendable, CaseIterable {
        /// How well the topic of an item fits what the viewer engages with now.
        case relevance
        /// How well it fits what the viewer says they want.
        case stated
        /// How likely the viewer is to do what, as a predictor without error would say.
        case predictions
    }

    /// Something a viewer can press so that less of a kind is shown.
    public enum Control: String, Sendable, CaseIterable {
        /// "Less like this", pressed on an item: less of its community is expected.
        case lessLikeThis
    }

    /// Stable name: "x-2026".
    public var name: String
    /// Raised whenever the order of a ranker changes its meaning.
    public var version: String
    /// One sentence.
    public var summary: String
    /// In plain mathematical notation.
    public var formula: String
    /// Where the formula is from, with the state of the source.
    public var source: String
    /// What of the source is left out or put in another place.
    public var leavesOut: String
    /// Costly columns that it reads.
    public var reads: [Feature]
    /// Whether the order depends on who asks.
    public var isPersonalised: Bool
    /// Whether the order depends on what happened before.
    public var learns: Bool
    /// What viewers can press.
    public var controls: [Control]

    /// Describes a ranker.
    public init(
        name: String,
        version: String = "1.0.0",
        summary: String,
        formula: String,
        source: String,
        leavesOut: String = "",
        reads: [Feature] = [],
        isPersonalised: Bool = false,
        learns: Bool = false,
        controls: [Control] = []
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.formula = formula
        self.source = source
        self.leavesOut = leavesOut
        self.reads = reads
        self.isPersonalised = isPersonalised
        self.learns = learns
        self.controls = controls
    }
}
