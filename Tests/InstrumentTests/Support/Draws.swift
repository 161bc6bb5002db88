// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A run of keyed draws: what a test makes at random is a function of its seed.
struct Draws {
    private let random: KeyedRandom
    private var index: UInt32 = 0

    init(seed: Int) { random = KeyedRandom(seed: UInt64(seed)) }

    /// A whole number from 0 to below `bound`.
    mutating func below(_ bound: Int) -> Int {
        index += 1
        return Int(random.uniform(KeyedRandom.Purpose(rawValue: 2_010), index, 0) * Double(bound))
    }

    mutating func chance(_ share: Double) -> Bool { Double(below(1_000_000)) < share * 1_000_000 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var left = elements
        return elements.map { _ in left.remove(at: below(left.count)) }
    }
}
