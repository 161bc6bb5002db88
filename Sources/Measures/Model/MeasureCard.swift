// SPDX-License-Identifier: Apache-2.0

/// What a measure is, for people: `euthyna measures` prints it and the report quotes it.
public struct MeasureCard: Sendable, Equatable {
    /// What a public space is for; every measure belongs to one.
    public enum Family: String, Sendable, CaseIterable {
        case voice, encounter, association, exit, autonomy, integrity
    }

    /// A column of the sample that a measure can ask for.
    public enum Role: String, Sendable, CaseIterable {
        case arm, viewer, item, author, page, stratum, slot, time, score, count, part, readerPart, twin, candidates,
            follows
    }

    /// One parameter of a measure.
    public struct Parameter: Sendable, Equatable {
        /// As a recipe writes it under `with`.
        public var name: String
        /// What it does, its values and its default.
        public var summary: String
        /// Describes a parameter.
        public init(_ name: String, _ summary: String) {
            self.name = name
            self.summary = summary
        }
    }

    /// Stable name used in recipes and clauses: "concentration".
    public var name: String
    /// Raised whenever the figures of a measure change their meaning.
    public var version: String
    /// What a public space is for.
    public var family: Family
    /// One sentence.
    public var summary: String
    /// In plain mathematical notation.
    public var formula: String
    /// What its headline counts.
    public var unit: String
    /// Values its figures can have.
    public var range: String
    /// What its figures are divided by.
    public var denominator: String
    /// Where the formula is from.
    public var source: String
    /// Columns it refuses to do without.
    public var needs: [Role]
    /// Columns that it uses where they are there.
    public var uses: [Role]
    /// What a recipe can choose.
    public var parameters: [Parameter]
    /// The keys of its figures; `<part>` and the like stand for names of the sample.
    public var figures: [String]
    /// Those of them that compare two arms although their name does not end in "/difference".
    public var contrasts: [String]
    /// Whether the two arms are two rankers; where they are two conditions under one ranker, no reference ranker is needed.
    public var comparesRankers: Bool

    /// Describes a measure.
    public init(
        name: String,
        version: String,
        family: Family,
        summary: String,
        formula: String,
        unit: String,
        range: String,
        denominator: String,
        source: String,
        needs: [Role],
        uses: [Role] = [],
        parameters: [Parameter] = [],
        figures: [String],
        contrasts: [String] = [],
        comparesRankers: Bool = true
    ) {
        self.name = name
        self.version = version
        self.family = family
        self.summary = summary
        self.formula = formula
        self.unit = unit
        self.range = range
        self.denominator = denominator
        self.source = source
        self.needs = needs
        self.uses = uses
        self.parameters = parameters
        self.figures = figures
        self.contrasts = contrasts
        self.comparesRankers = comparesRankers
    }

    /// Whether a figure compares the subject with the arm of a reference, so that without arms it says nothing.
    public func isContrast(_ figure: String) -> Bool {
        if needs.contains(.arm) { return !figure.hasSuffix("/subject") && !figure.hasSuffix("/reference") }
        return contrasts.contains(figure) || (uses.contains(.arm) && figure.hasSuffix("/difference"))
    }
}
