// SPDX-License-Identifier: Apache-2.0
public import Instrument
public import Measures

/// What one analysis says about one clause.
public struct Finding: Sendable, Equatable {
    /// How far the evidence reaches: E0 declared … E4 replayed and confirmed by an independent channel.
    public enum Assurance: String, Sendable, CaseIterable {
        case declared = "E0"
        case documented = "E1"
        case sampled = "E2"
        case replayed = "E3"
        case confirmed = "E4"
    }

    /// Whether the verdict stayed the same under other names of the parts.
    public struct SymmetryCheck: Sendable, Equatable {
        /// Relabellings tried, the identity not counted.
        public var permutations: Int
        /// A changed verdict is a defect of the program and blocks the finding.
        public var verdictChanged: Bool
    }

    /// A number that helps to read the figure: the same measure for another arm.
    public struct Reference: Sendable, Equatable {
        public var name: String
        public var estimate: Double
    }

    /// Clause and analysis: "ev-3/share-by-sort".
    public var id: String
    public var clause: Clause
    public var verdict: Verdict
    /// Why, where it could not be determined or does not apply.
    public var reason: String?
    /// The analysis, or `nil` where none computes the measure of the clause.
    public var analysis: String?
    public var analysisTitle: String?
    public var measureVersion: String?
    public var figure: Figure?
    public var references: [Reference]
    /// Clusters that were resampled, and rows they hold.
    public var clusters: Int
    public var rows: Int
    /// Beyond bound and tolerance, in units of the tolerance.
    public var severity: Double
    public var symmetryCheck: SymmetryCheck?
    public var assurance: Assurance
}
