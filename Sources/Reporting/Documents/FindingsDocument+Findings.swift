// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures
internal import Notation

extension FindingsDocument {
    func finding(_ finding: Finding) -> JSONValue {
        .object([
            "id": .text(finding.id),
            "clause": Self.clause(finding.clause),
            "criterion": .object([
                "direction": .text(finding.clause.criterion.direction.rawValue),
                "bound": .optional(finding.clause.criterion.bound),
                "tolerance": .optional(finding.clause.criterion.tolerance),
                "signatoriesBinding": .list(finding.clause.bindingSignatories.map { .text($0) }),
            ]),
            "exceptions": .list(finding.exceptions.map { .text($0) }),
            "undecided": .list(finding.undecided.map { .text($0) }),
            "multiplicity": finding.multiplicity.map { Self.multiplicity($0) } ?? .null,
            "verdict": .text(finding.verdict.rawValue),
            "verdictWords": .text(finding.verdict.words),
            "reason": .optional(finding.reason),
            "analysis": .optional(finding.analysis),
            "analysisTitle": .optional(finding.analysisTitle),
            "unit": .optional(record.analysis(finding.analysis)?.unit),
            "measure": measure(finding),
            "referenceArm": .optional(finding.referenceArm),
            "references": .list(
                finding.references.map { .object(["name": .text($0.name), "estimate": .optional($0.estimate)]) }
            ),
            "severity": .optional(finding.severity),
            "symmetryCheck": finding.symmetryCheck.map {
                .object(["permutations": .integer($0.permutations), "verdictChanged": .flag($0.verdictChanged)])
            } ?? .null,
            "assurance": .text(finding.assurance.rawValue),
        ])
    }

    private func measure(_ finding: Finding) -> JSONValue {
        let uncertainty = finding.figure?.uncertainty
        return .object([
            "name": .text(finding.clause.measure),
            "version": .optional(finding.measureVersion),
            "estimate": .optional(finding.figure?.value),
            "estimateUnit": .optional(finding.figure?.unit),
            "lower": .optional(uncertainty?.lower),
            "upper": .optional(uncertainty?.upper),
            "lowerLimit": .optional(uncertainty?.lowerLimit),
            "upperLimit": .optional(uncertainty?.upperLimit),
            "confidence": uncertainty == nil ? .null : .number(record.inference.confidence),
            "method": .optional(uncertainty?.method),
            "n": .integer(finding.rows),
            "clusters": .integer(finding.clusters),
        ])
    }
}
