// SPDX-License-Identifier: Apache-2.0
import Rankers
import Testing

/// Printed for people and held to nothing but order of magnitude: other work on the machine must not fail a test.
@Suite("Speed", .serialized) struct SpeedTests {
    @Test(arguments: [
        "chronological", "random", "popularity", "engagement", "diversity", "bridging", "hn-front", "x-2023", "x-2026",
    ])
    func nanosecondsACandidate(name: String) throws {
        var ranker = try RankerCatalogue.make(name)
        ranker.learn(from: Requests.feedback(seed: 1))
        var request = Requests.drawn(seed: 1, count: 200)
        request.length = 20
        var (answer, check) = (RankingAnswer(), AnswerCheck())
        let clock = ContinuousClock()
        var best = Duration.seconds(60)
        for _ in 0..<60 {
            let time = clock.measure {
                for _ in 0..<10 {
                    answer.clear()
                    ranker.rank(request, into: &answer)
                    check.clean(&answer, for: request)
                }
            }
            best = min(best, time)
        }
        let nanoseconds = best / 2_000
        print("\(name): \(nanoseconds.components.attoseconds / 1_000_000_000) ns a candidate of 200")
        #expect(nanoseconds < .microseconds(50))
    }
}
