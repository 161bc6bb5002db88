// SPDX-License-Identifier: Apache-2.0
internal import Rankers

/// What one session showed.
struct ShownSession: Sendable, Equatable {
    /// To whom.
    var viewer: Int32
    /// In display order.
    var items: [Int32]
    /// Places in the first third of the session, at least one where anything was shown.
    var early: Int
    /// Those of them with an item that the viewer is less likely to open than half of the candidates.
    var unlikely: Int
}

extension Desk {
    /// Writes down what the session on the desk shows.
    func shown(to person: Int, count: Int, _ reader: Behaviour.Reader, _ view: StepView) -> ShownSession {
        let places = answer.places.prefix(count)
        let logits = (0..<request.candidates.count).map { logit($0, reader, view) }
        let early = places.isEmpty ? 0 : max(1, places.count / 3)
        let middle = logits.isEmpty ? 0 : logits.sorted()[logits.count / 2]
        return ShownSession(
            viewer: Int32(person),
            items: places.map { request.candidates.item[Int($0)] },
            early: early,
            unlikely: places.prefix(early).count { logits[Int($0)] < middle }
        )
    }

    /// Ascends with the probability that the reader opens a candidate.
    private func logit(_ place: Int, _ reader: Behaviour.Reader, _ view: StepView) -> Float {
        let item = Int(request.candidates.item[place])
        let proof = view.isCatalogue ? 0 : view.proofLogs[Int(proof[place])]
        let fit = view.behaviour.fit(reader, view.items.facts[item], view.items.topic(item), proof: proof)
        return view.behaviour.predictor(fit, view.items.facts[item], reader)[Behaviour.Lane.click]
    }
}
