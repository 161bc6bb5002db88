// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures

extension ReportPage {
    /// Clauses without a verdict, each with the reason; a measurement that did not decide is drawn.
    @MarkupBuilder var undetermined: Markup {
        let groups = FindingGroup.groups(of: record.findings.filter { $0.verdict == .notDetermined })
        if !groups.isEmpty {
            Markup("h3") { "What could not be determined, and why" }
            listing("Neither a pass nor a breach. Numbers:", ["Clause", "Duty", "Why not", "Access needed"], groups) {
                group in
                Markup("td", ["role": "cell"]) {
                    Markup("p") { Self.sentence(group.reason) }
                    if let finding = group.findings.first {
                        Markup("p", ["class": "muted small"]) {
                            "Asked for: \(finding.clause.criterion.words(finding.style))."
                        }
                    }
                    for finding in group.findings where finding.figure?.value != nil {
                        chart(finding, record.findings.firstIndex { $0.id == finding.id } ?? 0)
                    }
                    for line in remarks(group) { Markup("p", ["class": "muted small"]) { line } }
                }
                Markup("td", ["role": "cell"]) {
                    Markup("b") { group.clause.access.rawValue }
                    " "
                    Markup("span", ["class": "access"]) { group.clause.access.words }
                }
            }
        }
    }

    @MarkupBuilder var inapplicable: Markup {
        let groups = FindingGroup.groups(of: record.findings.filter { $0.verdict == .notApplicable })
        if !groups.isEmpty {
            Markup("h3") { "What does not apply" }
            listing("Clauses that do not bind here. Numbers:", ["Clause", "Duty", "Why not"], groups) { group in
                Markup("td", ["role": "cell"]) {
                    Markup("p") { Self.sentence(group.reason) }
                    for line in remarks(group) { Markup("p", ["class": "muted small"]) { line } }
                }
            }
        }
    }

    private static func sentence(_ reason: String) -> String {
        reason.prefix(1).uppercased() + reason.dropFirst() + "."
    }

    private func listing(
        _ caption: String,
        _ titles: [String],
        _ groups: [FindingGroup],
        @MarkupBuilder cells: (FindingGroup) -> Markup
    ) -> Markup {
        Markup("table", ["class": "listing", "role": "table", "data-twin": "findings.csv"]) {
            Markup("caption") {
                caption + " "
                Markup("a", ["href": "findings.csv"]) { "findings.csv" }
            }
            heading(titles)
            Markup("tbody", ["role": "rowgroup"]) {
                for group in groups {
                    Markup("tr", ["role": "row"]) {
                        Markup("th", ["scope": "row", "role": "rowheader"]) {
                            name(group.clause)
                        }
                        Markup("td", ["role": "cell"]) {
                            Markup("p") { group.clause.duty }
                            anchors(group.clause)
                        }
                        cells(group)
                    }
                }
            }
        }
    }

    /// Which analyses were looked at, and what is known of exceptions.
    private func remarks(_ group: FindingGroup) -> [Markup] {
        let titles = group.findings.compactMap(\.analysisTitle)
        let analyses = titles.isEmpty ? [] : [Markup(titles.joined(separator: "; ") + ".")]
        return analyses + (group.findings.first.map { binding($0) } ?? [])
    }

    /// Exceptions, what is not known, and who keeps the bound where it is.
    func binding(_ finding: Finding) -> [Markup] {
        var lines: [Markup] = []
        if !finding.exceptions.isEmpty { lines.append(Self.line("Exception: ", finding.exceptions)) }
        if !finding.undecided.isEmpty {
            lines.append(
                Self.line("Taken to bind, because it is not known whether this holds: ", finding.undecided)
            )
        }
        if !finding.clause.bindingSignatories.isEmpty {
            lines.append(Self.line("The bound is kept where it is by ", finding.clause.bindingSignatories))
        }
        return lines
    }

    /// Names that are not broken at their hyphens.
    private static func line(_ words: String, _ names: [String]) -> Markup {
        Markup {
            words
            for (index, name) in names.enumerated() {
                if index > 0 { ", " }
                Markup("span", ["class": name.count < 40 ? "id" : nil]) { name }
            }
            "."
        }
    }
}
