// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension CSVTables {
    /// How two rankers differ, figure by figure.
    var differences: CSVTable {
        var table = CSVTable(
            "differences.csv",
            [
                "analysis", "measure", "figure", "value", "unit", "lower", "upper", "lower_limit", "upper_limit",
                "neutral",
                "margin", "outcome",
            ]
        )
        for difference in record.differences {
            let uncertainty = difference.figure.uncertainty
            table.add([
                .text(difference.analysis), .text(difference.measure), .text(difference.figure.key),
                .optional(difference.figure.value), .text(difference.figure.unit), .optional(uncertainty?.lower),
                .optional(uncertainty?.upper), .optional(uncertainty?.lowerLimit), .optional(uncertainty?.upperLimit),
                .number(difference.neutral), .number(difference.margin), .text(difference.outcome.rawValue),
            ])
        }
        return table
    }
}
