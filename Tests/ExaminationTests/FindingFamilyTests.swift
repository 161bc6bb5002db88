// SPDX-License-Identifier: Apache-2.0
import Measures
import Statistics
import TestSupport
import Testing

@testable import Examination
@testable import Instrument

@Suite("The findings of one mandate, looked at together", .tags(.law))
struct FindingFamilyTests {
    /// A finding whose verdict is that of its limits.
    private static func finding(_ criterion: Criterion, _ estimate: Double, _ limits: (Double, Double)?) -> Finding {
        var figure = Figure(key: "spread", value: estimate, unit: "ratio")
        if let limits {
            figure.uncertainty = Uncertainty(
                lower: limits.0,
                upper: limits.1,
                lowerLimit: limits.0,
                upperLimit: limits.1,
                method: "by hand"
            )
        }
        let clause = Clause(
            id: "a",
            title: "T",
            duty: "",
            measure: "amplification",
            figure: "spread",
            reads: [.impressions],
            criterion: criterion,
            line: 1
        )
        return Finding(
            id: "a/x",
            clause: clause,
            verdict: criterion.verdict(lower: limits?.0, upper: limits?.1),
            reason: nil,
            analysis: "x",
            analysisTitle: nil,
            measureVersion: "1",
            figure: figure,
            references: [],
            clusters: 20,
            rows: 40,
            severity: 0,
            symmetryCheck: nil,
            assurance: .sampled
        )
    }

    @Test(
        "where the limit touches bound and tolerance, p is 1 − confidence to the last bit",
        arguments: [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
    )
    func edge(confidence: Double) throws {
        let most = Self.finding(Criterion(.atMost, bound: 1.25, tolerance: 0.15), 1.7, (1.4, 2))
        let least = Self.finding(Criterion(.atLeast, bound: 0.8, tolerance: 0.1), 0.4, (0.1, 0.7))
        for finding in [most, least] {
            let p = try #require(FindingFamily.pValue(finding, confidence: confidence))
            #expect(p == 1 - confidence)
            #expect(finding.verdict == .notDetermined)
        }
    }

    @Test("the tail is normal: an estimate at the edge has one half, twice as far as the limit allows has Φ(−2z)")
    func tail() throws {
        let criterion = Criterion(.atMost, bound: 1)
        let half = try #require(FindingFamily.pValue(Self.finding(criterion, 1, (0.5, 1.5)), confidence: 0.95))
        #expect(abs(half - 0.5) < 1e-12)
        let far = try #require(FindingFamily.pValue(Self.finding(criterion, 2, (1.5, 2.5)), confidence: 0.95))
        #expect(abs(far - NormalDistribution.cumulative(-2 * 1.6448536269514722)) < 1e-12)
        #expect(try #require(FindingFamily.pValue(Self.finding(criterion, 2, (2, 2)), confidence: 0.95)) == 0)
        #expect(try #require(FindingFamily.pValue(Self.finding(criterion, 1, (1, 1)), confidence: 0.95)) == 1)
    }

    @Test("the further an estimate lies beyond, the smaller is p; on the other side it is the same mirrored")
    func monotone() throws {
        var last = 1.0
        for step in -40...40 {
            let estimate = 1 + Double(step) / 10
            let most = Self.finding(Criterion(.atMost, bound: 1), estimate, (estimate - 0.5, estimate + 0.5))
            let least = Self.finding(Criterion(.atLeast, bound: -1), -estimate, (-estimate - 0.5, 0.5 - estimate))
            let p = try #require(FindingFamily.pValue(most, confidence: 0.95))
            #expect(p <= last && (0...1).contains(p))
            #expect(p < last || p == 1 || p == last && last < 1e-12)
            #expect(FindingFamily.pValue(least, confidence: 0.95) == p)
            last = p
        }
    }

    @Test("p is below 1 − confidence just where the clause is not met")
    func agrees() {
        var generator = SmallGenerator(state: 11)
        var seen: [Verdict: Int] = [:]
        for _ in 0..<20_000 {
            // Coarse numbers, so that limits often touch bounds, and estimates leave their limits now and then.
            func number() -> Double { Double(Int.random(in: -12...12, using: &generator)) / 4 }
            let direction: Criterion.Direction = Bool.random(using: &generator) ? .atMost : .atLeast
            let criterion = Criterion(direction, bound: number(), tolerance: abs(number()))
            let limits = [number(), number()].sorted()
            var (low, high) = (limits[0], limits[1])
            switch Int.random(in: 0..<20, using: &generator) {
            case 0: low = -.infinity
            case 1: high = .infinity
            default: break
            }
            let estimate =
                Int.random(in: 0..<10, using: &generator) == 0 ? number() : (max(low, -9) + min(high, 9)) / 2
            let finding = Self.finding(criterion, estimate, (low, high))
            let confidence = [0.8, 0.9, 0.95, 0.99][Int.random(in: 0..<4, using: &generator)]
            guard let p = FindingFamily.pValue(finding, confidence: confidence) else {
                Issue.record("no p-value of \(criterion) at \(low), \(estimate), \(high)")
                continue
            }
            #expect(
                (p < 1 - confidence) == (finding.verdict == .notMet),
                "\(criterion), \(low) … \(estimate) … \(high): \(p)"
            )
            seen[finding.verdict, default: 0] += 1
        }
        for verdict in [Verdict.met, .metWithComments, .notMet, .notDetermined] {
            #expect(seen[verdict, default: 0] > 500)
        }
    }

