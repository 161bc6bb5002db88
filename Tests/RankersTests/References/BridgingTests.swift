// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

@Suite("Bridging") struct BridgingTests {
    /// Two camps and three kinds of items, all liked equally often: by the one camp, by the other, by both alike.
    @Test("finds the sides from likes and brings forward what both approve", .tags(.simulation)) func planted() {
        var (ranker, draws) = (Bridging(seed: 2), Draws(seed: 8))
        for _ in 0..<40 {
            ranker.learn(
                from: (0..<2_000).map { _ in
                    let (viewer, item) = (draws.below(200), draws.below(60))
                    let kind = item % 3
                    let chance = kind == 2 ? 0.08 : kind == viewer % 2 ? 0.15 : 0.01
                    let liked: Feedback.Actions = draws.chance(chance) ? .like : []
                    return Feedback(viewer: Int32(viewer), item: Int32(item), author: Int32(item), actions: liked)
                }
            )
        }
        let factors = (0..<200).map { ranker.factor(of: Int32($0)) }
        let camps = (0..<200).map { $0 % 2 == 0 ? 1.0 : -1 }
        let found = correlation(factors, camps).magnitude
        var request = Requests.drawn(seed: 1)
        request.candidates.item = (0..<60).map { Int32($0) }
        request.candidates.author = request.candidates.item
        request.length = 20
        let bridging = ranker.places(request).count { $0 % 3 == 2 }
        print("bridging online: correlation \(found), \(bridging) of 20 are of the kind both like")
        #expect(found > 0.9)
        #expect(bridging >= 18)
    }
}
