// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Notation

/// `oscal-ar.json`: an examination as OSCAL assessment results.
///
/// OSCAL has two states, ours are five verdicts: what complies, within the tolerance or not, is `satisfied`, what does not is
/// `not-satisfied`, and the verdict is a property of both. What could not be determined is an observation without a finding; its
/// objective is listed with the reason. What does not apply is excluded with the reason.
public struct OSCALResults: Sendable {
    /// The name of its file.
    public static let file = "oscal-ar.json"

    private let examination: OSCALExamination

    /// The results of a record; `nil` where nothing was held against a rule-book.
    public init?(_ record: ExaminationRecord) {
        guard let examination = OSCALExamination(record) else { return nil }
        self.examination = examination
    }

    /// Indented JSON that ends with a line break.
    public var text: String { json.indented }

    var json: JSONValue {
        let clauses = examination.clauses
        let applicable = clauses.filter { $0.verdict != .notApplicable }
        let instrument = examination.instrument
        let result: JSONValue = .fields([
            "uuid": .text(examination.uuid("result")), "title": OSCAL.title(examination.record.recording.title),
            "description": OSCAL.prose(
                "Held against \(instrument.title), version \(instrument.version), as of \(instrument.day)."
            ),
            "start": examination.collected, "end": examination.collected,
            "props": .list(
                OSCAL.properties([
                    "opinion": examination.record.opinion?.rawValue, "instrument-sha-256": instrument.digest,
                    "seed": String(examination.record.inference.seed),
                ])
            ),
            "local-definitions": examination.localDefinitions, "reviewed-controls": reviewed,
            "observations": .list(applicable.flatMap(\.findings).map(examination.observation)),
            "risks": .list(clauses.filter { $0.verdict == .notMet }.map { examination.risk($0) }),
            "findings": .list(clauses.compactMap(examination.finding)),
        ])
        let results: JSONValue = .fields([
            "uuid": examination.document("assessment-results"), "metadata": examination.metadata("Examination"),
            "import-ap": .object(["href": .text("#" + examination.uuid("plan"))]), "results": .list([result]),
            "back-matter": OSCAL.backMatter([examination.plan, examination.recording]),
        ])
        return .object(["assessment-results": results])
    }

    /// Which controls were looked at, and why others were not.
    private var reviewed: JSONValue {
        let applicable = examination.clauses.filter { $0.verdict != .notApplicable }
        var selections: [JSONValue] = []
        if !applicable.isEmpty { selections.append(.object(["include-controls": Self.controls(applicable)])) }
        for group in excluded {
            // A selection has to include what it excludes; so the sum of all selections is what was looked at.
            selections.append(
                .object([
                    "include-controls": Self.controls(group.clauses), "exclude-controls": Self.controls(group.clauses),
                    "remarks": OSCAL.prose("does not apply: \(group.reason)"),
                ])
            )
        }
        let objectives = applicable.map { judged -> JSONValue in
            .fields([
                "objective-id": .text(judged.id + "_obj"),
                "remarks": judged.verdict == .notDetermined
                    ? OSCAL.prose("could not be determined: \(judged.deciding?.sentence ?? "")") : nil,
            ])
        }
        return .fields([
            "control-selections": .list(selections),
            "control-objective-selections": objectives.isEmpty
                ? nil : .list([.object(["include-objectives": .list(objectives)])]),
        ])
    }

    /// Clauses that do not apply, together with those that do not for the same reason.
    private var excluded: [(reason: String, clauses: [OSCALExamination.Judged])] {
        var groups: [(reason: String, clauses: [OSCALExamination.Judged])] = []
        for judged in examination.clauses where judged.verdict == .notApplicable {
            let reason = judged.deciding?.sentence ?? judged.verdict.words
            if let index = groups.firstIndex(where: { $0.reason == reason }) {
                groups[index].clauses.append(judged)
            } else {
                groups.append((reason, [judged]))
            }
        }
        return groups
    }

    private static func controls(_ clauses: [OSCALExamination.Judged]) -> JSONValue {
        .list(clauses.map { .object(["control-id": .text($0.id)]) })
    }
}
