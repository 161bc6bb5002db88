// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument

extension Finding {
    /// The verdict with the numbers it rests on; where there is none, the reason.
    var sentence: String {
        switch verdict {
        case .met, .metWithComments, .notMet:
            "\(verdict.words): \(estimateWords), asked for is \(clause.criterion.words(style))"
        case .notDetermined, .notApplicable: reason ?? verdict.words
        }
    }

    /// A defect of the program that keeps the finding from being one: the verdict changed under other names of the parts.
    var toolTrouble: String? { symmetryCheck?.verdictChanged == true ? sentence : nil }
}
