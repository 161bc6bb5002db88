// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

/// Limits and the verdict that a criterion gives to them.
struct VerdictCase: Sendable, CustomTestStringConvertible {
    let criterion: Criterion
    let lower: Double?
    let upper: Double?
    let verdict: Verdict

    init(_ criterion: Criterion, _ lower: Double?, _ upper: Double?, _ verdict: Verdict) {
        self.criterion = criterion
        self.lower = lower
        self.upper = upper
        self.verdict = verdict
    }

    var testDescription: String {
        let limits = [lower, upper].map { $0.map { "\($0)" } ?? "none" }.joined(separator: " … ")
        let asked = "\(criterion.direction.rawValue) \(criterion.bound) ± \(criterion.tolerance)"
        return "\(asked), \(limits): \(verdict.rawValue)"
    }
}

@Suite("The verdict rule")
struct CriterionTests {
    private static let most = Criterion(.atMost, bound: 0.5, tolerance: 0.25)
    private static let least = Criterion(.atLeast, bound: 0.5, tolerance: 0.25)

    @Test(
        "at most: the limit may touch the bound, and the bound with its tolerance; beyond is beyond by the smallest step",
        arguments: [
            VerdictCase(most, 0.1, 0.4, .met), VerdictCase(most, 0.1, 0.5, .met), VerdictCase(most, 0.5, 0.5, .met),
            VerdictCase(most, 0.1, 0.5.nextUp, .metWithComments), VerdictCase(most, 0.6, 0.7, .metWithComments),
            VerdictCase(most, 0.1, 0.75, .metWithComments), VerdictCase(most, 0.75, 0.75, .metWithComments),
            VerdictCase(most, 0.1, 0.75.nextUp, .notDetermined), VerdictCase(most, 0.5, 0.9, .notDetermined),
            VerdictCase(most, 0.75, 0.9, .notDetermined), VerdictCase(most, 0.75.nextUp, 0.9, .notMet),
            VerdictCase(most, 0.8, 0.8, .notMet),
        ]
    )
    func atMost(_ example: VerdictCase) { check(example) }

    @Test(
        "at least: the same on the other side",
        arguments: [
            VerdictCase(least, 0.6, 0.9, .met), VerdictCase(least, 0.5, 0.9, .met), VerdictCase(least, 0.5, 0.5, .met),
            VerdictCase(least, 0.5.nextDown, 0.9, .metWithComments), VerdictCase(least, 0.3, 0.4, .metWithComments),
            VerdictCase(least, 0.25, 0.9, .metWithComments), VerdictCase(least, 0.25, 0.25, .metWithComments),
            VerdictCase(least, 0.25.nextDown, 0.9, .notDetermined), VerdictCase(least, 0.1, 0.5, .notDetermined),
            VerdictCase(least, 0.1, 0.25, .notDetermined), VerdictCase(least, 0.1, 0.25.nextDown, .notMet),
            VerdictCase(least, 0.2, 0.2, .notMet),
        ]
    )
    func atLeast(_ example: VerdictCase) { check(example) }

    @Test(
        "without a tolerance nothing is met with comments",
        arguments: [
            VerdictCase(Criterion(.atMost, bound: 0.5), 0.1, 0.5, .met),
            VerdictCase(Criterion(.atMost, bound: 0.5), 0.1, 0.5.nextUp, .notDetermined),
            VerdictCase(Criterion(.atMost, bound: 0.5), 0.5, 0.9, .notDetermined),
            VerdictCase(Criterion(.atMost, bound: 0.5), 0.5.nextUp, 0.9, .notMet),
            VerdictCase(Criterion(.atLeast, bound: 0.5), 0.5, 0.9, .met),
            VerdictCase(Criterion(.atLeast, bound: 0.5), 0.5.nextDown, 0.9, .notDetermined),
            VerdictCase(Criterion(.atLeast, bound: 0.5), 0.1, 0.5, .notDetermined),
            VerdictCase(Criterion(.atLeast, bound: 0.5), 0.1, 0.5.nextDown, .notMet),
        ]
    )
    func noTolerance(_ example: VerdictCase) { check(example) }

    @Test(
        "a limit that is missing never decides on its side, and undefined ones are missing",
        arguments: [
            VerdictCase(most, nil, nil, .notDetermined), VerdictCase(most, nil, 0.5, .met),
            VerdictCase(most, nil, 0.7, .metWithComments), VerdictCase(most, nil, 0.8, .notDetermined),
            VerdictCase(most, 0.8, nil, .notMet), VerdictCase(most, 0.1, nil, .notDetermined),
            VerdictCase(most, .nan, .nan, .notDetermined), VerdictCase(most, .nan, 0.5, .met),
            VerdictCase(most, 0.8, .nan, .notMet), VerdictCase(most, 0.1, .nan, .notDetermined),
            VerdictCase(most, -.infinity, .infinity, .notDetermined),
            VerdictCase(least, nil, nil, .notDetermined), VerdictCase(least, 0.5, nil, .met),
            VerdictCase(least, 0.3, nil, .metWithComments), VerdictCase(least, 0.1, nil, .notDetermined),
            VerdictCase(least, nil, 0.1, .notMet), VerdictCase(least, nil, 0.9, .notDetermined),
            VerdictCase(least, .nan, .nan, .notDetermined), VerdictCase(least, .nan, 0.1, .notMet),
        ]
    )
    func missing(_ example: VerdictCase) { check(example) }

