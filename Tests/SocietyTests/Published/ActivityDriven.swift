// SPDX-License-Identifier: Apache-2.0
import Society
import Statistics

/// People who contact others when they are active, and whom contacts move.
///
/// The model of Baumann and others (2020); opinions move by the kernel of the product.
struct ActivityDriven {
    var people = 1_000
    var contacts = 10
    var strength = 3.0
    var controversialness: Double
    /// β: how much people prefer those who think alike.
    var homophily = 0.0
    var reciprocity = 0.5
    var exponent = 2.1
    var least = 0.01
    let timeStep = 0.01

    private static let first: UInt32 = 820
    private enum Use: UInt32 { case activity, start, activation, contact, answer }

    /// Opinions after a time.
    func opinions(at time: Double, seed: UInt64) -> [Double] {
        let random = KeyedRandom(seed: seed)
        func draw(_ use: Use, _ first: Int, _ second: Int = 0, _ third: Int = 0) -> Double {
            let purpose = KeyedRandom.Purpose(rawValue: Self.first + use.rawValue)
            return random.uniform(purpose, UInt32(first), UInt32(second), UInt32(third))
        }
        let kernel = OpinionKernel(
            rule: .tanh,
            timeStep: timeStep,
            strength: strength,
            controversialness: controversialness
        )
        let activity = (0..<people).map { self.activity(at: draw(.activity, $0)) }
        var x = (0..<people).map { 2 * draw(.start, $0) - 1 }
        // Whether the entry (receiver, source) was already set in this step: an entry counts once.
        var stamp = Array(repeating: -1 as Int32, count: people * people)
        var moves = x
        for step in 0..<Int((time / timeStep).rounded()) {
            for index in moves.indices { moves[index] = 0 }
            func influence(of source: Int, on receiver: Int) {
                guard stamp[receiver * people + source] != step else { return }
                stamp[receiver * people + source] = Int32(step)
                moves[receiver] += kernel.move(opinion: x[receiver], stance: x[source], weight: 1)
            }
            for active in 0..<people where draw(.activation, step, active) < activity[active] {
                let draws = DrawsWithoutReplacement(count: contacts) { draw(.contact, step, active, $0) }
                for contact in partners(of: active, opinions: x, draws) {
                    influence(of: active, on: contact)
                    if draw(.answer, step, active, contact) < reciprocity { influence(of: contact, on: active) }
                }
            }
            for index in x.indices { x[index] = kernel.settled(opinion: x[index], innate: 0, moves: moves[index]) }
        }
        return x
    }

    /// The power law a^(−γ) on [ε, 1], by its quantiles.
    private func activity(at u: Double) -> Double {
        let low = ElementaryFunctions.pow(least, 1 - exponent)
        return ElementaryFunctions.pow(low + u * (1 - low), 1 / (1 - exponent))
    }

    /// ⟨aᵏ⟩ of that law.
    func moment(_ k: Double) -> Double {
        let normal = (1 - ElementaryFunctions.pow(least, 1 - exponent)) / (1 - exponent)
        return (1 - ElementaryFunctions.pow(least, k + 1 - exponent)) / (k + 1 - exponent) / normal
    }

    /// Distinct people, drawn one after another with p ∝ |x_i − x_j|^(−β).
    private func partners(of active: Int, opinions x: [Double], _ draws: DrawsWithoutReplacement) -> [Int] {
        guard homophily > 0 else {
            return draws.uniform(below: people - 1).map { $0 < active ? $0 : $0 + 1 }
        }
        let weights = x.indices.map { other -> Double in
            guard other != active else { return 0 }
            let distance = max((x[active] - x[other]).magnitude, 1e-9)
            // Whole exponents, as in the published figures.
            return 1 / (homophily == 2 ? distance * distance : distance * distance * distance)
        }
        return draws.weighted(weights)
    }
}

/// Some draws of which none comes twice.
struct DrawsWithoutReplacement {
    let count: Int
    /// The number of a draw, in 0 … 1.
    let draw: (Int) -> Double

    /// Whole numbers from 0 to below a bound, each as likely.
    func uniform(below bound: Int) -> [Int] {
        var chosen: [Int] = []
        var attempt = 0
        while chosen.count < count {
            let candidate = Int(draw(attempt) * Double(bound))
            attempt += 1
            if !chosen.contains(candidate) { chosen.append(candidate) }
        }
        return chosen
    }

    /// Places by their weights: each draw takes one of those that are left.
    ///
    /// Sums are kept in blocks and added anew after each draw: taking a large weight away from a sum would leave nothing but rounding.
    func weighted(_ given: [Double]) -> [Int] {
        let width = 32
        var weights = given
        var blocks = stride(from: 0, to: weights.count, by: width).map { start in
            weights[start..<min(start + width, weights.count)].reduce(0, +)
        }
        return (0..<count).map { index in
            var left = draw(index) * blocks.reduce(0, +)
            var block = 0
            while block < blocks.count - 1, left >= blocks[block] {
                left -= blocks[block]
                block += 1
            }
            // Rounding may lead to a block of which nothing is left.
            while blocks[block] == 0 { block -= 1 }
            let members = block * width..<min((block + 1) * width, weights.count)
            var place = members.lowerBound
            var last = place
            while place < members.upperBound {
                if weights[place] > 0 {
                    last = place
                    if left < weights[place] { break }
                    left -= weights[place]
                }
                place += 1
            }
            weights[last] = 0
            blocks[block] = weights[members].reduce(0, +)
            return last
        }
    }
}
