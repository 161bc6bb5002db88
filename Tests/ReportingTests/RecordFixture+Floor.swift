// SPDX-License-Identifier: Apache-2.0
import Measures

@testable import Examination
@testable import Instrument

extension RecordFixture {
    /// A rule-book of 27 clauses of which most could not be determined, as an examiner from outside sees a space.
    static let floor: ExaminationRecord = {
        var record = plain
        var findings = (1...6).map { missing("ac-\($0)", isCore: true, .source) }
        findings += (1...17).map { missing("tr-\($0)", isCore: false, .records) }
        findings.append(
            finding("ev-3", "Equal voice across groups", .notMet, .atMost, 1.25, 0.15, voice, severity: 1.47)
        )
        // Two analyses that lack the same thing.
        for id in ["channels Relevance", "channels View Count"] {
            var lacking = finding("ev-4", "Voice is not concentrated", .notDetermined, .atMost, 0.1, 0, few)
            lacking.id = "ev-4/\(id)"
            lacking.analysis = id
            lacking.analysisTitle = "Concentration, \(id)"
            lacking.reason = "the analysis has no arms, so there is no reference to compare with"
            lacking.undecided = ["ev-4.minMonthlyUsers"]
            findings.append(lacking)
        }
        findings.append(finding("pl-1", "People meet across circles", .met, .atLeast, -0.1, 0, encounter))
        var small = missing("sr-1", isCore: false, .replay)
        small.verdict = .notApplicable
        small.reason = "exception for small services"
        small.exceptions = ["sr-1.small"]
        findings.append(small)
        record.findings = FindingFamily.adjusted(findings, confidence: 0.95)
        record.instrument = instrument
        record.instrument?.clauses = 27
        record.instrument?.signatories = []
        return record
    }()

    private static func missing(_ id: String, isCore: Bool, _ access: Clause.Access) -> Finding {
        var finding = finding(
            id,
            "Duty \(id)",
            .notDetermined,
            .atLeast,
            1,
            0,
            nil,
            reason: "this version does not compute deposited-share; it takes a register (access \(access.rawValue))"
        )
        finding.clause.isCore = isCore
        finding.clause.access = access
        finding.clause.duty = "What runs is deposited, says \(id)."
        finding.clause.anchors = [Anchor(law: "eu.dsa", place: "40(1)", relation: .intersectsWith)]
        return finding
    }
}
