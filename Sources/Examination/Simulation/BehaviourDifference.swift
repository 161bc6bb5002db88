// SPDX-License-Identifier: Apache-2.0
public import Measures

/// How the behaviour of one ranker differs from that of another, in one figure: equivalence by two one-sided tests.
///
/// Two rankers are the same in a figure where both one-sided limits lie within the margin around no difference, and another where one
/// of them lies wholly beyond it. No significant difference is not sameness: then more worlds are needed.
public struct BehaviourDifference: Sendable, Equatable {
    /// What can be said.
    public enum Outcome: String, Sendable, CaseIterable {
        /// Both limits lie within the margin.
        case same
        /// A limit lies beyond the margin.
        case different
        /// The interval reaches across the margin.
        case undecided
    }

    /// The analysis, and a line for people.
    public var analysis: String
    /// A line for people.
    public var title: String
    /// What measured.
    public var measure: String
    /// The figure, with its limits.
    public var figure: Figure
    /// Where the figure is without any difference: 1 for ratios, else 0.
    public var neutral: Double
    /// What still counts as no difference, as a distance from there; for a ratio, in both directions alike.
    public var margin: Double
    /// What can be said.
    public var outcome: Outcome

    /// The figure that is compared for each measure, with its margin: the tolerance that the shipped instrument gives it, and for those
    /// that no clause binds, a tenth of the reference or the like; a choice of the examiner, stated with every result.
    static let margins: [String: (figure: String, margin: Double)] = [
        "amplification": ("spread", 0.15), "newcomer-reach": ("ratio", 0.1), "encounter": ("leastRatio", 0.1),
        "silent-reader-gap": ("gap/difference", 0.05), "excess-drift": ("excess", 0.05),
        "preference-shift": ("shift/difference", 0.02), "interest-narrowing": ("narrowing/difference", 0.05),
        "session-growth": ("growth/difference", 0.05), "concentration": ("gini/difference", 0.05),
        "welfare-gap": ("minutes/difference", 0.5),
    ]

    /// What an examination with one reference says about the two rankers.
    ///
    /// - Parameters:
    ///   - record: Of a simulation whose only reference is the other ranker.
    ///   - scale: Multiplies every margin.
    /// - Returns: One entry an analysis that compares the two as they are; those under changed conditions are left out.
    static func all(in record: ExaminationRecord, scale: Double) -> [Self] {
        let reference = record.analyses.first?.arms?.reference
        return record.analyses.compactMap { analysis in
            guard let arms = analysis.arms, arms.reference == reference, let choice = margins[analysis.measure.name],
                let figure = analysis.reading[choice.figure]
            else { return nil }
            let isRatio = ["spread", "ratio", "leastRatio"].contains(choice.figure)
            return BehaviourDifference(
                analysis: analysis.id,
                title: analysis.title,
                measure: analysis.measure.name,
                figure: figure,
                neutral: isRatio ? 1 : 0,
                margin: choice.margin * scale,
                outcome: outcome(figure, isRatio: isRatio, margin: choice.margin * scale)
            )
        }
    }

    static func outcome(_ figure: Figure, isRatio: Bool, margin: Double) -> Outcome {
        guard figure.value != nil, let limits = figure.uncertainty else { return .undecided }
        let (low, high) = isRatio ? (1 / (1 + margin), 1 + margin) : (-margin, margin)
        if limits.lowerLimit >= low, limits.upperLimit <= high { return .same }
        return limits.lowerLimit > high || limits.upperLimit < low ? .different : .undecided
    }
}

extension ExaminationRecord {
    /// Compares the subject with its only reference, figure by figure.
    ///
    /// - Parameter scale: Multiplies every margin.
    public mutating func compare(scale: Double = 1) { differences = BehaviourDifference.all(in: self, scale: scale) }
}
