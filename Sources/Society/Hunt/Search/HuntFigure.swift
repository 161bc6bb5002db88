// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// What one world says about one persona.
public struct HuntOutcome: Sendable, Equatable {
    /// The number of the world.
    public var world: Int
    /// Its hash.
    public var hash: String
    /// The figure under the examined ranker.
    public var subject: Double
    /// The figure under the reference.
    public var reference: Double
    /// By how much the property fails.
    public var margin: Double
}

/// What several worlds say together: the world is the unit, and a persona is held against a bound and not against a mean, since the
/// largest of many means is large by luck.
public struct HuntFigure: Sendable, Equatable {
    /// Worlds that gave an answer.
    public var worlds: Int
    /// The mean figure under the examined ranker.
    public var subject: Double
    /// The mean figure under the reference.
    public var reference: Double
    /// The mean margin by which the property fails; above 0 where it does.
    public var margin: Double
    /// The one-sided lower limit of the margin (Student's t over worlds); −∞ below two worlds.
    public var lowerLimit: Double
    /// The probability of such a margin or a larger one where the property just holds; never below 2⁻ⁿ for n worlds, what their signs
    /// alone could say.
    public var p: Double

    /// Whether the property fails: the whole interval lies beyond its bound, and rests on at least eight worlds.
    public var fails: Bool { worlds >= 8 && lowerLimit > 0 }

    /// Sums outcomes up.
    ///
    /// - Parameters:
    ///   - outcomes: One a world.
    ///   - confidence: Of the limit, between ½ and 1.
    public init(_ outcomes: [HuntOutcome], confidence: Double) {
        let count = Double(outcomes.count)
        worlds = outcomes.count
        guard worlds > 1, confidence > 0, confidence < 1 else {
            subject = outcomes.first?.subject ?? 0
            reference = outcomes.first?.reference ?? 0
            margin = outcomes.first?.margin ?? 0
            lowerLimit = -.infinity
            p = 1
            return
        }
        subject = outcomes.reduce(0) { $0 + $1.subject } / count
        reference = outcomes.reduce(0) { $0 + $1.reference } / count
        let margins = outcomes.map(\.margin)
        margin = margins.reduce(0, +) / count
        lowerLimit = StudentInterval.interval(of: margins, confidence: confidence)?.lowerLimit ?? -.infinity
        p = max(
            StudentInterval.pValue(of: margins, above: 0) ?? 1,
            Double(sign: .plus, exponent: -outcomes.count, significand: 1)
        )
    }
}
