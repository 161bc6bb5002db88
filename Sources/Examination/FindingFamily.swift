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
        return finding.figure?.eValue
    }

    /// The one-sided p-value of "the true value is not beyond bound and tolerance".
    ///
    /// It is 1 − confidence just where the limit on that side touches them, and below it only where the clause is not met, so that
    /// it never contradicts the verdict rule; away from there the tail is taken to be normal, with the width that the limit shows.
    ///
    /// - Returns: `nil` without limits, and where something else than the limits made the verdict, as a clause that does not apply
    ///   or a measure that lacks its reference.
    static func pValue(_ finding: Finding, confidence: Double) -> Double? {
        guard finding.clause.rule == .limits, let figure = finding.figure, let estimate = figure.value,
            let uncertainty = figure.uncertainty
        else { return nil }
        let criterion = finding.clause.criterion
        let verdict = criterion.verdict(lower: uncertainty.lowerLimit, upper: uncertainty.upperLimit)
        guard verdict == finding.verdict else { return nil }
        let (beyond, width) =
            switch criterion.direction {
            case .atMost: (estimate - criterion.limit, estimate - uncertainty.lowerLimit)
            case .atLeast: (criterion.limit - estimate, uncertainty.upperLimit - estimate)
            }
        guard !beyond.isNaN, !width.isNaN else { return nil }
        let level = 1 - confidence
        // A limit at the estimate, or beyond it, leaves no doubt on that side.
        guard width > 0 else { return verdict == .notMet ? 0 : 1 }
        let score = width.isInfinite ? -Double.infinity : beyond / width * NormalDistribution.quantile(confidence)
        let value = beyond == width ? level : NormalDistribution.cumulative(-score)
        // Rounding must not carry it to the other side.
        return verdict == .notMet ? min(value, level.nextDown) : max(value, level)
    }
}
