// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// A run of keyed draws: what a test makes at random is a function of its seed.
public struct Draws: Sendable {
    private let random: KeyedRandom
    private var index: UInt32 = 0

    /// Begins with a seed.
    public init(seed: Int) { random = KeyedRandom(seed: UInt64(seed)) }

    /// A whole number from 0 to below a bound.
    public mutating func below(_ bound: Int) -> Int {
        index += 1
        return Int(random.uniform(KeyedRandom.Purpose(rawValue: 1_000), index, 0) * Double(bound))
    }

    /// Whether something with this probability happens.
    public mutating func chance(_ share: Double) -> Bool { Double(below(1_000_000)) < share * 1_000_000 }

    /// One of several.
    public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// The elements in a drawn order.
    public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var left = elements
        return elements.map { _ in left.remove(at: below(left.count)) }
    }

    /// Any 64 bits.
    public mutating func word() -> UInt64 { UInt64(below(1 << 32)) << 32 | UInt64(below(1 << 32)) }
}
