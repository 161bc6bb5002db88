// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Measures
internal import Statistics

/// The findings of one mandate, looked at together: of many clauses that all are kept, some look broken by chance.
enum FindingFamily {
    /// The findings with the p-values of each, adjusted for all of them (Holm 1979).
    ///
    /// A verdict does not change by it: whether "does not comply" should need the adjusted value is for the signatories to decide,
    /// so both are stated.
    static func adjusted(_ findings: [Finding], confidence: Double) -> [Finding] {
        let values = findings.map { pValue($0, confidence: confidence) }
        let holm = Multiplicity.holm(values.compactMap(\.self))
        var adjusted = findings
        var next = 0
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            adjusted[index].multiplicity = Finding.Multiplicity(
                family: holm.count,
                method: "holm",
                pValue: value,
                adjusted: holm[next]
            )
            next += 1
        }
        return adjusted
    }

    /// The one-sided p-value of "the true value is not beyond bound and tolerance".
    ///
    /// It is 1 − confidence just where the limit on that side touches them, so that it never contradicts the verdict rule; away
    /// from there the tail is taken to be normal, with the width that the limit shows.
    static func pValue(_ finding: Finding, confidence: Double) -> Double? {
        guard finding.verdict != .notApplicable, let figure = finding.figure, let estimate = figure.value,
            let uncertainty = figure.uncertainty
        else { return nil }
        let criterion = finding.clause.criterion
        let (beyond, width) =
            switch criterion.direction {
            case .atMost: (estimate - criterion.limit, estimate - uncertainty.lowerLimit)
            case .atLeast: (criterion.limit - estimate, uncertainty.upperLimit - estimate)
            }
        guard beyond.isFinite, width.isFinite else { return nil }
        // A limit at the estimate, or beyond it, leaves no doubt on that side.
        guard width > 0 else { return beyond > 0 ? 0 : 1 }
        let score = beyond / width * NormalDistribution.quantile(confidence)
        return NormalDistribution.cumulative(-score)
    }
}
