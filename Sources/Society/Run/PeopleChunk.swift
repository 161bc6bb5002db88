// SPDX-License-Identifier: Apache-2.0
internal import Rankers

/// Some people with everything about them that changes, and what the current step leaves behind: what one worker changes alone.
struct PeopleChunk: Sendable {
    static let size = 256

    /// Which people.
    let range: Range<Int>

    // MARK: State, one entry a person

    /// Current interests, unit vectors in parts of 65,535.
    var interests: [SIMD16<UInt16>]
    /// Expressed opinion for each issue.
    var opinion: [SIMD4<Double>]
    /// h, 0 … 1.
    var habit: [Float]
    /// Net positive exposure.
    var exposure: [Float]
    /// Items that were noticed lately, hashed into 256 bits; a bit that is set twice by chance only costs a candidate.
    var seen: [SIMD8<UInt32>]
    var seenCount: [UInt8]
    /// For each community how many sessions it stays dull, in the upper four bits, and engagements since the last five sessions began.
    var satiation: [SIMD16<UInt8>]
    var sessionNumber: [UInt8]
    /// Communities turned down, one bit each.
    var rejected: [UInt16]
    /// The step at which the control was used or could have been, −1 before; empty where there is no control.
    var pressedAt: [Int32]

    // MARK: What a step leaves

    /// Shown items that more is to be counted for than a view.
    var marks: [Mark] = []
    var ties: [Tie] = []
    var feedback: [Feedback] = []
    var totals = StepTotals()

    // MARK: What a run leaves

    var log: [ImpressionRow] = []
    /// Logits without intercepts and visibility of each noticed impression, where they are recorded.
    var logits: [Logit] = []
    /// What each session showed, where it is recorded.
    var shownSessions: [ShownSession] = []
    /// Seconds, and seconds of regret, of each person over the run.
    var seconds: [Float]
    var regret: [Float]
    /// Lists that were asked for again under exchanged names, and those that did not follow.
    var swaps: [SwapRow] = []

    init(_ range: Range<Int>, of population: Population, habit: Float, hasControl: Bool) {
        self.range = range
        // 257 parts of 65,535 are one of 255.
        interests = population.interest[range].map { SIMD16<UInt16>(truncatingIfNeeded: $0) &* 257 }
        opinion = population.innate[range].map { SIMD4<Double>($0) }
        let count = range.count
        self.habit = Array(repeating: habit, count: count)
        exposure = Array(repeating: 0, count: count)
        seen = Array(repeating: SIMD8(), count: count)
        seenCount = Array(repeating: 0, count: count)
        satiation = Array(repeating: SIMD16(), count: count)
        sessionNumber = Array(repeating: 0, count: count)
        rejected = Array(repeating: 0, count: count)
        pressedAt = hasControl ? Array(repeating: -1, count: count) : []
        seconds = Array(repeating: 0, count: count)
        regret = Array(repeating: 0, count: count)
    }

    /// Current interests of all, unit vectors.
    var interest: [SIMD16<Float>] { interests.indices.map { interest($0) } }

    /// The current interest of a person, a unit vector.
    @inline(__always)
    func interest(_ index: Int) -> SIMD16<Float> { SIMD16<Float>(interests[index]) * (1 / 65_535) }

    /// Changes the interest of a person to a vector, whose length is made 1.
    @inline(__always)
    mutating func setInterest(_ index: Int, _ vector: SIMD16<Float>) {
        let shifted = Topic.unit(vector) * 65_535 + Topic.rounding
        var parts = SIMD16<UInt16>()
        for topic in 0..<Topic.count { parts[topic] = UInt16(truncatingIfNeeded: shifted[topic].bitPattern) }
        interests[index] = parts
    }

    /// Empties what the last step left, and keeps the memory.
    mutating func beginStep() {
        marks.removeAll(keepingCapacity: true)
        ties.removeAll(keepingCapacity: true)
        feedback.removeAll(keepingCapacity: true)
        totals = StepTotals()
    }

    /// Whether an item was probably noticed lately.
    @inline(__always)
    func hasSeen(_ index: Int, _ item: Int32) -> Bool {
        let bit = Self.bit(item)
        return seen[index][bit >> 5] >> UInt32(bit & 31) & 1 == 1
    }

    /// Remembers an item; forgets all before where there are too many.
    @inline(__always)
    mutating func see(_ index: Int, _ item: Int32, limit: Int) {
        guard limit > 0 else { return }
        if Int(seenCount[index]) >= limit {
            seen[index] = SIMD8()
            seenCount[index] = 0
        }
        let bit = Self.bit(item)
        seen[index][bit >> 5] |= 1 << UInt32(bit & 31)
        seenCount[index] += 1
    }

    @inline(__always)
    private static func bit(_ item: Int32) -> Int { Int((UInt32(bitPattern: item) &* 0x9E37_79B9) >> 24) }

    /// Dull communities grow less dull with every session, and engagements are counted anew after five.
    @inline(__always)
    mutating func beginSession(_ index: Int) {
        sessionNumber[index] += 1
        if sessionNumber[index] >= 5 {
            sessionNumber[index] = 0
            satiation[index] &= 0xF0
        }
        let one = SIMD16<UInt8>(repeating: 0x10)
        satiation[index] = satiation[index].replacing(with: satiation[index] &- one, where: satiation[index] .>= one)
    }

    /// Counts an engagement with a community.
    @inline(__always)
    mutating func engage(_ index: Int, _ community: Int, limit: Int) {
        guard limit > 0 else { return }
        let count = satiation[index][community] & 0x0F + 1
        let dull = satiation[index][community] & 0xF0
        satiation[index][community] = Int(count) >= min(limit, 15) ? 0x50 : dull | count
    }
}

/// What decides the actions on one noticed impression, without intercepts.
struct Logit: Sendable {
    var predictor: SIMD8<Float>
    var visibility: Float
}

/// A list that was asked for again with the accounts exchanged.
struct SwapRow: Sendable {
    var viewer: Int32
    var step: Int32
    var isMismatch: Bool
}
