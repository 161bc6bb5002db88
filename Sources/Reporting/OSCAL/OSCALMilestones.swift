// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Notation

/// `oscal-poam.json`: what is not met as an OSCAL plan of action and milestones.
///
/// Each clause that is not met is a risk with a deadline, a recommendation and one milestone, the next examination. It repeats the
/// findings and observations it refers to, so that it can be read alone.
public struct OSCALMilestones: Sendable {
    /// The name of its file.
    public static let file = "oscal-poam.json"
    /// Days from the day of the examination to the deadline, where nobody agreed on others.
    ///
    /// A month is what Article 37(6) of Regulation (EU) 2022/2065 gives a service to answer the findings of an audit.
    public static let days = 30

    private let examination: OSCALExamination
    private let notMet: [OSCALExamination.Judged]

    /// The milestones of a record; `nil` where nothing is not met.
    public init?(_ record: ExaminationRecord) {
        guard let examination = OSCALExamination(record) else { return nil }
        self.examination = examination
        notMet = examination.clauses.filter { $0.verdict == .notMet }
        if notMet.isEmpty { return nil }
    }

    /// Indented JSON that ends with a line break.
    public var text: String { json.indented }

    var json: JSONValue {
        let plan: JSONValue = .fields([
            "uuid": examination.document("milestones"), "metadata": examination.metadata("What is to be done"),
            "import-ssp": .object(["href": .text("#" + examination.uuid("recording"))]),
            "local-definitions": examination.localDefinitions,
            "observations": .list(notMet.flatMap(\.findings).map(examination.observation)),
            "risks": .list(
                notMet.map { examination.risk($0, plan: (deadline, remediation($0))) }
            ),
            "findings": .list(notMet.compactMap(examination.finding)), "poam-items": .list(notMet.map(item)),
            "back-matter": OSCAL.backMatter([examination.recording]),
        ])
        return .object(["plan-of-action-and-milestones": plan])
    }

    private var deadline: JSONValue { OSCAL.instant(examination.instrument.day.adding(days: Self.days)) }

    private func asked(_ judged: OSCALExamination.Judged) -> String {
        let style = judged.deciding?.style ?? NumberStyle(unit: "", key: judged.clause.figure, value: nil)
        return "\(judged.clause.measure) \(judged.clause.criterion.words(style))"
    }

    private func remediation(_ judged: OSCALExamination.Judged) -> JSONValue {
        .object([
            "uuid": .text(examination.uuid("remediation/\(judged.clause.id)")), "lifecycle": "recommendation",
            "title": OSCAL.title("Keep to it"), "description": OSCAL.prose("Asked for is \(asked(judged))."),
            "tasks": .list([
                .object([
                    "uuid": .text(examination.uuid("task/\(judged.clause.id)")), "type": "milestone",
                    "title": "The examination is repeated",
                    "timing": .object(["on-date": .object(["date": deadline])]),
                ])
            ]),
        ])
    }

    private func item(_ judged: OSCALExamination.Judged) -> JSONValue {
        let id = judged.clause.id
        return .object([
            "uuid": .text(examination.uuid("item/\(id)")), "title": OSCAL.title(judged.clause.title),
            "description": OSCAL.prose("\(judged.clause.duty) Asked for is \(asked(judged))."),
            "related-findings": .list([.object(["finding-uuid": .text(examination.uuid("finding/\(id)"))])]),
            "related-observations": .list(
                judged.findings.map {
                    .object(["observation-uuid": .text(examination.uuid("observation/\($0.id)"))])
                }
            ),
            "related-risks": .list([.object(["risk-uuid": .text(examination.uuid("risk/\(id)"))])]),
        ])
    }
}
