// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument

/// Findings on one clause that have the same reason: said once, with all their analyses.
struct FindingGroup {
    /// The clause.
    let clause: Clause
    /// Why there is no verdict; empty where nothing is said.
    let reason: String
    /// In the order of the record.
    private(set) var findings: [Finding]

    /// The analyses that were held against the clause.
    var analyses: [String] { findings.compactMap(\.analysis) }

    /// Groups in the order of their first findings.
    static func groups(of findings: [Finding]) -> [FindingGroup] {
        var groups: [FindingGroup] = []
        for finding in findings {
            let reason = finding.reason ?? ""
            if let index = groups.firstIndex(where: { $0.clause.id == finding.clause.id && $0.reason == reason }) {
                groups[index].findings.append(finding)
            } else {
                groups.append(FindingGroup(clause: finding.clause, reason: reason, findings: [finding]))
            }
        }
        return groups
    }
}
