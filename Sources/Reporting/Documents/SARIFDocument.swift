// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Measures
internal import Notation

/// `clauses.sarif`: the verdicts on clauses in SARIF 2.1.0, for the places that show what tools found.
///
/// A clause is a rule and a law a taxonomy. A clause that is not met is an error; one that could not be determined is `open`, which
/// is no failure. A defect of the program is a notification of its run and no result.
public struct SARIFDocument: Sendable {
    /// The name of its file.
    public static let file = "clauses.sarif"

    private let record: ExaminationRecord
    private let instrument: InstrumentSummary
    private let clauses: [Clause]
    private let laws: LawIndex

    /// The document of a record; `nil` where nothing was held against a rule-book.
    public init?(_ record: ExaminationRecord) {
        guard let instrument = record.instrument, !record.findings.isEmpty else { return nil }
        self.record = record
        self.instrument = instrument
        clauses = record.clauseVerdicts.map(\.clause)
        laws = LawIndex(instrument.laws, cited: clauses)
    }

    /// Indented JSON that ends with a line break.
    public var text: String { json.indented }

    var json: JSONValue {
        let run: JSONValue = .fields([
            "tool": .object(["driver": driver]),
            "automationDetails": .object([
                "id": .text("examination/\(OSCAL.reference(record.recording.id))/\(instrument.day)/"),
                "description": Self.message("\(record.recording.title), held against \(instrument.title)"),
            ]),
            "invocations": .list([invocation]), "taxonomies": .list(laws.entries.map(Self.taxonomy)),
            "artifacts": .list(record.recording.files.map(Self.artifact)),
            "results": .list(record.findings.map(result)),
            "columnKind": "unicodeCodePoints",
        ])
        return .object([
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0", "runs": .list([run]),
        ])
    }

    private static func message(_ text: String) -> JSONValue { .object(["text": OSCAL.title(text)]) }

    // MARK: The tool and its rules

    private var driver: JSONValue {
        let words = record.tool.split(separator: " ")
        let version = words.last.flatMap { $0.split(separator: ".").count == 3 ? String($0) : nil }
        return .fields([
            "name": OSCAL.title(words.first.map(String.init) ?? record.tool), "semanticVersion": .present(version),
            "rules": .list(clauses.map(rule)),
            "supportedTaxonomies": .list(laws.entries.enumerated().map { Self.component($0.element, at: $0.offset) }),
        ])
    }

    private static func guid(_ entry: LawIndex.Entry) -> JSONValue {
        .text(NamedUUID.text("taxonomy/\(entry.law.key)"))
    }

    private static func component(_ entry: LawIndex.Entry, at index: Int) -> JSONValue {
        .object(["name": .text(entry.token), "guid": guid(entry), "index": .integer(index)])
    }

    private func rule(_ clause: Clause) -> JSONValue {
        .fields([
            "id": .text(clause.id), "name": .present(Self.name(clause.title)),
            "shortDescription": Self.message(clause.title),
            "fullDescription": clause.duty.isEmpty ? nil : Self.message(clause.duty),
            "defaultConfiguration": .object(["level": "error"]),
            "relationships": .list(clause.anchors.flatMap(relationships)),
            "properties": .fields([
                "measure": .text(clause.measure), "figure": clause.figure.isEmpty ? nil : .text(clause.figure),
                "access": .text(clause.access.rawValue), "method": .text(clause.method.rawValue),
                "status": .text(clause.status.rawValue), "isCore": .flag(clause.isCore),
            ]),
        ])
    }

    /// "Equal voice across groups" as a name: "EqualVoiceAcrossGroups".
    private static func name(_ title: String) -> String? {
        let words = title.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return name.first?.isLetter == true ? name : nil
    }

    private func relationships(_ anchor: Anchor) -> [JSONValue] {
        guard let (index, entry) = laws.entry(of: anchor) else { return [] }
        let places = laws.places(of: anchor)
        return places.map { place in
            .object([
                "target": .fields([
                    "id": .text(place.id), "index": entry.places.firstIndex(of: place).map(JSONValue.integer),
                    "toolComponent": Self.component(entry, at: index),
                ]),
                "kinds": .list([.text(anchor.relation.kind(ofPlaces: places.count))]),
                "description": Self.message("\(entry.law.title), \(anchor.place): \(anchor.relation.words)"),
            ])
        }
    }

