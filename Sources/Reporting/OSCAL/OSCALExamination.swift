// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures
internal import Notation

/// What assessment results and milestones say alike: observations, findings, risks, and what they refer to.
///
/// An observation is one finding of ours, of a clause by an analysis. A finding of OSCAL is a clause with the most serious verdict of
/// its analyses, and only where there is a verdict: what could not be determined is an observation and no finding.
struct OSCALExamination {
    /// A clause that binds, with everything that was found about it.
    struct Judged {
        let clause: Clause
        let verdict: Verdict
        let findings: [Finding]

        /// Its id as models allow it.
        var id: String { OSCAL.id(clause.id) }
        /// The finding that decided the verdict.
        var deciding: Finding? { findings.first { $0.verdict == verdict } }
    }

    let record: ExaminationRecord
    let instrument: InstrumentSummary
    /// In the order of the findings.
    let clauses: [Judged]

    /// `nil` where nothing was held against a rule-book.
    init?(_ record: ExaminationRecord) {
        guard let instrument = record.instrument, !record.findings.isEmpty else { return nil }
        self.record = record
        self.instrument = instrument
        clauses = record.clauseVerdicts.map { clause, verdict in
            Judged(clause: clause, verdict: verdict, findings: record.findings.filter { $0.clause.id == clause.id })
        }
    }

    /// The UUID of a part of the examination: it stays the same when the same recording is held against the same text again.
    func uuid(_ name: String) -> String {
        NamedUUID.text("\(instrument.digest)/\(instrument.day)/\(record.recording.id)/\(name)")
    }

    /// The UUID of a document: another record is another document.
    func document(_ kind: String) -> JSONValue {
        .text(NamedUUID.text("\(kind)/\(FindingsDocument(record).text)"))
    }

    func metadata(_ title: String) -> JSONValue {
        OSCAL.metadata(
            "\(title): \(record.recording.title)",
            version: instrument.version,
            day: instrument.day,
            parties: instrument.signatories
        )
    }

    var collected: JSONValue { OSCAL.instant(instrument.day) }

    // MARK: What it refers to

    /// The space that was examined, and the program that did.
    var localDefinitions: JSONValue {
        let surface = instrument.circumstances.surface
        let space = Self.component(
            uuid("space"),
            "service",
            surface?.rawValue ?? record.recording.title,
            surface.map { "\($0.rawValue) of \(record.recording.title)" } ?? "The space that was recorded."
        )
        let tool = Self.component(uuid("tool"), "software", record.tool, "The program that measured.")
        return .object([
            "components": .list([space]),
            "assessment-assets": .object([
                "components": .list([tool]),
                "assessment-platforms": .list([
                    .object([
                        "uuid": .text(uuid("platform")),
                        "uses-components": .list([.object(["component-uuid": .text(uuid("tool"))])]),
                    ])
                ]),
            ]),
        ])
    }

    private static func component(_ uuid: String, _ type: String, _ title: String, _ description: String) -> JSONValue {
        .object([
            "uuid": .text(uuid), "type": .text(type), "title": OSCAL.title(title),
            "description": OSCAL.prose(description), "status": .object(["state": "operational"]),
        ])
    }

    /// The recipe, which says before any figure is seen what is measured.
    var plan: JSONValue {
        OSCAL.resource(
            uuid("plan"),
            "Recipe \(record.recording.id)",
            description: "What is read and measured, stated before any figure is seen.",
            properties: OSCAL.properties(["sha-256": record.recording.recipeDigest])
        )
    }

    /// The files that were read.
    var recording: JSONValue {
        OSCAL.resource(
            uuid("recording"),
            record.recording.title,
            citation: record.recording.citation,
            properties: OSCAL.properties([
                "repository": record.recording.repository, "commit": record.recording.commit,
                "licence": record.recording.licence,
            ]),
            files: record.recording.files.map { ($0.path, $0.digest) }
        )
    }

    private var origin: JSONValue {
        .object(["actors": .list([.object(["type": "tool", "actor-uuid": .text(uuid("tool"))])])])
    }

    // MARK: What was found

