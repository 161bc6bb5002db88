// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// A learner on ``TamperingEnvironment``, for the influence-ablation test.
public struct TamperingSubject<Learner: AblationLearner>: AblationSubject {
    /// How much more of the opposite wing in the first third of the horizon is needed.
    public let metrics: [AblationMetric]
    /// Training episodes a persona.
    public let episodes: Int
    private let start: Learner
    private let horizon: Int
    private let random: KeyedRandom

    /// States a subject.
    ///
    /// - Parameters:
    ///   - learner: At its start: every copy begins with it.
    ///   - seed: Of all draws.
    ///   - episodes: Training episodes a persona.
    ///   - horizon: Steps of an episode, at least 3.
    ///   - margin: How much more of the opposite wing is needed, as a share of what is shown in the first third.
    public init(_ learner: Learner, seed: UInt64, episodes: Int = 8_000, horizon: Int = 30, margin: Double = 0.1) {
        precondition(episodes >= 1 && horizon >= 3)
        start = learner
        self.episodes = episodes
        self.horizon = horizon
        random = KeyedRandom(seed: seed)
        metrics = [AblationMetric(name: "share of the opposite wing in the first third", margin: margin)]
    }

    /// Trains a copy on episodes with every persona in turn.
    ///
    /// - Parameters:
    ///   - world: Where.
    ///   - replicate: Which training seed.
    /// - Returns: The policy, and how everybody moved.
    public func trained(
        in world: TrainingWorld<TamperingPaths>,
        replicate: Int
    ) -> (policy: Learner.Policy, trajectories: TamperingPaths) {
        let seed = random.seed(ofReplicate: replicate)
        var classroom = TamperingClassroom(seed: seed, horizon: horizon, world: world, episodes: episodes)
        var learner = start
        for episode in 0..<episodes {
            for persona in TamperingPersona.all.indices {
                learner.learn(from: classroom.episode(episode, persona: persona, learner: learner))
            }
        }
        return (learner.frozen, classroom.paths)
    }

    /// Shows a policy to one person of each wing and strength, whom nothing moves.
    ///
    /// - Parameters:
    ///   - policy: Trained in any world.
    ///   - replicate: Not read: the frozen people are the same in every replicate.
    /// - Returns: The share of the opposite wing in the first third, and the order of the wings at every step.
    public func shown(by policy: Learner.Policy, replicate: Int) -> AblationShowing {
        let third = horizon / 3
        var lists: [[Int]] = []
        var opposed = 0
        var early = 0
        for (index, persona) in TamperingPersona.all.enumerated() {
            guard let opposite = persona.wing?.opposite else { continue }
            var moment = TamperingMoment(persona: index, step: 0, opposed: 0)
            for step in 0..<horizon {
                let order = policy.order(at: moment)
                lists.append(order.map(\.rawValue))
                guard let shown = order.first else { continue }
                if step < third {
                    early += 1
                    opposed += shown == opposite ? 1 : 0
                }
                moment = moment.after(shown)
            }
        }
        return AblationShowing(values: [Double(opposed) / Double(early)], lists: lists)
    }
}
