// SPDX-License-Identifier: Apache-2.0
import Instrument
import Statistics
import TestSupport
import Testing

/// What holds of the rule whatever the numbers are: laws over drawn criteria and limits.
@Suite("Laws of the verdict rule", .tags(.law))
struct VerdictLawTests {
    /// A criterion and limits from a coarse grid, so that equalities come up, with missing and undefined ones among them.
    private struct Draw {
        let criterion: Criterion
        let lower: Double?
        let upper: Double?

        init(_ seed: UInt32) {
            let random = KeyedRandom(seed: 11)
            func pick(_ place: UInt32, _ count: Int) -> Int {
                Int(random.uniform(KeyedRandom.Purpose(rawValue: 2_000), seed, place) * Double(count))
            }
            func limit(_ place: UInt32) -> Double? {
                switch pick(place, 20) {
                case 0: nil
                case 1: .nan
                case 2: .infinity
                case 3: -.infinity
                default: Double(pick(place + 100, 17) - 8) / 4
                }
            }
            criterion = Criterion(
                pick(0, 2) == 0 ? .atMost : .atLeast,
                bound: Double(pick(1, 9) - 4) / 4,
                tolerance: Double(pick(2, 4)) / 4
            )
            lower = limit(3)
            upper = limit(4)
        }

        var verdict: Verdict { criterion.verdict(lower: lower, upper: upper) }
    }

    private static let draws = (0..<20_000 as Range<UInt32>).map { Draw($0) }

    /// From worst to best.
    private static func rank(_ verdict: Verdict) -> Int {
        switch verdict {
        case .notMet: 0
        case .notDetermined: 1
        case .metWithComments: 2
        case .met: 3
        case .notApplicable: -1
        }
    }

    @Test("every verdict that numbers can give comes up, and none that they cannot")
    func totality() {
        let verdicts = Set(Self.draws.map(\.verdict))
        #expect(verdicts == [.met, .metWithComments, .notMet, .notDetermined])
    }

    @Test("exchanging the direction and all signs mirrors the rule")
    func mirror() {
        for (seed, draw) in Self.draws.enumerated() {
            let mirrored = Criterion(
                draw.criterion.direction == .atMost ? .atLeast : .atMost,
                bound: -draw.criterion.bound,
                tolerance: draw.criterion.tolerance
            )
            #expect(
                mirrored.verdict(lower: draw.upper.map { -$0 }, upper: draw.lower.map { -$0 }) == draw.verdict,
                "draw \(seed): \(draw)"
            )
            #expect(mirrored.severity(of: -2.25) == draw.criterion.severity(of: 2.25), "draw \(seed): \(draw)")
        }
    }

    @Test("a more generous bound or tolerance never makes a verdict worse")
    func monotone() {
        for (seed, draw) in Self.draws.enumerated() {
            for step in [0.25, 1, 10] {
                var generous = draw.criterion
                generous.bound += generous.direction == .atMost ? step : -step
                let byBound = generous.verdict(lower: draw.lower, upper: draw.upper)
                #expect(Self.rank(byBound) >= Self.rank(draw.verdict), "draw \(seed), bound by \(step): \(draw)")
                generous = draw.criterion
                generous.tolerance += step
                let byTolerance = generous.verdict(lower: draw.lower, upper: draw.upper)
                #expect(
                    Self.rank(byTolerance) >= Self.rank(draw.verdict),
                    "draw \(seed), tolerance by \(step): \(draw)"
                )
            }
        }
    }

    @Test("more evidence refines a verdict and never reverses it")
    func narrowing() {
        for (seed, draw) in Self.draws.enumerated() {
            guard let lower = draw.lower, let upper = draw.upper, lower.isFinite, upper.isFinite, lower < upper else {
                continue
            }
            let inner = [(lower + 0.25, upper), (lower, upper - 0.25), (lower + 0.25, upper - 0.25), (lower, lower)]
            for (low, high) in inner where low <= high {
                let verdict = draw.criterion.verdict(lower: low, upper: high)
                switch draw.verdict {
                case .met, .notMet: #expect(verdict == draw.verdict, "draw \(seed): \(draw)")
                case .metWithComments: #expect(verdict == .met || verdict == .metWithComments, "draw \(seed): \(draw)")
                case .notDetermined, .notApplicable: break
                }
            }
        }
    }

    @Test("no estimate between the limits of a met clause has a severity, and each of a clause not met has one")
    func separation() {
        for (seed, draw) in Self.draws.enumerated() {
            guard let lower = draw.lower, let upper = draw.upper, lower <= upper else { continue }
            let criterion = draw.criterion
            let ends = [lower, upper].map { criterion.severity(of: $0) }
            switch draw.verdict {
            case .met, .metWithComments: #expect(ends == [0, 0], "draw \(seed): \(draw)")
            case .notMet: #expect(ends[0] > 0 && ends[1] > 0, "draw \(seed): \(draw)")
            case .notDetermined, .notApplicable: break
            }
        }
    }
}
