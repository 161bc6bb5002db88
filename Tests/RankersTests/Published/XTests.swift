// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

@Suite("X") struct XTests {
    @Test(.tags(.published)) func theSumsOfTheTable() {
        #expect((X2026.negativeSum - 367.22).magnitude < 1e-9)
        #expect((X2026.totalSum - 410.54).magnitude < 1e-9)
        #expect(XWeights.of2023.map(\.weight).filter { $0 < 0 } == [-74, -369])
    }

    @Test(.tags(.published)) func theOffset() {
        #expect((X2026.offset(-1) - 0.000892045).magnitude < 0.5e-9)
        #expect(X2026.offset(0) == 0.001)
        #expect(X2026.offset(2) == 2.001)
    }

    @Test(.tags(.published)) func furtherPostsOfAnAuthor() {
        #expect((0...3).map { X2026.diversity(earlier: $0) } == [1, 0.625, 0.4375, 0.34375])
        #expect(X2026.diversity(earlier: 1_000) >= 0.25)
    }

    @Test(.tags(.published)) func coldStart() {
        // Scores 20, 19 … 1 at the places 0, 1 … 19; index 15 holds 5, and 17 of 20 are within 85 %.
        let scores = (0..<20).map { Double(20 - $0) }
        let order = (0..<20).map { Int32($0) }
        let raised = { (newcomers: Set<Int>) in
            X2026.raised(order: order, scores: scores) { newcomers.contains($0) }.map { [Double($0.place), $0.score] }
        }
        #expect(raised([16, 18]) == [16, 5])
        #expect(raised([3, 16]) == [3, 5], "the best one; a higher score than that is kept")
        #expect(raised([17, 18]) == nil, "beyond 85 %")
        #expect(raised([]) == nil)
        #expect(X2026.raised(order: Array(order.prefix(15)), scores: Array(scores.prefix(15))) { _ in true } == nil)
    }

    /// Sixteen and more posts with the same predictions, except for what a test changes.
    private func session(_ count: Int) -> RankingRequest {
        var request = Requests.drawn(seed: 3, count: count)
        request.length = count
        for place in 0..<count {
            request.candidates.author[place] = Int32(place)
            request.candidates.authorFollowers[place] = 5_000
            request.candidates.inNetwork[place] = true
            request.candidates.mutual[place] = false
            var values = SIMD8<Float>(repeating: 0)
            values[1] = Float(count - place) / 1_000
            values[5] = 1
            request.candidates.predictions[place] = Predictions(values: values, dwell: 0)
        }
        return request
    }

    private func scores(_ request: RankingRequest) -> [Double] {
        var answer = RankingAnswer()
        X2026().rank(request, into: &answer)
        return answer.scores
    }

    @Test(.tags(.byHand)) func theFiveSteps() {
        var request = session(20)
        // 0.5 · 0.02 + 0.001 with nothing else; out of network three quarters of it.
        #expect((scores(request)[0] - 0.011).magnitude < 1e-8)
        request.candidates.inNetwork[0] = false
        #expect((scores(request)[0] - 0.00825).magnitude < 1e-8)
        // Twenty seconds are worth 0.08, not lingering costs 0.02.
        request.candidates.inNetwork[0] = true
        request.candidates.predictions[0].dwell = 20
        request.candidates.predictions[0].values[5] = 0
        #expect((scores(request)[0] - 0.071).magnitude < 1e-8)
        // A reply from a mutual follow is worth 5 + 15.
        request.candidates.predictions[1].values[2] = 0.01
        #expect((scores(request)[1] - 0.0605).magnitude < 1e-8)
        request.candidates.mutual[1] = true
        #expect((scores(request)[1] - 0.2105).magnitude < 1e-8)
        // The second post of an author counts 0.625.
        request.candidates.author[2] = 1
        #expect((scores(request)[2] - 0.625 * 0.01).magnitude < 1e-8)
        // A small account at index 16 comes up to the 16th place, where 0.5 · 0.005 + 0.001 stands.
        request.candidates.authorFollowers[16] = 1_000
        request.candidates.views[16] = 999
        #expect((scores(request)[16] - 0.0035).magnitude < 1e-8)
        request.candidates.views[16] = 1_000
        #expect((scores(request)[16] - 0.003).magnitude < 1e-8)
    }

    @Test(.tags(.byHand)) func theWeightsOf2023() {
        var values = SIMD8<Float>(repeating: 0)
        values[0] = 0.02
        values[1] = 0.1
        values[2] = 0.01
        values[4] = 0.001
        let sum = X2023.combined(Predictions(values: values, dwell: 30))
        #expect((sum - (0.22 + 0.05 + 0.135 - 0.074)).magnitude < 1e-7)
    }
}
