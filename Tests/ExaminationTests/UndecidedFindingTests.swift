// SPDX-License-Identifier: Apache-2.0
import Instrument
import Measures
import Testing

@testable import Examination

@Suite struct UndecidedFindingTests {
    private static func finding(width: Double) -> UndecidedFinding? {
        var figure = Figure(key: "gap", value: 0, unit: "units")
        figure.uncertainty = Uncertainty(
            lower: -width / 2,
            upper: width / 2,
            lowerLimit: -width / 2,
            upperLimit: width / 2,
            method: "by hand"
        )
        return UndecidedFinding(Criterion(.atMost, bound: 1), figure, units: 20, confidence: 0.95)
    }

    @Test("the smallest effect is 2.80 standard errors, half the interval over 1.96")
    func effect() throws {
        let words = try #require(Self.finding(width: 2 * 1.959_964)).words(unit: "viewer")
        #expect(words.hasPrefix("with 20 units (viewer) the smallest effect it shows with 80 % probability is 2.8"))
    }

    @Test(
        "a width at the end of what numbers can be says nothing, and takes no time",
        arguments: [
            0, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, .infinity, .nan,
        ] as [Double]
    )
    func extremes(width: Double) { #expect(Self.finding(width: width) == nil) }
}
