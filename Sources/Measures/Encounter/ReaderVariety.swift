// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How varied the authors are that each reader is shown, for silent readers and others.
struct ReaderVariety {
    /// One row a unit; for each arm: others, the sum of their variety, silent readers, the sum of theirs.
    private(set) var sums: ExactSums
    /// Readers of each arm that were shown fewer than two impressions.
    private(set) var fewer: [Int]

    /// What is known of a reader.
    private enum Kind {
        case unknown, silent, other
    }

    init(_ sample: Sample, _ part: Partition, silent: Int32, threads: Int) async {
        let arms = sample.arm == nil ? 1 : 2
        sums = ExactSums(rowCount: sample.unit.names.count, width: 4 * arms)
        fewer = Array(repeating: 0, count: arms)
        let readers = Self.readers(of: sample)
        var byReader = sample
        byReader.unit = readers
        let shown = await ExposureCounts(for: byReader, part: nil, weights: sample.count)
            .absorbing(byReader, threads: threads).sums()
        let authors = Int32(sample.author?.names.count ?? 0)
        let known = Self.known(readers, sample, part, silent)
        for reader in 0..<shown.unitCount where known[reader].kind != .unknown {
            var counts = Array(repeating: (all: 0.0, alike: 0.0), count: arms)
            for cell in shown.offsets[reader]..<shown.offsets[reader + 1] {
                let (arm, count) = (shown.columns[cell] < authors ? 0 : 1, shown.amount(of: cell))
                counts[arm].all += count
                counts[arm].alike += count * (count - 1)
            }
            for (arm, count) in counts.enumerated() where count.all > 0 {
                guard count.all >= 2 else {
                    fewer[arm] += 1
                    continue
                }
                let column = arm * 4 + (known[reader].kind == .silent ? 2 : 0)
                let variety = 1 - count.alike / (count.all * (count.all - 1))
                sums.addOne(row: Int(known[reader].unit), column: column)
                sums.add(variety, row: Int(known[reader].unit), column: column + 1)
            }
        }
    }

    /// Viewers within units: the same name in two simulated worlds is two people.
    private static func readers(of sample: Sample) -> Categorical {
        guard let viewer = sample.viewer else { return sample.unit }
        if viewer.codes == sample.unit.codes { return viewer }
        return Categorical.joined([sample.unit, viewer], with: " · ")
    }

    /// The unit of each reader and whether it is silent: a reader whom any row shows in other parts only is not.
    private static func known(
        _ readers: Categorical,
        _ sample: Sample,
        _ part: Partition,
        _ silent: Int32
    ) -> [(unit: Int32, kind: Kind)] {
        var known = Array(repeating: (unit: Int32(-1), kind: Kind.unknown), count: readers.names.count)
        for row in 0..<sample.rows where readers.codes[row] >= 0 && sample.unit.codes[row] >= 0 {
            let parts = part.range(ofRow: row)
            guard !parts.isEmpty else { continue }
            let reader = Int(readers.codes[row])
            known[reader].unit = sample.unit.codes[row]
            if !part.members[parts].contains(silent) {
                known[reader].kind = .other
            } else if known[reader].kind == .unknown {
                known[reader].kind = .silent
            }
        }
        return known
    }

    func denominators(_ sample: Sample) -> [Reading.Denominator] {
        let totals = sums.totals
        return sample.armLabels.enumerated().flatMap { arm, label in
            [
                Reading.Denominator("readers, others\(label)", totals[arm * 4]),
                .init("readers, silent\(label)", totals[arm * 4 + 2]),
            ]
        }
    }

    func notes(_ sample: Sample) -> [String] {
        zip(fewer, sample.armLabels).filter { $0.0 > 0 }.map { count, label in
            "\(count) readers with fewer than two impressions are left out\(label)"
        }
    }
}
