// SPDX-License-Identifier: Apache-2.0

/// Random numbers that are a pure function of a seed and a key.
///
/// A draw is keyed, never streamed: the same seed, purpose and indices give the same bits on any machine, in any order and
/// on any number of threads. The generator is Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC 2011), which passes the known
/// answers of Random123.
public struct KeyedRandom: Sendable, Hashable {
    /// What a draw is for; draws for different purposes never share bits.
    public struct Purpose: RawRepresentable, Sendable, Hashable {
        /// The number that enters the key.
        public let rawValue: UInt32

        /// Names a purpose by its number.
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Drawing clusters with replacement.
        public static let bootstrap = Purpose(rawValue: 1)
        /// Flipping the signs of cluster differences.
        public static let signFlip = Purpose(rawValue: 2)
        /// Relabelling units.
        public static let permutation = Purpose(rawValue: 3)
        /// Drawing counts within a group, as in a parametric bootstrap.
        public static let parametric = Purpose(rawValue: 4)
        /// Relabelling the parts of a partition.
        public static let relabelling = Purpose(rawValue: 5)
    }

    /// The seed that was given.
    public let seed: UInt64

    /// Makes the random numbers that belong to a seed.
    public init(seed: UInt64) { self.seed = seed }

    /// Four words of 32 random bits for one key.
    @inlinable
    public func words(_ purpose: Purpose, _ first: UInt32, _ second: UInt32, _ third: UInt32 = 0) -> SIMD4<UInt32> {
        Self.philox(
            counter: SIMD4(third, second, first, purpose.rawValue),
            key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    }

    /// A number in [0, 1) with 53 random bits.
    @inlinable
    public func uniform(_ purpose: Purpose, _ first: UInt32, _ second: UInt32, _ third: UInt32 = 0) -> Double {
        let words = words(purpose, first, second, third)
        let bits = UInt64(words.x) << 32 | UInt64(words.y)
        return Double(bits >> 11) * 0x1p-53
    }

    /// Ten rounds of Philox4x32 on one counter under one key.
    @inlinable
    public static func philox(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var (a, b, c, d) = (counter.x, counter.y, counter.z, counter.w)
        var (k0, k1) = (key.x, key.y)
        for _ in 0..<10 {
            let p = UInt64(a) &* 0xD251_1F53
            let q = UInt64(c) &* 0xCD9E_8D57
            (a, b, c, d) = (
                UInt32(truncatingIfNeeded: q >> 32) ^ b ^ k0, UInt32(truncatingIfNeeded: q),
                UInt32(truncatingIfNeeded: p >> 32) ^ d ^ k1, UInt32(truncatingIfNeeded: p)
            )
            k0 &+= 0x9E37_79B9
            k1 &+= 0xBB67_AE85
        }
        return SIMD4(a, b, c, d)
    }
}
