// SPDX-License-Identifier: Apache-2.0
import Rankers
import Synchronization
import Testing

@testable import Society

@Suite("What a ranker is told") struct RequestTests {
    /// Looks at every request and orders newest first.
    private final class Notes: Sendable {
        let filled = Mutex<[String: Int]>([:])
        let wrong = Mutex<[String]>([])
    }

    private struct Witness: ScoringRanker {
        let notes: Notes
        let card = RankerCard(
            name: "witness",
            summary: "",
            formula: "",
            source: "",
            reads: RankerCard.Feature.allCases
        )

        func score(_ place: Int, in request: RankingRequest) -> Double {
            let candidates = request.candidates
            var seen: [String] = []
            func note(_ name: String, _ isThere: Bool) { if isThere { seen.append(name) } }
            note("views", candidates.views[place] > 0)
            note("likes", candidates.likes[place] > 0)
            note("replies", candidates.replies[place] > 0)
            note("reposts", candidates.reposts[place] > 0)
            note("hides", candidates.hides[place] > 0)
            note("followers", candidates.authorFollowers[place] > 0)
            note("groups", candidates.authorGroups[place] != 0)
            note("community", candidates.community[place] > 0)
            note("inNetwork", candidates.inNetwork[place])
            note("mutual", candidates.mutual[place])
            note("relevance", candidates.relevance[place] > 0)
            note("stated", candidates.stated[place] > 0)
            note("predictions", candidates.predictions[place].click > 0)
            note("interactions", request.communityInteractions.contains { $0 > 0 })
            note("follows", !request.viewer.follows.isEmpty)
            notes.filled.withLock { filled in for name in seen { filled[name, default: 0] += 1 } }
            var wrong: [String] = []
            if candidates.created[place] > request.now { wrong.append("an item from the future") }
            if candidates.mutual[place], !request.viewer.follows.contains(candidates.author[place]) {
                wrong.append("mutual, but not followed")
            }
            if candidates.author[place] == request.viewer.id { wrong.append("an own item") }
            if candidates.likes[place] > candidates.views[place] { wrong.append("more likes than views") }
            if !wrong.isEmpty { notes.wrong.withLock { $0 += wrong } }
            return candidates.created[place]
        }
    }

    @Test("every column a formula can read is filled, and none contradicts another")
    func columns() async {
        var settings = SocietySettings()
        (settings.people, settings.steps) = (150, 24)
        let habits = await Habits(fittedTo: settings, seed: 5)
        let notes = Notes()
        var run = ArmRun(Witness(notes: notes), in: World(settings, seed: 5, number: 0), acting: habits)
        await run.run()
        let expected = [
            "views", "likes", "replies", "reposts", "hides", "followers", "groups", "community", "inNetwork", "mutual",
            "relevance", "stated", "predictions", "interactions", "follows",
        ]
        let filled = notes.filled.withLock { $0 }
        for name in expected { #expect((filled[name] ?? 0) > 0, "\(name) is never filled") }
        #expect(notes.wrong.withLock { $0 } == [])
    }
}