    private static func taxonomy(_ entry: LawIndex.Entry) -> JSONValue {
        .fields([
            "name": .text(entry.token), "guid": guid(entry), "fullName": OSCAL.title(entry.law.title),
            "shortDescription": message(entry.law.citation),
            "informationUri": .present(entry.law.uri.map(OSCAL.reference)), "isComprehensive": false,
            "taxa": .list(
                entry.places.map { .object(["id": .text($0.id), "shortDescription": message($0.text)]) }
            ),
        ])
    }

    // MARK: The run

    private var invocation: JSONValue {
        let troubles = record.findings.compactMap { finding in
            finding.toolTrouble.map { trouble -> JSONValue in
                .object([
                    "level": "error", "message": Self.message(trouble),
                    "associatedRule": .object(["id": .text(finding.clause.id), "index": .integer(index(finding))]),
                ])
            }
        }
        return .fields([
            "executionSuccessful": .flag(troubles.isEmpty), "toolExecutionNotifications": .list(troubles),
        ])
    }

    private func index(_ finding: Finding) -> Int { clauses.firstIndex { $0.id == finding.clause.id } ?? -1 }

    private static func artifact(_ file: RecordingSummary.File) -> JSONValue {
        .object([
            "location": .object(["uri": .text(OSCAL.reference(file.path))]), "length": .integer(file.bytes),
            "hashes": .object(["sha-256": .text(file.digest)]),
        ])
    }

    private func result(_ finding: Finding) -> JSONValue {
        let surface = instrument.circumstances.surface
        let place =
            surface.map { ("surface/\($0.rawValue)", "surface") } ?? ("recording/\(record.recording.id)", "recording")
        return .fields([
            "ruleId": .text(finding.clause.id), "ruleIndex": .integer(index(finding)),
            "kind": .text(finding.verdict.kind), "level": finding.verdict == .notMet ? "error" : "none",
            "message": Self.message(finding.sentence),
            "locations": .list([
                .object([
                    "logicalLocations": .list([
                        .object(["fullyQualifiedName": OSCAL.title(place.0), "kind": .text(place.1)])
                    ])
                ])
            ]),
            "partialFingerprints": .object([
                "findingId/v1": .text(NamedUUID.text("finding/\(record.recording.id)/\(finding.id)"))
            ]),
            "properties": properties(finding),
        ])
    }

    private func properties(_ finding: Finding) -> JSONValue {
        let uncertainty = finding.figure?.uncertainty
        let criterion = finding.clause.criterion
        return .fields([
            "finding": .text(finding.id), "verdict": .text(finding.verdict.rawValue),
            "analysis": .present(finding.analysis), "estimate": .present(finding.figure?.value),
            "unit": .present(finding.figure?.unit), "lower": .present(uncertainty?.lower),
            "upper": .present(uncertainty?.upper), "lowerLimit": .present(uncertainty?.lowerLimit),
            "upperLimit": .present(uncertainty?.upperLimit), "direction": .text(criterion.direction.rawValue),
            "bound": .present(criterion.bound), "tolerance": .present(criterion.tolerance),
            "severity": .present(finding.severity), "assurance": .text(finding.assurance.rawValue),
        ])
    }
}

extension Verdict {
    /// The kind of result in SARIF.
    fileprivate var kind: String {
        switch self {
        case .met, .metWithComments: "pass"
        case .notMet: "fail"
        case .notDetermined: "open"
        case .notApplicable: "notApplicable"
        }
    }
}

extension Anchor.Relation {
    /// The kind of relationship in SARIF, to one of several places: what the law is to the clause.
    ///
    /// A result of a rule belongs to what is a `superset` of the rule, as in the rules that point to CWE. What is a part of several
    /// places together need not be a part of any of them.
    fileprivate func kind(ofPlaces count: Int) -> String {
        switch self {
        case .equivalentTo, .equalTo: count == 1 ? "equal" : "subset"
        case .subsetOf: count == 1 ? "superset" : "relevant"
        case .supersetOf: "subset"
        case .intersectsWith: count == 1 ? "incomparable" : "relevant"
        }
    }
}
