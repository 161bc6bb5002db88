// SPDX-License-Identifier: Apache-2.0

/// What an examination says about one clause.
public enum Verdict: String, Sendable, CaseIterable, Equatable {
    /// Even the unfavourable one-sided limit lies within the bound.
    case met
    /// Even the unfavourable one-sided limit lies within the bound and its tolerance.
    case metWithComments = "met-with-comments"
    /// Even the favourable one-sided limit lies beyond the bound and its tolerance.
    case notMet = "not-met"
    /// The evidence does not decide.
    case notDetermined = "not-determined"
    /// The clause does not speak about this space.
    case notApplicable = "not-applicable"

    /// The fixed words of a report.
    public var words: String {
        switch self {
        case .met: "complies"
        case .metWithComments: "complies within the tolerance"
        case .notMet: "does not comply"
        case .notDetermined: "could not be determined"
        case .notApplicable: "does not apply"
        }
    }
}
