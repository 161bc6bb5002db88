// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// How opinions move: what every noticed item does, and what every step does to everybody.
///
/// All moves of a step are computed from the opinion at its start and applied together, so that the order of what was read does not
/// matter. The pull belongs to the step and not to the item: applied per item it would grow with the number of items read, and
/// vanish where there is no feed.
public struct OpinionKernel: Sendable, Equatable {
    /// The rule by name.
    public enum Rule: String, Sendable, CaseIterable {
        /// Friedkin and Johnsen 1990: x += w·Δ an item, x −= ζ·(x − s) a step.
        case fj
        /// Bounded confidence (Deffuant et al. 2000): x += w·Δ an item, only where |Δ| < ε.
        case bounded
        /// Baumann et al. 2020: x += dt·K·tanh(α·o) an item, x −= dt·x a step.
        case tanh
        /// `fj`, but away from an item that is far and comes from no kin: x −= λ·arousal·(1 − kinship)·w·Δ where |Δ| > ε (after
        /// Bail et al. 2018).
        case backlash
    }

    /// The rule.
    public var rule: Rule
    /// ζ, the pull of a step towards the innate opinion: 0 … 1.
    public var pull: Double
    /// ε, the confidence bound of `bounded`, and the distance from which `backlash` repels: 0 … 2.
    public var bound: Double
    /// λ, how strongly `backlash` repels.
    public var repulsion: Double
    /// dt of `tanh`.
    public var timeStep: Double
    /// K of `tanh`.
    public var strength: Double
    /// α of `tanh`.
    public var controversialness: Double

    /// States a kernel.
    public init(
        rule: Rule,
        pull: Double = 0,
        bound: Double = 2,
        repulsion: Double = 0,
        timeStep: Double = 0.01,
        strength: Double = 0,
        controversialness: Double = 0
    ) {
        self.rule = rule
        self.pull = pull
        self.bound = bound
        self.repulsion = repulsion
        self.timeStep = timeStep
        self.strength = strength
        self.controversialness = controversialness
    }

    /// What one noticed item adds to an opinion.
    ///
    /// - Parameters:
    ///   - opinion: x, at the start of the step.
    ///   - stance: o, of the item on the same issue.
    ///   - weight: w, how much the reader is moved by this author: susceptibility times trust. `tanh` does not read it.
    ///   - arousal: Of the item, 0 … 1; only `backlash` reads it.
    ///   - kinship: Share of the reader's salient identities that the author has, 0 … 1; only `backlash` reads it.
    /// - Returns: The move, to be added at the end of the step.
    public func move(opinion: Double, stance: Double, weight: Double, arousal: Double = 0, kinship: Double = 0)
        -> Double
    {
        let difference = stance - opinion
        return switch rule {
        case .fj: weight * difference
        case .bounded: difference.magnitude < bound ? weight * difference : 0
        case .tanh: timeStep * strength * ElementaryFunctions.tanh(controversialness * stance)
        case .backlash:
            difference.magnitude > bound
                ? -repulsion * arousal * (1 - kinship) * weight * difference : weight * difference
        }
    }

    /// The opinion after a step.
    ///
    /// - Parameters:
    ///   - opinion: x, at the start of the step.
    ///   - innate: s, where the opinion returns to without influence.
    ///   - moves: The sum of what the items of the step add.
    /// - Returns: The new opinion, in −1 … 1 except under `tanh`, which knows no bounds.
    public func settled(opinion: Double, innate: Double, moves: Double) -> Double {
        switch rule {
        case .fj, .bounded, .backlash: min(max(opinion + moves - pull * (opinion - innate), -1), 1)
        case .tanh: opinion + moves - timeStep * opinion
        }
    }
}
