// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument

/// What an examination found, in one sentence.
enum Answer {
    static func sentence(_ record: ExaminationRecord) -> String {
        var sentences: [String] = []
        if record.instrument != nil { sentences.append(clauses(record)) }
        if !record.cells.isEmpty { sentences.append(cells(record.cells)) }
        if sentences.isEmpty {
            sentences.append("No rule-book was given: this report measures, and judges nothing.")
        }
        return sentences.joined(separator: " ")
    }

    private static func clauses(_ record: ExaminationRecord) -> String {
        let verdicts = record.clauseVerdicts.map(\.verdict)
        func count(_ kinds: Verdict...) -> Int { verdicts.count { kinds.contains($0) } }
        let met = count(.met, .metWithComments)
        if verdicts.isEmpty { return "The rule-book holds no clause." }
        var parts = [part(met, "met", isFirst: true)]
        if count(.metWithComments) > 0 { parts[0] += " (\(count(.metWithComments)) with comments)" }
        parts.append(part(count(.notMet), "not met", isFirst: false))
        if count(.notDetermined) > 0 { parts.append("\(count(.notDetermined)) could not be determined") }
        if count(.notApplicable) > 0 {
            parts.append(count(.notApplicable) == 1 ? "1 does not apply" : "\(count(.notApplicable)) do not apply")
        }
        let total = verdicts.count == 1 ? "Of 1 clause" : "Of \(verdicts.count) clauses"
        return "\(total), \(NameList.joined(parts))."
    }

    private static func part(_ count: Int, _ word: String, isFirst: Bool) -> String {
        switch count {
        case 0: "none is \(word)"
        case 1: "1 is \(word)"
        default: "\(count) are \(word)"
        }
    }

    /// Published figures beside the data.
    static func cells(_ cells: [CellResult]) -> String {
        let counts = CellCounts(cells)
        let compared = counts.agree + counts.differ + counts.unexpected
        guard compared > 0 else { return "No published figure is compared." }
        var parts = [
            "\(counts.agree) of \(compared) published figures \(counts.agree == 1 ? "follows" : "follow") from the data"
        ]
        if counts.differ > 0 {
            parts.append("\(counts.differ) \(counts.differ == 1 ? "differs" : "differ") with a stated reason")
        }
        if counts.unexpected > 0 {
            parts.append("\(counts.unexpected) \(counts.unexpected == 1 ? "is" : "are") unexpected")
        }
        return NameList.joined(parts) + "."
    }
}
