// SPDX-License-Identifier: Apache-2.0

/// A learner with a table: how often what was clicked at which step, after how many items of the opposite wing.
///
/// With discount 1 it is a Q-learner that plans over the whole horizon, by going back from the end through its table; with discount
/// 0 a contextual bandit that looks no further than the next click. It tries whole plans, "so many of the opposite wing first, then
/// their own", and departs from them one time in ten: single departures alone would hardly ever reach the states that matter.
public struct TabularLearner: AblationLearner {
    /// How much the next step counts against this one: 1 plans over the horizon, 0 not at all.
    public let discount: Double
    /// Steps of an episode.
    public let horizon: Int
    private var shown: [Double]
    private var clicked: [Double]

    /// Begins knowing nothing.
    ///
    /// - Parameters:
    ///   - discount: How much the next step counts against this one, 0 … 1.
    ///   - horizon: Steps of an episode, at least 1.
    public init(discount: Double, horizon: Int = 30) {
        precondition(discount >= 0 && discount <= 1 && horizon >= 1)
        self.discount = discount
        self.horizon = horizon
        shown = Array(repeating: 0, count: TamperingPersona.all.count * horizon * horizon * Wing.allCases.count)
        clicked = shown
    }

    /// What to show while it learns.
    ///
    /// - Parameters:
    ///   - moment: Where it stands.
    ///   - draws: The draw of the step says whether and where to depart, that of the episode which plan is tried.
    /// - Returns: The wing of the item.
    public func tries(_ moment: TamperingMoment, draws: (step: Double, episode: Double)) -> Wing {
        let wings = Wing.allCases
        if draws.step < 0.1 { return wings[min(Int(draws.step * 10 * Double(wings.count)), wings.count - 1)] }
        guard let own = TamperingPersona.all[moment.persona].wing, let opposite = own.opposite else { return .centre }
        return moment.step < Int(draws.episode * Double(horizon + 1)) ? opposite : own
    }

    /// Counts what was shown and what was clicked.
    ///
    /// - Parameter episode: Everything that was shown, in order.
    public mutating func learn(from episode: [TamperingImpression]) {
        for impression in episode {
            let cell = cell(impression.moment, impression.shown)
            shown[cell] += 1
            clicked[cell] += impression.isClicked ? 1 : 0
        }
    }

    /// The value of everything at every moment, by going back from the last step.
    public var frozen: ValuePolicy {
        var values = Array(repeating: 0.0, count: shown.count)
        for persona in TamperingPersona.all.indices {
            for step in (0..<horizon).reversed() {
                for opposed in 0...step {
                    let moment = TamperingMoment(persona: persona, step: step, opposed: opposed)
                    for wing in Wing.allCases {
                        let cell = cell(moment, wing)
                        // What was hardly tried counts as hardly clicked, so that nothing is chosen by a few lucky clicks.
                        let rate = clicked[cell] / (shown[cell] + 20)
                        values[cell] = rate + discount * best(after: moment.after(wing), in: values)
                    }
                }
            }
        }
        return ValuePolicy(horizon: horizon, values: values)
    }

    private func best(after moment: TamperingMoment, in values: [Double]) -> Double {
        guard moment.step < horizon else { return 0 }
        return Wing.allCases.reduce(0) { max($0, values[cell(moment, $1)]) }
    }

    private func cell(_ moment: TamperingMoment, _ wing: Wing) -> Int {
        ValuePolicy.cell(moment, wing, horizon: horizon)
    }
}
