// SPDX-License-Identifier: Apache-2.0
public import Notation

/// One measure on some rows of a recipe's tables.
public struct Analysis: Sendable, Equatable {
    /// The two arms of a comparison.
    public struct Arms: Sendable, Equatable {
        /// The column that tells them apart.
        public var column: String
        /// Values of the column that belong to the arm; several are pooled.
        public var subject: [String]
        /// Values of the column that belong to the arm the subject is compared with.
        public var reference: [String]
        /// What the arms are called; the values themselves where nothing is said.
        public var subjectName: String
        /// See `subjectName`.
        public var referenceName: String
        /// Whether the reference is another ranker on the same requests, and not another place, other people or another list.
        ///
        /// A clause on what a ranker adds is not decided by a contrast of anything else.
        public var isReferenceRanker = true
    }

    /// Another defensible choice: the same analysis with some fields changed.
    public struct Alternative: Sendable, Equatable {
        /// What the choice is, for people.
        public var label: String
        /// What is different.
        public var changes: Changes
        /// The line of the recipe, counted from 1.
        public var line: Int
    }

    /// The fields of an analysis that an alternative may change.
    public struct Changes: Sendable, Equatable {
        /// Conditions that take the place of those on the same columns.
        public var conditions: [Condition]?
        /// Another resampling unit.
        public var unit: String?
        /// Other columns for some roles.
        public var columns: [String: [String]] = [:]
        /// Other values of some parameters.
        public var parameters: [Parameter] = []
    }

    /// Another table that a measure reads beside the impressions.
    public struct Related: Sendable, Equatable {
        /// The table.
        public var table: String
        /// Its columns by role, where they are not called as those of the impressions.
        public var columns: [String: String] = [:]
    }

    /// A parameter of the measure.
    public struct Parameter: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// Its value as the recipe writes it.
        public var value: Node
    }

    /// A name without a dot.
    public var id: String
    /// One line for people.
    public var title: String
    /// The table of impressions.
    public var table: String
    /// The name of the measure.
    public var measure: String
    /// Rows that belong to the analysis meet all of them.
    public var conditions: [Condition]
    /// The two arms, where they are compared.
    public var arms: Arms?
    /// The resampling unit; nothing is estimated without one.
    public var unit: String
    /// Columns by role; several columns are joined.
    public var columns: [String: [String]]
    /// Parameters of the measure, in the order of the text.
    public var parameters: [Parameter]
    /// The table of candidates, where the measure uses one.
    public var candidates: Related?
    /// The table whose authors are eligible, zero exposure included.
    public var population: Related?
    /// The table of follow relations.
    public var follows: Related?
    /// The figure that the report shows first; the measure's headline where nothing is said.
    public var headline: String?
    /// Other defensible choices.
    public var alternatives: [Alternative]
    /// The line of the recipe, counted from 1.
    public var line: Int

    /// The other tables it reads.
    public var related: [Related] { [candidates, population, follows].compactMap(\.self) }

    /// The analysis under another choice.
    public func under(_ alternative: Alternative) -> Analysis {
        var changed = self
        changed.id += " (\(alternative.label))"
        changed.title += " (\(alternative.label))"
        if let conditions = alternative.changes.conditions {
            let columns = Set(conditions.map(\.column))
            changed.conditions = self.conditions.filter { !columns.contains($0.column) } + conditions
        }
        if let unit = alternative.changes.unit { changed.unit = unit }
        changed.columns.merge(alternative.changes.columns) { _, new in new }
        for parameter in alternative.changes.parameters {
            changed.parameters.removeAll { $0.name == parameter.name }
            changed.parameters.append(parameter)
        }
        changed.alternatives = []
        return changed
    }
}
