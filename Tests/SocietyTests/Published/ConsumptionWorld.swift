// SPDX-License-Identifier: Apache-2.0
import Statistics

/// People and items of Chaney, Stewart and Engelhardt 2018.
struct ConsumptionWorld {
    static let people = 100
    static let attributes = 20
    static let releases = 10
    static let iterations = 100
    static let startUp = 10
    static let items = releases * iterations

    enum Use: UInt32 { case person = 840, item, order, tie, noise, partner }

    /// ρ, one row a person: interests that sum to 1.
    let interests: [[Double]]
    /// α, one row an item: attributes that sum to 1.
    let content: [[Double]]
    /// V = ρ·α, one row a person.
    ///
    /// The published V is drawn around this with σ = 10⁻⁵; people know 98 % of it, which changes no choice.
    let value: [[Double]]
    /// Bits that break ties of a person and an item.
    let ties: [[UInt64]]
    private let random: KeyedRandom

    init(seed: UInt64) {
        random = KeyedRandom(seed: seed)
        let persons = KeyedSamplers(random: random, purpose: KeyedRandom.Purpose(rawValue: Use.person.rawValue))
        let items = KeyedSamplers(random: random, purpose: KeyedRandom.Purpose(rawValue: Use.item.rawValue))
        let ones = Array(repeating: 1.0, count: Self.attributes)
        // The common part has the key after the last.
        let taste = persons.dirichlet(ones, key: Self.people).map { 10 * $0 }
        let supply = items.dirichlet(ones.map { 100 * $0 }, key: Self.items).map { 0.1 * $0 }
        let interests = (0..<Self.people).map { persons.dirichlet(taste, key: $0) }
        let content = (0..<Self.items).map { items.dirichlet(supply, key: $0) }
        self.interests = interests
        self.content = content
        value = interests.map { interest in content.map { Self.product(interest, $0) } }
        ties = (0..<Self.people).map { [random] person in
            (0..<Self.items).map { item in
                let words = random.words(KeyedRandom.Purpose(rawValue: Use.tie.rawValue), UInt32(person), UInt32(item))
                return UInt64(words.x) << 32 | UInt64(words.y)
            }
        }
    }

    func draw(_ use: Use, _ first: Int, _ second: Int = 0, _ third: Int = 0) -> Double {
        let purpose = KeyedRandom.Purpose(rawValue: use.rawValue)
        return random.uniform(purpose, UInt32(first), UInt32(second), UInt32(third))
    }

    static func product(_ x: [Double], _ y: [Double]) -> Double {
        var sum = 0.0
        for index in x.indices { sum += x[index] * y[index] }
        return sum
    }

    /// Covariance of the interests of two people, cut at the highest threshold that leaves nobody without an entry.
    ///
    /// A person's own entry counts, and as many of the largest entries as there are people are passed over, as in the published replication code.
    var friends: [[Double]] {
        let mean = 1 / Double(Self.attributes)
        let covariance = interests.map { first in
            interests.map { second in
                zip(first, second).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) } / Double(Self.attributes - 1)
            }
        }
        let highest = covariance.map { $0.max() ?? 0 }.min() ?? 0
        let passed = covariance.flatMap(\.self).sorted(by: >)[Self.people]
        let threshold = min(highest, passed)
        return covariance.map { $0.map { $0 >= threshold ? 1 : 0 } }
    }
}
