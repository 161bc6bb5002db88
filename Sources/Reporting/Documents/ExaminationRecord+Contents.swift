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

    /// What a grade of assurance means of this evidence: a simulation is pinned by what made it, not by files.
    func words(of assurance: Assurance) -> String {
        society != nil && assurance == .sampled ? "simulated worlds that anyone can run again" : assurance.words
    }

    /// The analysis that a finding comes from.
    func analysis(_ id: String?) -> AnalysisResult? { analyses.first { $0.id == id } }

    /// The analysis whose figure a cell shows: the longest id that its source begins with.
    func analysis(of cell: CellResult) -> AnalysisResult? {
        analyses.filter { cell.source.hasPrefix($0.id + ".") }.max { $0.id.count < $1.id.count }
    }
}
