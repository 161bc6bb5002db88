// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Measures
internal import Notation

/// `junit.xml`: one test case a finding and a published cell, for build servers.
///
/// A clause that is not met is a failure. One that could not be determined is skipped with the reason, since JUnit has no word for
/// "unknown"; one that does not apply is left out. A defect of the program is an error and never a failure. A published figure
/// fails only where it is neither as printed nor as the recipe expects.
public struct JUnitDocument: Sendable {
    private let record: ExaminationRecord

    /// The document of a record.
    public init(_ record: ExaminationRecord) { self.record = record }

    /// XML 1.0 in UTF-8.
    public var text: String {
        var suites: [Suite] = []
        let findings = record.findings.filter { $0.verdict != .notApplicable }
        if !findings.isEmpty {
            let title = record.instrument?.title ?? "clauses"
            let surface = record.instrument?.circumstances.surface
            suites.append(
                Suite(
                    name: surface.map { "\(title): \($0.rawValue)" } ?? title,
                    cases: findings.map { self.case($0) }
                )
            )
        }
        if !record.cells.isEmpty {
            suites.append(Suite(name: "published figures", cases: record.cells.map { self.case($0) }))
        }
        let cases = suites.flatMap(\.cases)
        let root = Markup("testsuites", Suite.attributes(record.recording.title, cases)) {
            for suite in suites { suite.markup }
            Markup(trusted: "\n")
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.text + "\n"
    }

    private func `case`(_ finding: Finding) -> Case {
        var test = Case(
            group: finding.clause.group,
            name: "\(finding.clause.id) \(finding.clause.title)" + (finding.analysisTitle.map { ": \($0)" } ?? ""),
            outcome: .passed,
            message: finding.sentence,
            properties: []
        )
        switch finding.verdict {
        case .met: break
        case .metWithComments: test.outcome = .passedWithComment
        case .notMet: test.outcome = .failed
        case .notDetermined, .notApplicable: test.outcome = finding.toolTrouble == nil ? .skipped : .broken
        }
        let criterion = finding.clause.criterion
        test.properties = [
            ("finding", finding.id), ("verdict", finding.verdict.rawValue),
            ("estimate", Self.number(finding.figure?.value)),
            ("lower", Self.number(finding.figure?.uncertainty?.lower)),
            ("upper", Self.number(finding.figure?.uncertainty?.upper)), ("direction", criterion.direction.rawValue),
            ("bound", Self.number(criterion.bound)), ("tolerance", Self.number(criterion.tolerance)),
        ]
        return test
    }

    private func `case`(_ cell: CellResult) -> Case {
        let published = cell.published ?? "not published"
        let message = "published \(published), recomputed \(Self.number(cell.recomputed)); \(cell.tolerance)"
        return Case(
            group: "published",
            name: cell.label,
            outcome: cell.agreement == .unexpected
                ? .failed : cell.agreement == .differs ? .passedWithComment : .passed,
            message: cell.note.map { message + "; \($0)" } ?? message,
            properties: [
                ("source", cell.source), ("published", cell.published ?? ""),
                ("recomputed", Self.number(cell.recomputed)), ("agreement", cell.agreement.rawValue),
            ]
        )
    }

    private static func number(_ value: Double?) -> String { value.map { JSONValue.format($0) } ?? "" }
}

extension JUnitDocument {
    /// How a test case ends.
    private enum Outcome {
        case passed, passedWithComment, failed, skipped, broken
    }

    /// One test case.
    private struct Case {
        let group: String
        let name: String
        var outcome: Outcome
        var message: String
        var properties: [(name: String, value: String)]

        var markup: Markup {
            Markup {
                Markup(trusted: "\n    ")
                Markup("testcase", ["classname": group, "name": PrintableText.line(name)]) {
                    Markup(trusted: "\n      ")
                    Markup("properties") {
                        for property in properties where !property.value.isEmpty {
                            Markup(trusted: "\n        ")
                            Markup(empty: "property", ["name": property.name, "value": property.value])
                        }
                        Markup(trusted: "\n      ")
                    }
                    end
                    Markup(trusted: "\n    ")
                }
            }
        }

        private var end: Markup {
            Markup {
                switch outcome {
                case .passed: Markup()
                case .passedWithComment:
                    Markup(trusted: "\n      ")
                    Markup("system-out") { message }
                case .failed:
                    Markup(trusted: "\n      ")
                    Markup("failure", ["message": message]) { message }
                case .skipped:
                    Markup(trusted: "\n      ")
                    Markup(empty: "skipped", ["message": message])
                case .broken:
                    Markup(trusted: "\n      ")
                    Markup("error", ["message": message]) { message }
                }
            }
        }
    }

    /// Test cases under one name.
    private struct Suite {
        let name: String
        let cases: [Case]

        static func attributes(_ name: String, _ cases: [Case]) -> KeyValuePairs<StaticString, String?> {
            [
                "name": name, "tests": String(cases.count),
                "failures": String(cases.count { $0.outcome == .failed }),
                "errors": String(cases.count { $0.outcome == .broken }),
                "skipped": String(cases.count { $0.outcome == .skipped }),
            ]
        }

        var markup: Markup {
            Markup {
                Markup(trusted: "\n  ")
                Markup("testsuite", Self.attributes(name, cases)) {
                    for test in cases { test.markup }
                    Markup(trusted: "\n  ")
                }
            }
        }
    }
}
