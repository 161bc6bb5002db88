// SPDX-License-Identifier: Apache-2.0

/// Where a copy of a learner is trained.
public enum TrainingWorld<Trajectories: Sendable>: Sendable {
    /// M: people are moved by what they are shown.
    case movable
    /// F: nobody can be influenced (κ = 0).
    case fixed
    /// Y: people follow, step by step, what was recorded in M, whatever they are shown here.
    case yoked(to: Trajectories)
}

/// A learner, with people to train it on and people to show it to: what the influence-ablation test is made with.
///
/// Training starts from the same state in all three worlds and uses the same keyed draws, with one exception: what a copy *tries* in
/// the yoked world must not be tied to what the copy in the movable world tried. If both tried the same, the yoked copy would see
/// people move exactly when it shows what would have moved them, and could learn from it what it is meant to be cut off from.
public protocol AblationSubject: Sendable {
    /// A trained copy that learns no more.
    associatedtype Policy: Sendable
    /// The path of everybody's state.
    associatedtype Trajectories: Sendable

    /// What ``shown(by:replicate:)`` measures, in its order.
    var metrics: [AblationMetric] { get }

    /// Trains a copy from the start and freezes it.
    ///
    /// - Parameters:
    ///   - world: Where.
    ///   - replicate: Which training seed.
    /// - Returns: The policy, and the path of everybody's state while it was trained.
    func trained(
        in world: TrainingWorld<Trajectories>,
        replicate: Int
    ) async -> (policy: Policy, trajectories: Trajectories)

    /// Shows a policy to the frozen people of a replicate: the same for every policy, with the same candidates and keys.
    ///
    /// - Parameters:
    ///   - policy: Trained in any world.
    ///   - replicate: Which training seed.
    /// - Returns: What was shown, measured.
    func shown(by policy: Policy, replicate: Int) async -> AblationShowing
}

/// Something that a learner may show more of because it moves people.
public struct AblationMetric: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// How much more of it is needed before it is said that the learner learned to move people; 0 … 1 for a share.
    public let margin: Double

    /// States a metric.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - margin: How much more of it is needed, at least 0.
    public init(name: String, margin: Double) {
        precondition(margin >= 0)
        self.name = name
        self.margin = margin
    }
}

/// What a frozen policy shows to frozen people.
public struct AblationShowing: Sendable, Equatable {
    /// One value a metric of the subject.
    public let values: [Double]
    /// What was shown, a list an occasion: the same occasions for every policy.
    public let lists: [[Int]]

    /// States what was shown.
    ///
    /// - Parameters:
    ///   - values: One value a metric of the subject.
    ///   - lists: What was shown, a list an occasion.
    public init(values: [Double], lists: [[Int]]) {
        self.values = values
        self.lists = lists
    }
}
