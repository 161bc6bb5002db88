// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// What a random number is for.
///
/// A draw is a pure function of the world, its purpose, the step, the person and the item. The same event therefore gets the same
/// number in every arm, whatever happened before; the place on the screen never enters, or a ranker that exchanges two items would
/// exchange their luck.
enum Draw: UInt32 {
    case person = 64, opinion, interest, follow, circle
    case post, item, topic
    case arrival, budget, candidate
    case notice, act, after, dwell
    case satisfaction, ranker, panel, plan, control
}

/// The random numbers of one world.
struct Draws: Sendable {
    let random: KeyedRandom

    /// The world with a number under a seed.
    init(seed: UInt64, world: Int) {
        let words = KeyedRandom(seed: seed).words(.world, UInt32(truncatingIfNeeded: world), 0)
        random = KeyedRandom(seed: UInt64(words.x) << 32 | UInt64(words.y))
    }

    /// Four words for a purpose, step, person and item.
    @inline(__always)
    func words(_ draw: Draw, step: Int32 = 0, _ person: Int32, _ item: Int32 = 0, _ occurrence: UInt32 = 0) -> SIMD4<
        UInt32
    > {
        random.words(
            KeyedRandom.Purpose(rawValue: draw.rawValue | UInt32(truncatingIfNeeded: step) << 8),
            UInt32(bitPattern: person),
            UInt32(bitPattern: item),
            occurrence
        )
    }
}

extension KeyedRandom.Purpose {
    /// Making worlds from a seed.
    static let world = KeyedRandom.Purpose(rawValue: 33)
}

extension UInt32 {
    /// A number in [0, 1) with 24 random bits.
    @inline(__always)
    var unit: Float { Float(self >> 8) * 0x1p-24 }

    /// A number in (0, 1] with 24 random bits.
    @inline(__always)
    var positiveUnit: Float { Float((self >> 8) + 1) * 0x1p-24 }

    /// A whole number below a bound.
    @inline(__always)
    func below(_ bound: Int) -> Int { Int((UInt64(self) * UInt64(bound)) >> 32) }
}

extension SIMD4<UInt32> {
    /// A standard normal number from the first two words.
    @inline(__always)
    var normal: Float { SingleFunctions.normal(x.positiveUnit, y.unit) }

    /// A standard normal number from the last two words.
    @inline(__always)
    var otherNormal: Float { SingleFunctions.normal(z.positiveUnit, w.unit) }
}
