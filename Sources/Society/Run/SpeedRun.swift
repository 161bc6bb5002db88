// SPDX-License-Identifier: Apache-2.0
public import Rankers

/// One arm that is timed: what happened in it, and how long that took.
///
/// Building the world and fitting habits is not part of the time; posting, ranking, looking, acting and settling is.
public struct SpeedRun: Sendable {
    /// The sums over all steps.
    public let totals: StepTotals
    /// Items posted, with those that were there before the first step.
    public let posts: Int
    /// Items that could be shown in the last step.
    public let inventory: Int
    /// What made no sense in the answers of the ranker.
    public let tally: AnswerTally
    /// Seconds of wall time that the steps took.
    public let seconds: Double
    /// Seconds of wall time of the fastest step, and of the slowest.
    public let stepSeconds: ClosedRange<Double>

    /// Runs and times an arm.
    ///
    /// - Parameters:
    ///   - ranker: What orders the feed.
    ///   - world: Where.
    ///   - habits: How people act, fitted to the settings of the world.
    ///   - threads: Chunks of people in work at the same time; never changes what happens.
    public init(_ ranker: any Ranker, in world: World, acting habits: Habits, threads: Int = 1) async {
        var run = ArmRun(ranker, in: world, acting: habits, threads: threads)
        let clock = ContinuousClock()
        var (sum, fastest, slowest) = (0.0, Double.infinity, 0.0)
        for _ in 0..<world.settings.steps {
            let start = clock.now
            await run.step()
            let seconds = (clock.now - start) / .seconds(1)
            sum += seconds
            fastest = min(fastest, seconds)
            slowest = max(slowest, seconds)
        }
        totals = run.totals.reduce(into: StepTotals()) { $0.add($1) }
        posts = run.items.count
        inventory = run.items.candidates(at: max(0, world.settings.steps - 1), window: world.settings.window).count
        tally = run.tally
        seconds = sum
        stepSeconds = min(fastest, slowest)...slowest
    }

    /// Items shown, each looked at or not and acted on or not, a second of wall time.
    public var impressionsPerSecond: Double { seconds > 0 ? Double(totals.impressions) / seconds : 0 }
}
