// SPDX-License-Identifier: Apache-2.0
internal import Measures

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
