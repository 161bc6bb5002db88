// SPDX-License-Identifier: Apache-2.0

/// Maps values to places on an axis, and finds round values to write beside it.
struct LinearScale: Equatable, Sendable {
    /// Smallest and largest value.
    let domain: ClosedRange<Double>
    /// Where they lie, in units of the drawing; may run downwards.
    let start: Double
    let end: Double

    /// Numbers of a larger magnitude cannot be drawn without overflow; they lie at the edge.
    static let reach = 1e100

    /// Whether a value can lie on an axis at all.
    static func isDrawable(_ value: Double) -> Bool { value.magnitude <= reach }

    /// A scale; a domain of no width is widened.
    init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
        let low = Self.limited(domain.lowerBound)
        let high = Self.limited(domain.upperBound)
        let room = max(low.magnitude, high.magnitude) * 0.1
        if high - low > max(room * 1e-9, 1 / Self.reach) {
            self.domain = low...high
        } else {
            let half = room > 1 / Self.reach ? room : 0.5
            self.domain = (low - half)...(high + half)
        }
        self.start = start
        self.end = end
    }

    private static func limited(_ value: Double) -> Double { min(max(value, -reach), reach) }

    /// The place of a value, which may lie outside.
    func place(_ value: Double) -> Double {
        let share = (Self.limited(value) - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return start + share * (end - start)
    }

    /// The place of a value, or the nearer end.
    func clamped(_ value: Double) -> Double { place(min(max(value, domain.lowerBound), domain.upperBound)) }

    /// Whether a value lies on the axis.
    func contains(_ value: Double) -> Bool { domain.contains(value) }

    /// The distance of round values, 1, 2 or 5 times a power of ten, so that at most so many lie on the axis.
    func step(atMost count: Int) -> Double {
        let rough = (domain.upperBound - domain.lowerBound) / Double(max(count, 1))
        var power = 1.0
        for _ in 0..<FixedDecimals.exponent(of: rough).magnitude { power *= 10 }
        let base = rough < 1 ? 1 / power : power
        return [1, 2, 5, 10].map { $0 * base }.first { $0 >= rough * 0.999_999 } ?? base * 10
    }

    /// Round values on the axis, ascending.
    func ticks(atMost count: Int) -> [Double] {
        let step = step(atMost: count)
        let first = (domain.lowerBound / step - 1e-9).rounded(.up)
        let last = (domain.upperBound / step + 1e-9).rounded(.down)
        guard first.magnitude < 1e12, last.magnitude < 1e12, first <= last else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }
}