    func observation(_ finding: Finding) -> JSONValue {
        let evidence: JSONValue = .object([
            "href": .text("#" + uuid("recording")),
            "description": .text(
                "The \(record.society == nil ? "recording" : "simulation"), \(record.words(of: finding.assurance))."
            ),
        ])
        return .fields([
            "uuid": .text(uuid("observation/\(finding.id)")), "title": OSCAL.title(finding.id),
            "description": OSCAL.prose(finding.sentence), "props": .list(properties(finding)),
            "methods": .list([.text(finding.clause.method.rawValue)]), "types": .list(["control-objective"]),
            "origins": .list([origin]),
            "subjects": .list([.object(["subject-uuid": .text(uuid("space")), "type": "component"])]),
            "relevant-evidence": finding.analysis == nil ? nil : .list([evidence]), "collected": collected,
        ])
    }

    private func properties(_ finding: Finding) -> [JSONValue] {
        func number(_ value: Double?) -> String? { value.flatMap { $0.isFinite ? JSONValue.format($0) : nil } }
        let uncertainty = finding.figure?.uncertainty
        let criterion = finding.clause.criterion
        return OSCAL.properties([
            "verdict": finding.verdict.rawValue, "measure": finding.clause.measure,
            "measure-version": finding.measureVersion, "figure": finding.clause.figure,
            "estimate": number(finding.figure?.value), "unit": finding.figure?.unit,
            "lower": number(uncertainty?.lower), "upper": number(uncertainty?.upper),
            "lower-limit": number(uncertainty?.lowerLimit), "upper-limit": number(uncertainty?.upperLimit),
            "confidence": uncertainty == nil ? nil : number(record.inference.confidence),
            "direction": criterion.direction.rawValue, "bound": number(criterion.bound),
            "tolerance": number(criterion.tolerance), "analysis": finding.analysis,
            "rows": String(finding.rows), "clusters": String(finding.clusters),
            "adjusted-p-value": number(finding.multiplicity?.adjusted), "assurance": finding.assurance.rawValue,
        ])
    }

    private func relatedObservations(_ judged: Judged) -> JSONValue {
        .list(
            judged.findings.map { .object(["observation-uuid": .text(uuid("observation/\($0.id)"))]) }
        )
    }

    /// The finding on a clause; `nil` where there is no verdict on it.
    func finding(_ judged: Judged) -> JSONValue? {
        let state: (state: JSONValue, reason: JSONValue)
        switch judged.verdict {
        case .met, .metWithComments: state = ("satisfied", "pass")
        case .notMet: state = ("not-satisfied", "fail")
        case .notDetermined, .notApplicable: return nil
        }
        return .fields([
            "uuid": .text(uuid("finding/\(judged.clause.id)")), "title": OSCAL.title(judged.clause.title),
            "description": OSCAL.prose(judged.deciding?.sentence ?? judged.verdict.words),
            "props": .list(OSCAL.properties(["verdict": judged.verdict.rawValue])), "origins": .list([origin]),
            "target": .object([
                "type": "objective-id", "target-id": .text(judged.id + "_obj"),
                "status": .object(["state": state.state, "reason": state.reason]),
            ]),
            "related-observations": relatedObservations(judged),
            "related-risks": judged.verdict == .notMet
                ? .list([.object(["risk-uuid": .text(uuid("risk/\(judged.clause.id)"))])]) : nil,
        ])
    }

    /// The risk of a clause that is not met, with what is to be done until when where that is part of the document.
    func risk(_ judged: Judged, plan: (deadline: JSONValue, remediation: JSONValue)? = nil) -> JSONValue {
        let severity = judged.findings.map(\.severity).filter(\.isFinite).max() ?? 0
        let facets = [
            ("severity", JSONValue.format(severity)),
            ("assurance", judged.deciding?.assurance.rawValue ?? Assurance.declared.rawValue),
        ].map { name, value -> JSONValue in
            .object(["name": .text(name), "system": .text(OSCAL.namespace), "value": .text(value)])
        }
        return .fields([
            "uuid": .text(uuid("risk/\(judged.clause.id)")), "title": OSCAL.title(judged.clause.title),
            "description": OSCAL.prose(judged.deciding?.sentence ?? judged.verdict.words),
            "statement": OSCAL.prose("This duty is not kept: \(judged.clause.duty)"), "status": "open",
            "characterizations": .list([.object(["origin": origin, "facets": .list(facets)])]),
            "deadline": plan?.deadline, "remediations": plan.map { .list([$0.remediation]) },
            "related-observations": relatedObservations(judged),
        ])
    }
}
