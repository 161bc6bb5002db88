// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much there is of everything: plain counts, for a recording whose size is itself a published figure.
public struct Volume: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "volume",
        version: "1.0.0",
        family: .integrity,
        summary:
            "How many impressions, viewers, items, authors and pages a recording has, and how often an item comes again.",
        formula:
            "distinct names among the rows; repeats = 1 − distinct (viewer, item) / rows of known viewer and item",
        unit: "count",
        range: "0 … ∞; repeats 0 … 1",
        denominator: "the rows of the analysis",
        source: "counting",
        needs: [],
        uses: [.viewer, .item, .author, .page, .part, .stratum, .count],
        figures: [
            "impressions", "viewers", "items", "authors", "pages", "repeats", "mostRepeated", "impressions/<part>",
            "impressions/<stratum>", "pages/size/<items>",
        ]
    )

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) { try parameters.allowOnly(Self.card) }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        let counts = await VolumeCounts(for: sample).absorbing(sample, threads: inference.threads)
        func figure(_ key: String, _ value: Double, _ unit: String = "count") -> Figure {
            Figure(key: key, value: value, unit: unit)
        }
        var figures = [figure("impressions", counts.rows.totals[0])]
        for (key, column) in [
            ("viewers", sample.viewer), ("items", sample.item), ("authors", sample.author), ("pages", sample.page),
        ] {
            if let column { figures.append(figure(key, Double(Self.distinct(column)))) }
        }
        if let viewer = sample.viewer, let item = sample.item {
            let (pairs, rows, most) = Self.repeats(viewer, item)
            if rows > 0 {
                figures.append(figure("repeats", 1 - Double(pairs) / Double(rows), "share"))
                figures.append(figure("mostRepeated", Double(most)))
            }
        }
        for (name, value) in counts.named(sample) { figures.append(figure("impressions/\(name)", value)) }
        if let page = sample.page {
            var sizes = Array(repeating: 0, count: page.names.count)
            for code in page.codes where code >= 0 { sizes[Int(code)] += 1 }
            let bySize = Dictionary(sizes.map { ($0, 1) }, uniquingKeysWith: +)
            for size in bySize.keys.sorted() where size > 0 && bySize.count <= 100 {
                figures.append(figure("pages/size/\(size)", Double(bySize[size] ?? 0)))
            }
        }
        return Reading(figures: figures, denominators: [], clusters: sample.unit.names.count)
    }

    private static func distinct(_ column: Categorical) -> Int {
        var isSeen = Array(repeating: false, count: column.names.count)
        for code in column.codes where code >= 0 { isSeen[Int(code)] = true }
        return isSeen.count { $0 }
    }

    private static func repeats(_ viewer: Categorical, _ item: Categorical) -> (pairs: Int, rows: Int, most: Int) {
        var keys: [UInt64] = []
        for (left, right) in zip(viewer.codes, item.codes) where left >= 0 && right >= 0 {
            keys.append(UInt64(UInt32(left)) << 32 | UInt64(UInt32(right)))
        }
        keys.sort()
        var (pairs, most, run) = (0, 0, 0)
        for index in keys.indices {
            run = index > 0 && keys[index] == keys[index - 1] ? run + 1 : 1
            if run == 1 { pairs += 1 }
            most = max(most, run)
        }
        return (pairs, keys.count, most)
    }
}

/// Impressions in all, in each part and in each stratum.
private struct VolumeCounts: Accumulator {
    private(set) var rows: ExactSums
    private var parts: ExactSums
    private var strata: ExactSums

    init(for sample: Sample) {
        rows = ExactSums(rowCount: 1, width: 1)
        parts = ExactSums(rowCount: sample.part?.partCount ?? 0, width: 1)
        strata = ExactSums(rowCount: sample.stratum?.names.count ?? 0, width: 1)
    }

    mutating func absorb(_ sample: Sample, _ range: Range<Int>) {
        for row in range {
            let count = sample.count?[row] ?? 1
            rows.add(count, row: 0, column: 0)
            if let part = sample.part {
                for member in part.range(ofRow: row) { parts.add(count, row: Int(part.members[member]), column: 0) }
            }
            if let stratum = sample.stratum?.codes[row], stratum >= 0 {
                strata.add(count, row: Int(stratum), column: 0)
            }
        }
    }

    mutating func merge(_ other: VolumeCounts) {
        rows.merge(other.rows)
        parts.merge(other.parts)
        strata.merge(other.strata)
    }

    func named(_ sample: Sample) -> [(String, Double)] {
        (sample.part?.partNames ?? []).enumerated().map { ($1, parts[$0, 0]) }
            + (sample.stratum?.names.list ?? []).enumerated().map { ($1, strata[$0, 0]) }
    }
}
