// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Measures
internal import Statistics

/// The findings of one mandate, looked at together: of many clauses that all are kept, some look broken by chance.
enum FindingFamily {
    /// The findings with the strength of their evidence, adjusted for all of them: p-values by Holm (1979), e-values by e-BH.
    ///
    /// A verdict does not change by it: whether "does not comply" should need the adjusted value is for the signatories to decide,
    /// so both are stated.
    static func adjusted(_ findings: [Finding], confidence: Double) -> [Finding] {
        var adjusted = findings
        let pValues = findings.map { pValue($0, confidence: confidence) }
        for (index, value) in zip(
            pValues.indices.filter { pValues[$0] != nil },
            Multiplicity.holm(pValues.compactMap(\.self))
        ) {
            adjusted[index].multiplicity = Finding.Multiplicity(
                family: pValues.count { $0 != nil },
                method: "holm",
                pValue: pValues[index],
                eValue: nil,
                adjusted: value
            )
        }
        let eValues = findings.map { eValue($0) }
        let merged = Multiplicity.eBenjaminiHochberg(eValues.compactMap(\.self))
        for (index, value) in zip(eValues.indices.filter { eValues[$0] != nil }, merged) {
            adjusted[index].multiplicity = Finding.Multiplicity(
                family: eValues.count { $0 != nil },
                method: "e-bh",
                pValue: nil,
                eValue: eValues[index],
                adjusted: value
            )
        }
        return adjusted
    }

    private static func eValue(_ finding: Finding) -> Double? {
        guard finding.clause.rule == .eValue, finding.verdict != .notApplicable else { return nil }
        return finding.figure?.value.flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The one-sided p-value of "the true value is not beyond bound and tolerance".
    ///
    /// It is 1 − confidence just where the limit on that side touches them, so that it never contradicts the verdict rule; away
    /// from there the tail is taken to be normal, with the width that the limit shows.
    static func pValue(_ finding: Finding, confidence: Double) -> Double? {
        guard finding.clause.rule == .limits, finding.verdict != .notApplicable, let figure = finding.figure,
            let estimate = figure.value,
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
