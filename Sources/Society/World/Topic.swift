// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Vectors in the space of topics.
enum Topic {
    static let count = 16

    /// A sparse vector of length 1 with entries of at least 0: uniform numbers to a power.
    static func sparse(
        _ draws: Draws,
        _ draw: Draw,
        step: Int32 = 0,
        _ one: Int32,
        _ other: Int32,
        power: Int
    ) -> SIMD16<Float> {
        var vector = SIMD16<Float>()
        for block in 0..<4 {
            let words = draws.words(draw, step: step, one, other &+ Int32(block))
            for lane in 0..<4 { vector[block * 4 + lane] = words[lane].unit }
        }
        var raised = vector
        for _ in 1..<power { raised *= vector }
        return unit(raised)
    }

    /// What is stored of a vector with entries from 0 to 1: eight bits each, so that a look at an item costs a quarter of a line.
    typealias Packed = SIMD16<UInt8>

    /// Adding 1.5·2²³ rounds to a whole number, which the last bits then are.
    static let rounding: Float = 12_582_912

    /// The nearest vector that can be stored.
    static func packed(_ vector: SIMD16<Float>) -> Packed {
        let shifted = vector * 255 + rounding
        var packed = Packed()
        for topic in 0..<count { packed[topic] = UInt8(truncatingIfNeeded: shifted[topic].bitPattern) }
        return packed
    }

    /// A stored vector.
    @inline(__always)
    static func opened(_ vector: Packed) -> SIMD16<Float> { SIMD16<Float>(vector) * (1 / 255) }

    /// The vector with length 1; one that is all 0 stays.
    @inline(__always)
    static func unit(_ vector: SIMD16<Float>) -> SIMD16<Float> {
        let length = (vector * vector).sum().squareRoot()
        return length > 0 ? vector / length : vector
    }

    /// The effective number of topics of a unit vector, 1/Σθ⁴: from 1 to 16 (inverse of Simpson's index over squared entries).
    static func breadth(of vector: SIMD16<Float>) -> Float {
        let squares = vector * vector
        return 1 / max((squares * squares).sum(), 1e-12)
    }

    /// How much narrower one vector is than another: 1 − the ratio of their effective numbers of topics; below 0 where it is wider.
    static func narrowing(of vector: SIMD16<Float>, from other: SIMD16<Float>) -> Double {
        1 - Double(breadth(of: vector) / breadth(of: other))
    }

    /// The topic with the largest entry.
    static func main(of vector: SIMD16<Float>) -> Int {
        var best = 0
        for index in 1..<count where vector[index] > vector[best] { best = index }
        return best
    }
}

@inline(__always)
func dot(_ one: SIMD16<Float>, _ other: SIMD16<Float>) -> Float { (one * other).sum() }
