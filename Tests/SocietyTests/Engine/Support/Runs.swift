// SPDX-License-Identifier: Apache-2.0
import Rankers
import Statistics

@testable import Society

/// Everything that a run leaves.
struct Trace: Equatable {
    var totals: [StepTotals]
    var opinions: [SIMD4<Double>]
    var interests: [SIMD16<Float>]
    var log: [ImpressionRow]
    var views: [Int32]
    var followers: [Int32]
    var tally: AnswerTally

    init(_ run: ArmRun) {
        totals = run.totals
        opinions = run.opinions
        interests = run.collect(\.interest)
        log = run.collect(\.log)
        views = run.items.facts.map(\.views)
        followers = run.graph.followers
        tally = run.tally
    }

    /// What was shown to whom, where.
    var lists: [SIMD4<Int32>] { log.map { SIMD4($0.viewer, $0.item, $0.step, $0.position) } }
    /// All steps together.
    var sum: StepTotals { totals.reduce(into: StepTotals()) { $0.add($1) } }
}

/// Runs an arm to its end.
func run(
    _ ranker: any Ranker,
    in world: World,
    _ habits: Habits,
    threads: Int = 1,
    influence: Double? = nil,
    change: (inout ArmMode) -> Void = { _ in }
) async -> ArmRun {
    var mode = ArmMode()
    change(&mode)
    var run = ArmRun(ranker, in: world, mode: mode, acting: habits, influence: influence, threads: threads)
    await run.run()
    return run
}

/// A society that is quick to run and has everything.
func smallSettings(_ change: (inout SocietySettings) -> Void = { _ in }) -> SocietySettings {
    var settings = SocietySettings()
    (settings.people, settings.steps, settings.panel, settings.window) = (150, 10, 150, 6)
    (settings.candidates, settings.inNetworkCandidates, settings.follows) = (60, 30, 10)
    (settings.scroll, settings.scrollCap) = (12, 40)
    change(&settings)
    return settings
}

extension [Double] {
    var mean: Double { reduce(0, +) / Double(count) }
    var variance: Double {
        let mean = mean
        return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
    }
    var standardError: Double { (variance / Double(count)).squareRoot() }
}
