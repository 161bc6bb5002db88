// SPDX-License-Identifier: Apache-2.0
public import Instrument

extension ExaminationRecord {
    /// The verdict on each clause, in the order of the findings: the most serious of its analyses counts.
    public var clauseVerdicts: [(clause: Clause, verdict: Verdict)] {
        let order: [Verdict] = [.notMet, .notDetermined, .metWithComments, .met, .notApplicable]
        var verdicts: [(clause: Clause, verdict: Verdict)] = []
        for finding in findings {
            guard let index = verdicts.firstIndex(where: { $0.clause.id == finding.clause.id }) else {
                verdicts.append((finding.clause, finding.verdict))
                continue
            }
            let isWorse =
                (order.firstIndex(of: finding.verdict) ?? 0) < (order.firstIndex(of: verdicts[index].verdict) ?? 0)
            if isWorse { verdicts[index].verdict = finding.verdict }
        }
        return verdicts
    }

    /// What they say about the whole; `nil` without a rule-book.
    public var opinion: Opinion? {
        instrument.map { instrument in
            Opinion(
                clauseVerdicts.map { ($0.verdict, $0.clause.isCore) },
                adverseShare: instrument.head.adverseShare,
                insufficientAccess: instrument.head.insufficientAccess
            )
        }
    }
}
