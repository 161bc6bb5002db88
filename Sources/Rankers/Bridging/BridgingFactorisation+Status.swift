// SPDX-License-Identifier: Apache-2.0

/// Ratings of one note by the sign of the factor of who rated.
package struct NoteCounts: Sendable {
    package struct Side: Sendable {
        var helpful = 0
        var notHelpful = 0
        var all = 0

        var net: Int { helpful - notHelpful }
        /// At least ten more than against, or at least four if they are a twentieth of the ratings of this side.
        func supports(_ least: Int, ratio: Double) -> Bool { net >= least && Double(net) >= ratio * Double(all) }
    }
    var negative = Side()
    var positive = Side()

    static func counted(
        _ ratings: [BridgingFactorisation.Rating],
        raters: [BridgingFactorisation.Parameters],
        notes: Int
    ) -> [NoteCounts] {
        var counts = Array(repeating: NoteCounts(), count: notes)
        for rating in ratings {
            let side = raters[Int(rating.rater)].factor < 0 ? \NoteCounts.negative : \NoteCounts.positive
            counts[Int(rating.note)][keyPath: side].all += 1
            if rating.value == 1 { counts[Int(rating.note)][keyPath: side].helpful += 1 }
            if rating.value == 0 { counts[Int(rating.note)][keyPath: side].notHelpful += 1 }
        }
        return counts
    }
}

extension BridgingFactorisation {
    /// What the published thresholds say of a note.
    ///
    /// Helpful: i_n ≥ 0.40, |f_n| < 0.50, and from raters of both signs at least 10 more helpful than not helpful ratings, or at least 4 more
    /// that make up 0.05 of the ratings of that sign (so we read "ratio"). Not helpful: i_n < −0.05 − 0.8 · |f_n|. At least 5 ratings.
    ///
    /// - Parameter note: The number of the note.
    /// - Returns: Its status; `needsMoreRatings` for a note without ratings.
    public func status(_ note: Int) -> Status {
        guard notes.indices.contains(note) else { return .needsMoreRatings }
        let (parameters, count) = (notes[note], counts[note])
        let sides = [count.negative, count.positive]
        guard sides[0].all + sides[1].all >= 5 else { return .needsMoreRatings }
        let isSupported =
            sides.allSatisfy { $0.supports(10, ratio: 0) } || sides.allSatisfy { $0.supports(4, ratio: 0.05) }
        if parameters.intercept >= 0.40, parameters.factor.magnitude < 0.50, isSupported { return .helpful }
        return parameters.intercept < -0.05 - 0.8 * parameters.factor.magnitude ? .notHelpful : .needsMoreRatings
    }
}
