// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures

extension ExaminationRecord {
    /// The measures used, each once, in the order of the analyses.
    var measures: [MeasureCard] {
        var cards: [MeasureCard] = []
        for analysis in analyses where !cards.contains(where: { $0.name == analysis.measure.name }) {
            cards.append(analysis.measure)
        }
        return cards
    }

    /// The verdict on each clause, in the order of the findings: the most serious of its analyses counts.
    var clauseVerdicts: [(clause: Clause, verdict: Verdict)] {
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

    /// The analysis that a finding comes from.
    func analysis(_ id: String?) -> AnalysisResult? { analyses.first { $0.id == id } }

    /// The analysis whose figure a cell shows: the longest id that its source begins with.
    func analysis(of cell: CellResult) -> AnalysisResult? {
        analyses.filter { cell.source.hasPrefix($0.id + ".") }.max { $0.id.count < $1.id.count }
    }
}
