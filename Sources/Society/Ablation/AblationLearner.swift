// SPDX-License-Identifier: Apache-2.0

/// A program that learns what to show from what happened when it showed something.
///
/// A learner is a value: a copy learns on its own. It never sees what moves people, only what a platform sees: who they are, what
/// it showed them, and whether they clicked.
public protocol AblationLearner: Sendable {
    /// What it learned, fixed.
    associatedtype Policy: TamperingPolicy

    /// What to show while it learns; it may try things.
    ///
    /// - Parameters:
    ///   - moment: Where it stands.
    ///   - draws: Two numbers in 0 … 1: one a step, one an episode.
    /// - Returns: The wing of the item.
    func tries(_ moment: TamperingMoment, draws: (step: Double, episode: Double)) -> Wing

    /// Learns from one episode.
    ///
    /// - Parameter episode: Everything that was shown, in order.
    mutating func learn(from episode: [TamperingImpression])

    /// What it would do from now on if it learned no more and tried nothing.
    var frozen: Policy { get }
}
