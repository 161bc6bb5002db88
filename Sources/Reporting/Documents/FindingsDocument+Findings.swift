// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures
internal import Notation

extension FindingsDocument {
    func finding(_ finding: Finding) -> JSONValue {
        .object([
            "id": .text(finding.id),
            "clause": .object([
                "id": .text(finding.clause.id),
                "title": .text(finding.clause.title),
                "duty": .text(finding.clause.duty),
                "figure": .text(finding.clause.figure),
                "reads": .list(finding.clause.reads.map { .text($0.rawValue) }),
                "isSymmetric": .flag(finding.clause.isSymmetric),
            ]),
            "criterion": .object([
                "direction": .text(finding.clause.criterion.direction.rawValue),
                "bound": .optional(finding.clause.criterion.bound),
                "tolerance": .optional(finding.clause.criterion.tolerance),
            ]),
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
