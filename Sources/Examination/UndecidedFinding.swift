// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Measures
internal import Notation
internal import Statistics

/// What a recording that does not decide could have shown, and how large one would have to be that does.
struct UndecidedFinding {
    /// The probability with which an effect is to be found.
    private static let power = 0.8

    private let criterion: Criterion
    private let estimate: Double
    private let standardError: Double
    private let confidence: Double
    private let units: Int

    /// Where there is no interval, or one without width, nothing can be said.
    init?(_ criterion: Criterion, _ figure: Figure, units: Int, confidence: Double) {
        guard let estimate = figure.value, let uncertainty = figure.uncertainty else { return nil }
        let width = uncertainty.upper - uncertainty.lower
        // Below and above, products with it would leave the range of numbers.
        guard 1e-290..<1e290 ~= width, units > 0 else { return nil }
        self.criterion = criterion
        self.estimate = estimate
        self.confidence = confidence
        self.units = units
        standardError = width / 2 / NormalDistribution.quantile(1 - (1 - confidence) / 2)
    }

    /// The smallest effect that a recording of this size shows with 80 % probability, in the unit of the figure.
    var minimalDetectableEffect: Double {
        Power.minimalDetectableEffect(standardError: standardError, power: Self.power, level: 1 - confidence)
    }

    /// How many units would decide with 80 % probability, were the estimate the truth; `nil` where it lies on the edge or the
    /// number is beyond reach.
    var unitsNeeded: Int? {
        let edge = criterion.bound + (criterion.direction == .atMost ? criterion.tolerance : -criterion.tolerance)
        let distance = (estimate - edge).magnitude
        guard distance > 0 else { return nil }
        let quantiles = NormalDistribution.quantile(confidence) + NormalDistribution.quantile(Self.power)
        let ratio = quantiles * standardError / distance
        let needed = (Double(units) * ratio * ratio).rounded(.up)
        return needed < 1e7 ? max(Int(needed), units + 1) : nil
    }

    /// Both in words, without a full stop.
    func words(unit: String) -> String {
        let effect = Self.rounded(minimalDetectableEffect)
        let shown = "with \(units) units (\(unit)) the smallest effect it shows with 80 % probability is \(effect)"
        guard let unitsNeeded else { return shown }
        return shown + "; were the estimate the truth, about \(Self.rounded(Double(unitsNeeded))) units would decide"
    }

    /// Two significant digits: more would promise what a normal approximation cannot keep.
    private static func rounded(_ value: Double) -> String {
        guard value > 0 else { return "0" }
        var power = 1.0
        while value * power < 10 { power *= 10 }
        while value * power >= 100 { power /= 10 }
        return JSONValue.format((value * power).rounded() / power)
    }
}
