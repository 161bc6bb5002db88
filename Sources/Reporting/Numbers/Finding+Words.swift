// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures

extension Finding {
    /// How its numbers are printed; a clause without a figure is printed plainly.
    var style: NumberStyle {
        figure.map { NumberStyle($0) } ?? NumberStyle(unit: "", key: clause.figure, value: clause.criterion.bound)
    }

    /// Whether the evidence decided.
    var isDetermined: Bool {
        switch verdict {
        case .met, .metWithComments, .notMet: true
        case .notDetermined, .notApplicable: false
        }
    }

    /// How the level of an arm is printed that a difference was taken from.
    func levelStyle(_ level: Double) -> NumberStyle { NumberStyle(unit: figure?.unit ?? "", key: "", value: level) }

    /// Estimate and interval: "1.62 [1.47, 1.77]".
    var estimateWords: String {
        guard let figure, figure.value != nil else { return "–" }
        return figure.words(style)
    }
}
