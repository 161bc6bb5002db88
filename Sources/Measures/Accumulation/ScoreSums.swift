// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// Scores of each unit and arm, a row that stands for several counted as often.
struct ScoreSums: Accumulator {
    /// One row a unit; for each arm, the reference first, Σ score and Σ count.
    private(set) var table: ExactSums

    init(for sample: Sample) {
        table = ExactSums(rowCount: sample.unit.names.count, width: sample.arm == nil ? 2 : 4)
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let scores = sample.score else { return }
        for row in rows {
            let (unit, arm) = (Int(sample.unit.codes[row]), Int(sample.arm?[row] ?? 0))
            guard unit >= 0, arm >= 0, !scores[row].isNaN else { continue }
            let count = sample.count?[row] ?? 1
            table.add(scores[row] * count, row: unit, column: arm * 2)
            table.add(count, row: unit, column: arm * 2 + 1)
        }
    }

    mutating func merge(_ other: ScoreSums) { table.merge(other.table) }
}

extension Sample {
    /// The largest score, times what its row counts, that sums over all rows of a recording can hold.
    private static let largestTerm = 1e12

    /// The scores, where all that are there can be summed and lie in a range; rows without one are left out of what is counted.
    ///
    /// - Parameters:
    ///   - range: What a score can be.
    ///   - what: What a score is, for the message.
    ///   - card: Who refuses.
    /// - Returns: The scores of all rows.
    /// - Throws: `MeasureError` that says which score does not fit.
    func scores(in range: ClosedRange<Double>, _ what: String, for card: MeasureCard) throws(MeasureError) -> [Double] {
        guard let scores = score else { throw MeasureError(card.name, "needs the role score (\(what))") }
        for (row, score) in scores.enumerated() where !score.isNaN {
            guard range.contains(score) else {
                let bounds =
                    range.upperBound.isFinite
                    ? "from \(range.lowerBound) to \(range.upperBound)" : "\(range.lowerBound) or more"
                throw MeasureError(card.name, "a score is \(what) and must be \(bounds); found \(score)")
            }
            guard (score * (count?[row] ?? 1)).magnitude <= Self.largestTerm else {
                throw MeasureError(card.name, "a score, times its count, must lie within 10^12; found \(score)")
            }
        }
        return scores
    }

    /// Rows that have no score, in words, where there are any.
    var notesOnMissingScores: [String] {
        let missing = score?.count { $0.isNaN } ?? 0
        return missing == 0 ? [] : ["\(missing) rows have no score and are left out"]
    }
}

extension Inference {
    /// What a measure says that is the mean score of each unit, compared between arms within units.
    ///
    /// The value of a unit is the mean over its rows, so that a unit with many people counts as much as one with few.
    ///
    /// - Parameters:
    ///   - sample: Rows with scores that were found to be good.
    ///   - key: The key of the figures, as in `means(_:key:unit:scale:scaledUnit:)`.
    ///   - unit: The unit of a score.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    func scoreMeans(_ sample: Sample, key: String, unit: String) async -> Reading {
        let sums = await ScoreSums(for: sample).absorbing(sample, threads: threads).table
        let means = await means(UnitValues(ratiosOf: sums, sample), key: key, unit: unit)
        let totals = sums.totals
        return Reading(
            figures: means.figures,
            denominators: [.init("units", Double(means.clusters))]
                + sample.armLabels.enumerated().map { .init("rows" + $1, totals[$0 * 2 + 1]) },
            notes: means.notes + sample.notesOnMissingScores,
            exhibits: means.exhibits,
            clusters: means.clusters
        )
    }
}
