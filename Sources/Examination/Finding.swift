// SPDX-License-Identifier: Apache-2.0
public import Instrument
public import Measures

/// What one analysis says about one clause.
public struct Finding: Sendable, Equatable {
    /// Whether the verdict stayed the same under other names of the parts.
    public struct SymmetryCheck: Sendable, Equatable {
        /// Relabellings tried, the identity not counted.
        public var permutations: Int
        /// A changed verdict is a defect of the program and blocks the finding.
        public var verdictChanged: Bool
    }

    /// What remains of the evidence when all clauses of one mandate are looked at together.
    public struct Multiplicity: Sendable, Equatable {
        /// How many findings were looked at together.
        public var family: Int
        /// "holm" for p-values, "e-bh" for e-values.
        public var method: String
        /// Of "the true value is not beyond bound and tolerance", for this clause alone; `nil` where there is an e-value.
        public var pValue: Double?
        /// The evidence by betting, where the clause is decided by it.
        public var eValue: Double?
        /// What is to be compared with 1 − confidence, all of the family considered.
        public var adjusted: Double
    }

    /// A number that helps to read the figure: the same measure for another arm.
    public struct Reference: Sendable, Equatable {
        /// What the arm is called.
        public var name: String
        /// Its value.
        public var estimate: Double
    }

    /// Clause and analysis: "ev-3/share-by-sort".
    public var id: String
    /// What was asked for.
    public var clause: Clause
    /// What the numbers say to it.
    public var verdict: Verdict
    /// Why, where it could not be determined or does not apply.
    public var reason: String?
    /// The analysis, or `nil` where none computes the measure of the clause.
    public var analysis: String?
    /// A line for people about the analysis.
    public var analysisTitle: String?
    /// The version of the measure, which says what its figures mean.
    public var measureVersion: String?
    /// The figure the clause binds, with its limits.
    public var figure: Figure?
    /// The levels of the arms behind a contrast.
    public var references: [Reference]
    /// Clusters that were resampled.
    public var clusters: Int
    /// Rows of the recording that belong to the analysis.
    public var rows: Int
    /// Beyond bound and tolerance, in units of the tolerance.
    public var severity: Double
    /// What happened under other names of the parts, where the clause asks for it.
    public var symmetryCheck: SymmetryCheck?
    /// How far the evidence reaches.
    public var assurance: Assurance
    /// Exceptions that hold, from the general to the special.
    public var exceptions: [String] = []
    /// Exceptions of which nobody knows whether they hold; the clause is taken to bind.
    public var undecided: [String] = []
    /// The strength of the evidence beside that of the other clauses; `nil` where there is none.
    public var multiplicity: Multiplicity?
    /// What the reference arm is called, where the figure is a contrast with it.
    public var referenceArm: String?
}
