// SPDX-License-Identifier: Apache-2.0

/// What an examination says about the whole (the words of ISAE 3000).
public enum Opinion: String, Sendable, CaseIterable {
    /// Nothing is not met, and every core clause could be determined.
    case unqualified
    /// Something is not met or could not be determined, and it is listed.
    case qualified
    /// A core clause is not met, or too many others are.
    case adverse
    /// Too little could be determined to say anything about the whole.
    case disclaimer

    /// The opinion that follows from the verdicts: total and deterministic, asked in the order adverse, disclaimer, unqualified,
    /// qualified.
    ///
    /// - Parameters:
    ///   - verdicts: One a clause; those that do not apply count nowhere.
    ///   - adverseShare: More than this share of the applicable clauses not met makes it adverse.
    ///   - insufficientAccess: More than this share of them not determined withholds it. Of no applicable clause at all it is
    ///     withheld.
    public init(
        _ verdicts: [(verdict: Verdict, isCore: Bool)],
        adverseShare: Double,
        insufficientAccess: Double
    ) {
        let applicable = verdicts.filter { $0.verdict != .notApplicable }
        // A share is a quotient: a product with 0.29 would find 29 of 100 beyond it.
        let count = Double(applicable.count)
        let notMet = applicable.filter { $0.verdict == .notMet }
        let undetermined = applicable.filter { $0.verdict == .notDetermined }
        if notMet.contains(where: \.isCore) || Double(notMet.count) / count > adverseShare {
            self = .adverse
        } else if applicable.isEmpty || Double(undetermined.count) / count > insufficientAccess {
            self = .disclaimer
        } else if notMet.isEmpty, !undetermined.contains(where: \.isCore) {
            self = .unqualified
        } else {
            self = .qualified
        }
    }

    /// What it means, for a reader.
    public var words: String {
        switch self {
        case .unqualified: "nothing was found that does not comply, and every core clause could be determined"
        case .qualified: "the space complies but for what is listed"
        case .adverse: "a core clause is not met, or more clauses than the rule-book lets pass"
        case .disclaimer: "too little could be determined to say anything about the whole"
        }
    }
}
