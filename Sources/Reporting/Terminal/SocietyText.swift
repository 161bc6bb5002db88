// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Notation
internal import Rankers
public import Society

/// What a society is like and how fast it ran, for a terminal and for programs.
public struct SocietyText: Sendable {
    private let world: World
    private let ranker: String
    private let run: SpeedRun
    private let processorSeconds: Double
    private let peakBytes: Int

    /// A text on one run.
    ///
    /// - Parameters:
    ///   - world: Where it took place.
    ///   - ranker: What ordered the feed.
    ///   - run: What happened, and how long it took.
    ///   - processorSeconds: Of all threads together, for the steps.
    ///   - peakBytes: The largest memory the process ever held.
    public init(_ world: World, ranker: String, _ run: SpeedRun, processorSeconds: Double, peakBytes: Int) {
        (self.world, self.ranker, self.run) = (world, ranker, run)
        (self.processorSeconds, self.peakBytes) = (processorSeconds, peakBytes)
    }

    private var settings: SocietySettings { world.settings }
    private var totals: StepTotals { run.totals }
    private var personDays: Double { Double(settings.people) * settings.days }
    private var impressionsPerProcessorSecond: Double {
        processorSeconds > 0 ? Double(totals.impressions) / processorSeconds : 0
    }

    /// Each action with the share of noticed impressions it has, and the one it is meant to have in random order.
    private var rates: [(name: String, count: Int64, target: Double)] {
        [
            ("opened", totals.clicks, settings.clickRate), ("liked", totals.likes, settings.likeRate),
            ("answered", totals.replies, settings.replyRate), ("shared", totals.shares, settings.shareRate),
            ("hidden", totals.hides, settings.hideRate),
        ]
    }

    private func share(_ part: Int64, of whole: Int64) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }

    // MARK: For people

    /// One line a fact.
    public var table: String {
        let percent = { (share: Double, digits: Int) in String(format: "%.\(digits)f %%", 100 * share) }
        let number = { (value: Double, digits: Int) in String(format: "%.\(digits)f", value) }
        let million = { (value: Double) in String(format: "%.2f million", value / 1e6) }
        var lines = [
            ("world", "\(world.hash), seed \(world.seed)"), ("ranker", ranker),
            (
                "people",
                "\(settings.people), \(percent(Double(world.silentPeople) / Double(settings.people), 1)) of them silent"
            ), ("follows", "\(world.followRelations)"),
            ("time", "\(settings.steps) steps, \(number(settings.days, 1)) days"),
            ("posts", "\(run.posts), \(run.inventory) of them candidates at the end"),
            ("sessions", "\(number(Double(totals.sessions) / personDays, 2)) a person and day"),
            ("minutes", "\(number(totals.seconds / 60 / personDays, 1)) a person and day"),
            ("shown", "\(totals.impressions), \(percent(share(totals.noticed, of: totals.impressions), 1)) noticed"),
            ("other circles", percent(share(totals.crossCircle, of: totals.impressions), 1)),
            ("other side", "\(percent(share(totals.crossOpinion, of: totals.noticed), 1)) of noticed"),
        ]
        for rate in rates {
            let found = percent(share(rate.count, of: totals.noticed), 3)
            lines.append((rate.name, "\(found) of noticed; \(percent(rate.target, 3)) in random order"))
        }
        if !run.tally.isClean { lines.append(("answers", "some made no sense: \(run.tally)")) }
        lines += [
            ("speed", "\(million(run.impressionsPerSecond)) shown a second"),
            ("", "\(million(impressionsPerProcessorSecond)) shown a second of processor time"),
            ("steps took", "\(number(run.seconds, 2)) s, \(number(processorSeconds, 2)) s of processor time"),
            ("memory", "\(number(Double(peakBytes) / 1e6, 0)) MB at most"),
        ]
        let width = lines.map(\.0.count).max() ?? 0
        return lines.map { $0.0.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.1 + "\n" }.joined()
    }

    // MARK: For programs

    /// The same as JSON.
    public var json: String {
        var actions: [String: JSONValue] = [:]
        for rate in rates {
            actions[rate.name] = [
                "share": .number(share(rate.count, of: totals.noticed)), "target": .number(rate.target),
            ]
        }
        let value: JSONValue = [
            "world": .text(world.hash), "seed": .text("\(world.seed)"), "ranker": .text(ranker),
            "people": .number(Double(settings.people)), "silent": .number(Double(world.silentPeople)),
            "follows": .number(Double(world.followRelations)), "steps": .number(Double(settings.steps)),
            "days": .number(settings.days), "candidates": .number(Double(settings.candidates)),
            "posts": .number(Double(run.posts)), "inventory": .number(Double(run.inventory)),
            "sessions": .number(Double(totals.sessions)), "impressions": .number(Double(totals.impressions)),
            "noticed": .number(Double(totals.noticed)), "crossCircle": .number(Double(totals.crossCircle)),
            "crossOpinion": .number(Double(totals.crossOpinion)), "minutes": .number(totals.seconds / 60),
            "actions": .object(actions), "isClean": .flag(run.tally.isClean), "seconds": .number(run.seconds),
            "processorSeconds": .number(processorSeconds), "peakBytes": .number(Double(peakBytes)),
            "impressionsPerSecond": .number(run.impressionsPerSecond),
            "impressionsPerProcessorSecond": .number(impressionsPerProcessorSecond),
        ]
        return value.indented
    }
}