    @Test("p-values are adjusted for all findings that have one, as Holm adjusts them")
    func holm() {
        let criterion = Criterion(.atMost, bound: 1)
        let findings = [1.9, 0.2, 2.6, 1.2, 0.9].map { Self.finding(criterion, $0, ($0 - 0.6, $0 + 0.6)) }
        let without = Self.finding(criterion, 3, nil)
        let adjusted = FindingFamily.adjusted([without] + findings, confidence: 0.95)
        #expect(adjusted[0].multiplicity == nil)
        let values = findings.compactMap { FindingFamily.pValue($0, confidence: 0.95) }
        #expect(adjusted.dropFirst().compactMap(\.multiplicity?.pValue) == values)
        #expect(adjusted.dropFirst().compactMap(\.multiplicity?.adjusted) == Multiplicity.holm(values))
        #expect(adjusted.dropFirst().allSatisfy { $0.multiplicity?.family == 5 && $0.multiplicity?.method == "holm" })
        #expect(adjusted.map(\.verdict) == ([without] + findings).map(\.verdict), "verdicts stay")
        #expect(FindingFamily.adjusted([], confidence: 0.95).isEmpty)
    }

    @Test("there is no p-value where something else than limits made the verdict")
    func none() {
        let criterion = Criterion(.atMost, bound: 1)
        let clear = Self.finding(criterion, 3, (2, 4))
        #expect(FindingFamily.pValue(clear, confidence: 0.95) != nil)
        var finding = clear
        finding.verdict = .notApplicable
        #expect(FindingFamily.pValue(finding, confidence: 0.95) == nil)
        // Blocked by the symmetry check, or without a reference.
        finding.verdict = .notDetermined
        #expect(FindingFamily.pValue(finding, confidence: 0.95) == nil)
        finding = clear
        finding.clause.rule = .eValue
        #expect(FindingFamily.pValue(finding, confidence: 0.95) == nil)
        finding = clear
        finding.figure?.value = nil
        #expect(FindingFamily.pValue(finding, confidence: 0.95) == nil)
        #expect(FindingFamily.pValue(Self.finding(criterion, 3, nil), confidence: 0.95) == nil)
        #expect(FindingFamily.pValue(Self.finding(criterion, 3, (.nan, .nan)), confidence: 0.95) == nil)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): what a test makes at random is the same in every run.
struct SmallGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
