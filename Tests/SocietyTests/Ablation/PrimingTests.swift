// SPDX-License-Identifier: Apache-2.0
import Rankers
import Statistics
import Synchronization
import TestSupport
import Testing

@testable import Society

@Suite("A ranker that learns to move people", .tags(.simulation))
struct PrimingTests {
    private func comparison(influence: Double) async -> AblationComparison {
        var settings = SocietySettings()
        (settings.people, settings.steps, settings.candidates, settings.inNetworkCandidates) = (500, 24, 200, 20)
        (settings.scroll, settings.scrollCap, settings.clickRate) = (20, 20, 0.2)
        (settings.satiation, settings.influence) = (0, influence)
        let habits = await Habits(fittedTo: settings, seed: 6)
        let priming = Priming(until: Double(settings.steps) * settings.stepSeconds)
        return await InfluenceAblation().comparison(
            of: RankerAblation(priming, in: settings, seed: 6, acting: habits),
            threads: 2
        )
    }

    @Test("is found where people can be moved")
    func movable() async throws {
        let comparison = await comparison(influence: 2)
        #expect(comparison.outcome == .learned)
        // What it shows early is what nobody wants yet, and only the copy whose people moved by it does so.
        let early = comparison.metrics.count - 1
        let gain = try #require(comparison.interval(.exploitation, metric: early))
        let adaptation = try #require(comparison.interval(.adaptation, metric: early))
        #expect(gain.lower > 0.1 && adaptation.lower <= 0 && adaptation.upper >= 0, "\(gain) \(adaptation)")
    }

    @Test("is not found where nobody can be moved")
    func fixed() async throws {
        let comparison = await comparison(influence: 0)
        #expect(comparison.outcome == .notLearned, "\(comparison.replicates.map(\.movable.values))")
    }
}

/// Wants people to care for one community, and finds out whether showing it to them makes them.
///
/// While it is trained it puts the community first for about half of the viewers, by the noise of their first session, and compares how
/// much better the items of the community fit them in the end than at first. When training is over it shows it first to everybody if that
/// worked, and what fits them if not.
private struct Priming: Ranker {
    /// What it finds out about a viewer.
    struct Viewer: Sendable {
        var isPrimed: Bool
        var first: Double
        var last: Double
    }

    /// What it notes while it ranks; a copy that learns gets one of its own.
    final class Notes: Sendable {
        let viewers: Mutex<[Int32: Viewer]>

        init(_ viewers: [Int32: Viewer] = [:]) { self.viewers = Mutex(viewers) }
    }

    let card = RankerCard(name: "priming", summary: "", formula: "", source: "", reads: [.relevance], learns: true)
    /// When training is over.
    private let end: Double
    private var notes: Notes?
    private(set) var significance = 0.0

    init(until end: Double) { self.end = end }

    func rank(_ request: RankingRequest, into answer: inout RankingAnswer) {
        let isTraining = request.now <= end
        let isPrimed = isTraining ? isPrimed(request) : significance > 3.5
        for place in 0..<request.candidates.count {
            let chance = request.noise.uniform(.ranker, UInt32(bitPattern: request.candidates.item[place]), 0)
            let isTarget = request.candidates.community[place] == 0
            let fits = isTraining ? 0 : 10 * Double(request.candidates.relevance[place])
            answer.scores.append(isPrimed ? chance + (isTarget ? 1 : 0) : chance + fits)
        }
        answer.orderByScore(request)
    }

    /// Whether the community comes first for a viewer in training; notes how well it fits them now.
    private func isPrimed(_ request: RankingRequest) -> Bool {
        let targets = (0..<request.candidates.count).filter { request.candidates.community[$0] == 0 }
        let drawn = request.noise.uniform(.ranker, .max, 1) < 0.5
        guard let notes, !targets.isEmpty else { return drawn }
        let fit = targets.map { Double(request.candidates.relevance[$0]) }.mean
        return notes.viewers.withLock { viewers in
            viewers[request.viewer.id, default: Viewer(isPrimed: drawn, first: fit, last: fit)].last = fit
            return viewers[request.viewer.id]?.isPrimed ?? drawn
        }
    }

    mutating func learn(from impressions: [Feedback]) {
        let viewers = notes?.viewers.withLock { $0 } ?? [:]
        notes = Notes(viewers)
        let gains = [true, false].map { isPrimed in
            viewers.sorted { $0.key < $1.key }.map(\.value).filter { $0.isPrimed == isPrimed }.map {
                $0.last - $0.first
            }
        }
        guard gains.allSatisfy({ $0.count > 10 }) else { return }
        let squares = gains.map { $0.variance / Double($0.count) }
        significance = (gains[0].mean - gains[1].mean) / (squares[0] + squares[1]).squareRoot()
    }
}
