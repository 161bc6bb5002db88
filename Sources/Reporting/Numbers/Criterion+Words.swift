// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures

extension Criterion {
    /// What is asked for, in words: "at most 1.25, tolerated to 1.40".
    func words(_ style: NumberStyle) -> String {
        let isMost = direction == .atMost
        let asked = (isMost ? "at most " : "at least ") + style.exact(bound)
        guard tolerance > 0 else { return asked }
        return asked + ", tolerated " + (isMost ? "up to " : "down to ")
            + style.exact(isMost ? bound + tolerance : bound - tolerance)
    }
}

extension Finding {
    /// How its numbers are printed; a clause without a figure is printed plainly.
    var style: NumberStyle {
        figure.map { NumberStyle($0) } ?? NumberStyle(unit: "", key: clause.figure, value: clause.criterion.bound)
    }

    /// How the level of an arm is printed that a difference was taken from.
    func levelStyle(_ level: Double) -> NumberStyle { NumberStyle(unit: figure?.unit ?? "", key: "", value: level) }

    /// Estimate and interval: "1.62 [1.47, 1.77]".
    var estimateWords: String {
        guard let figure, figure.value != nil else { return "–" }
        return figure.words(style)
    }
}

extension Figure {
    /// Value and interval: "31.6 % [30.4, 32.8]".
    func words(_ style: NumberStyle) -> String {
        style.text(value) + (uncertainty.map { " " + style.interval($0.lower, $0.upper) } ?? "")
    }

    /// Value and interval in the style of the figure itself.
    var words: String { words(NumberStyle(self)) }

    /// The value that means "no difference": 0 for differences, 1 for ratios.
    var neutral: Double? {
        if key.split(separator: "/").contains("difference") { return 0 }
        return unit == "ratio" ? 1 : nil
    }
}