    @Test(
        "limits in the wrong order are no evidence, on whichever side of the bound they lie",
        arguments: [
            VerdictCase(most, 0.4, 0.1, .notDetermined), VerdictCase(most, 0.9, 0.8, .notDetermined),
            VerdictCase(most, 0.9, 0.1, .notDetermined), VerdictCase(least, 0.9, 0.8, .notDetermined),
            VerdictCase(least, 0.2, 0.1, .notDetermined), VerdictCase(most, .infinity, -.infinity, .notDetermined),
        ]
    )
    func reversed(_ example: VerdictCase) { check(example) }

    @Test(
        "a criterion whose numbers are undefined decides nothing",
        arguments: [Criterion.Direction.atMost, .atLeast]
    )
    func undefined(_ direction: Criterion.Direction) {
        let criterion = Criterion(direction, bound: .nan, tolerance: 0.1)
        for (lower, upper) in [(0.1, 0.2), (-1e300, 1e300), (5, 5)] {
            #expect(criterion.verdict(lower: lower, upper: upper) == .notDetermined)
        }
    }

    @Test("the worked example of the reference: 1.48 lies above 1.25 + 0.15")
    func example() {
        let criterion = Criterion(.atMost, bound: 1.25, tolerance: 0.15)
        #expect(criterion.verdict(lower: 1.48, upper: 1.79) == .notMet)
        #expect(abs(criterion.severity(of: 1.62) - 0.22 / 0.15) < 1e-12)
    }

    @Test("severity counts tolerances, else bounds, else the distance itself")
    func severity() {
        #expect(Criterion(.atMost, bound: 1, tolerance: 0.5).severity(of: 2.5) == 2)
        #expect(Criterion(.atMost, bound: 2).severity(of: 3) == 0.5)
        #expect(Criterion(.atMost, bound: -2).severity(of: -1) == 0.5)
        #expect(Criterion(.atMost, bound: 0).severity(of: 3) == 3)
        #expect(Criterion(.atLeast, bound: 1, tolerance: 0.25).severity(of: 0.25) == 2)
        #expect(Criterion(.atLeast, bound: 4).severity(of: 1) == 0.75)
        #expect(Criterion(.atLeast, bound: 0).severity(of: -3) == 3)
    }

    @Test("an estimate that is not beyond the tolerance has no severity")
    func noSeverity() {
        for estimate in [0.1, 0.5, 0.6, 0.75, .nan, -.infinity] { #expect(Self.most.severity(of: estimate) == 0) }
        for estimate in [0.25, 0.4, 0.5, 0.9, .nan, .infinity] { #expect(Self.least.severity(of: estimate) == 0) }
        #expect(Self.most.severity(of: 0.75.nextUp) > 0)
        #expect(Self.least.severity(of: 0.25.nextDown) > 0)
    }

    @Test("where not complying begins is the decimal sum of bound and tolerance, not that of binary fractions")
    func limit() {
        for (bound, tolerance, most, least) in [
            (1.25, 0.15, 1.4, 1.1), (0.1, 0.2, 0.3, -0.1), (0.001, 0.004, 0.005, -0.003), (0.7, 0.1, 0.8, 0.6),
            (0.000_01, 0.000_02, 0.000_03, -0.000_01), (1e9, 0.1, 1_000_000_000.1, 999_999_999.9),
            (0, 0.001, 0.001, -0.001),
        ] {
            #expect(Criterion(.atMost, bound: bound, tolerance: tolerance).limit == most)
            #expect(Criterion(.atLeast, bound: bound, tolerance: tolerance).limit == least)
            #expect(Criterion(.atMost, bound: bound, limit: most).tolerance == tolerance)
            #expect(Criterion(.atLeast, bound: bound, limit: least).tolerance == tolerance)
        }
        let precise = 0.123_456_789_012_345_67
        #expect(
            Criterion(.atMost, bound: precise).limit == precise && Criterion(.atLeast, bound: precise).limit == precise
        )
    }

    @Test("a limit never lies on the near side of its bound, is a number, and is found again from itself", .tags(.law))
    func limitLaws() {
        var draws = Draws(seed: 95)
        var failed = 0
        for _ in 0..<50_000 {
            let digits = draws.pick([1.0, 10, 100, 1_000, 10_000])
            let bound = Double(draws.below(4_000) - 2_000) / digits
            let tolerance = Double(draws.below(1_000)) / digits
            for direction in Criterion.Direction.allCases {
                let criterion = Criterion(direction, bound: bound, tolerance: tolerance)
                let isBeyond = direction == .atMost ? criterion.limit >= bound : criterion.limit <= bound
                let again = Criterion(direction, bound: bound, limit: criterion.limit)
                if !isBeyond || again.limit != criterion.limit || again.tolerance != tolerance { failed += 1 }
            }
        }
        #expect(failed == 0)
        let most = Double.greatestFiniteMagnitude
        #expect(Criterion(.atMost, bound: most, tolerance: most).limit == most)
        #expect(Criterion(.atLeast, bound: -most, tolerance: most).limit == -most)
    }

    private func check(_ example: VerdictCase) {
        #expect(example.criterion.verdict(lower: example.lower, upper: example.upper) == example.verdict)
    }
}
