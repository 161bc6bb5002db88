// SPDX-License-Identifier: Apache-2.0

/// The part of an article that a machine reads, as it stands on one day: which figure of which measure has to stay on which side of
/// a bound.
public struct Clause: Sendable, Equatable {
    /// What a clause may look at.
    ///
    /// There is nothing here about what is said: no text, topic, stance or truth.
    public enum Field: String, Sendable, CaseIterable {
        case identifiers, times, ranks, scores, impressions, reactions, follows, surfaces, languages, candidates,
            sessions
        case declaredAdvertisement = "declared-advertisement"
        case declaredAutomation = "declared-automation"
        case builds
        /// Entries of a register or a ledger: which fields are filled and when, never what they say.
        case registers
        /// States of simulated people.
        case simulation
        /// Groups that the examiners hold.
        case partition
    }

    /// Whose names can be exchanged without changing the verdict.
    public enum Symmetry: String, Sendable, CaseIterable {
        /// The parts of a partition.
        case partition
        /// The accounts.
        case accounts
    }

    /// How evidence becomes a verdict.
    public enum Rule: String, Sendable, CaseIterable {
        /// One-sided limits against bound and tolerance.
        case limits
        /// Evidence gathered by betting against the duty: from the bound on it is refuted.
        case eValue = "e-value"
    }

    /// How far examiners have to be let in.
    public enum Access: String, Sendable, CaseIterable, Comparable {
        /// View from outside, public data.
        case outside = "L0"
        /// Logs, records, registers.
        case records = "L1"
        /// Running the deposited build on recorded inputs.
        case replay = "L2"
        /// Reading source, configuration and lists of interventions.
        case source = "L3"

        /// Less access is smaller.
        public static func < (left: Access, right: Access) -> Bool { left.rawValue < right.rawValue }
    }

    /// What examiners do.
    public enum Method: String, Sendable, CaseIterable {
        case test = "TEST"
        case examine = "EXAMINE"
    }

    /// Who has to show that a duty is kept.
    public enum Burden: String, Sendable, CaseIterable {
        case body, platform
    }

    /// How settled the text is.
    public enum Status: String, Sendable, CaseIterable {
        case draft, candidate, adopted
    }

    /// A stable name: "ev-3".
    public var id: String
    /// A few words: "Equal voice across groups".
    public var title: String
    /// The duty, as it is read aloud.
    public var duty: String
    /// The measure it binds.
    public var measure: String
    /// The key of the figure that is compared with the bound; empty where the measure is named by the vocabulary only.
    public var figure: String
    /// What is measured over which items, people or decisions.
    public var population = ""
    /// What it reads.
    public var reads: [Field]
    /// Whose names can be exchanged without changing the verdict.
    public var symmetry: Symmetry?
    /// How evidence becomes a verdict.
    public var rule = Rule.limits
    /// What is asked for.
    public var criterion: Criterion
    /// What else is agreed on.
    public var parameters: Terms.Clause = [:]
    /// How far examiners have to be let in.
    public var access = Access.outside
    /// What examiners do.
    public var method = Method.test
    /// Who has to show that the duty is kept.
    public var burden = Burden.body
    /// How settled the text is.
    public var status = Status.draft
    /// Whether it is a core clause: not to be reserved, and decisive for the opinion.
    public var isCore = false
    /// What has to be among the evidence.
    public var evidence: [String] = []
    /// Where existing law asks for the like.
    public var anchors: [Anchor] = []
    /// Analyses of a recording it is applied to; all of its measure where nothing is said.
    public var analyses: [String] = []
    /// Signatories whose positions keep bound and tolerance where they are; empty where the values are a proposal.
    public var bindingSignatories: [String] = []
    /// The file it is from.
    public var file = ""
    /// Where it stands in its file.
    public var line: Int

    /// Whether the verdict must stay the same when the parts of the partition exchange their names.
    public var isSymmetric: Bool { symmetry == .partition }

    /// The letters before the hyphen of its id: "ev".
    public var group: String { String(id.prefix { $0 != "-" }) }

    /// Which value of each of its parameters is stricter.
    ///
    /// The bound of an e-value is a matter of confidence, which is not negotiated.
    public var strictness: [Parameter: Strictness] {
        let bound: Strictness =
            rule == .eValue ? .neutral : criterion.direction == .atMost ? .lower : .higher
        var strictness: [Parameter: Strictness] = [.bound: bound, .limit: bound]
        for parameter in parameters.keys { strictness[parameter] = parameter.strictness }
        return strictness
    }

    /// The values of all its parameters, bound and limit among them.
    public var terms: Terms.Clause {
        var terms = parameters
        terms[.bound] = .number(criterion.bound)
        terms[.limit] = .number(criterion.limit)
        return terms
    }
}

/// A place in existing law.
public struct Anchor: Sendable, Equatable {
    /// How what the clause asks stands to what the law asks (NIST IR 8477).
    public enum Relation: String, Sendable, CaseIterable {
        case equivalentTo = "equivalent-to"
        case equalTo = "equal-to"
        case subsetOf = "subset-of"
        case supersetOf = "superset-of"
        case intersectsWith = "intersects-with"
    }

    /// The key of the law: "eu.dsa".
    public var law: String
    /// The place: "34(1)(b)".
    public var place: String
    /// The clause against the law.
    public var relation: Relation
}
