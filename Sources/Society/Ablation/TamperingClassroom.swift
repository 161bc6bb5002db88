// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Plays training episodes and writes down how people moved.
struct TamperingClassroom {
    private let environment: TamperingEnvironment
    private let world: TrainingWorld<TamperingPaths>
    private let random: KeyedRandom
    private let trial: KeyedRandom.Purpose
    var paths: TamperingPaths

    init(seed: UInt64, horizon: Int, world: TrainingWorld<TamperingPaths>, episodes: Int) {
        let isFixed = if case .fixed = world { true } else { false }
        let isYoked = if case .yoked = world { true } else { false }
        environment = TamperingEnvironment(seed: seed, horizon: horizon, susceptibility: isFixed ? 0 : 1)
        self.world = world
        random = KeyedRandom(seed: seed)
        trial = isYoked ? .ablationYokedTrial : .ablationTrial
        paths = TamperingPaths(episodes: episodes, horizon: horizon)
    }

    mutating func episode(_ episode: Int, persona: Int, learner: some AblationLearner) -> [TamperingImpression] {
        let kind = TamperingPersona.all[persona]
        let own = (kind.wing ?? .centre).rawValue
        let plan = random.uniform(trial, UInt32(persona), UInt32(episode), .max)
        var state = kind.clicks
        var moment = TamperingMoment(persona: persona, step: 0, opposed: 0)
        var impressions: [TamperingImpression] = []
        impressions.reserveCapacity(environment.horizon)
        for step in 0..<environment.horizon {
            if case .yoked(let recorded) = world {
                state[own] = recorded[persona: persona, episode: episode, step: step]
            }
            paths[persona: persona, episode: episode, step: step] = state[own]
            let draw = random.uniform(trial, UInt32(persona), UInt32(episode), UInt32(step))
            let shown = learner.tries(moment, draws: (draw, plan))
            let isClicked = environment.isClicked(state[shown.rawValue], persona: persona, episode: episode, step: step)
            impressions.append(TamperingImpression(moment: moment, shown: shown, isClicked: isClicked))
            state = environment.moved(state, shown: shown, persona: persona, episode: episode, step: step)
            moment = moment.after(shown)
        }
        return impressions
    }
}
