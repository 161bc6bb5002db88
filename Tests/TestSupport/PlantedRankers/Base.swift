// SPDX-License-Identifier: Apache-2.0
import Rankers

// What planted rankers share. They allocate as they like: no speed is measured with them.
extension Ranker {
    /// All candidates in the order of this ranker.
    func wholeOrder(_ request: RankingRequest) -> [Int32] {
        var whole = request
        whole.length = max(1, request.candidates.count)
        var answer = RankingAnswer()
        rank(whole, into: &answer)
        return answer.places
    }
}

extension RankerCard {
    /// The card of this ranker with a defect in it.
    func planted(_ name: String, _ defect: String) -> RankerCard {
        var card = self
        card.name = "planted-" + name
        card.summary = "A planted defect for tests: " + defect + "; otherwise as \(self.name)."
        return card
    }
}
