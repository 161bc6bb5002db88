// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much of what was published reaches anybody.
public struct Coverage: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "coverage",
        version: "1.0.0",
        family: .voice,
        summary: "How much of what was published was shown to anybody, and to how many viewers.",
        formula:
            "shown = candidates shown to at least one viewer / candidates; perViewer = mean distinct candidates a viewer saw; oneIn = "
            + "candidates / perViewer",
        unit: "share (counts: items)",
        range: "0 … 1",
        denominator: "candidates: all items that could have been shown",
        source:
            "Web Foundation with tracking.exposed, 2018; catalogue coverage of recommender systems, with the cut-off stated",
        needs: [.viewer, .item, .candidates],
        uses: [.slot],
        parameters: [.init("depth", "only places 1 … depth count; 0 (default): all")],
        figures: ["shown", "perViewer", "oneIn", "candidates", "shownCount", "viewers", "outreach/<viewers>"]
    )

    private let depth: Int

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        depth = Int(try parameters.number("depth", default: 0, in: 0...1e9, of: Self.card))
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let viewer = sample.viewer, let item = sample.item, let candidates = sample.candidates else {
            throw MeasureError(Self.card.name, "needs the roles viewer and item, and candidates")
        }
        if depth > 0, sample.slot == nil { throw MeasureError(Self.card.name, "depth needs the role slot") }
        let counts = await ViewedItems(for: sample, depth: depth).absorbing(sample, threads: inference.threads)
        let viewers = counts.viewerCount
        let outreach = depth == 0 ? candidates.outreach : nil
        let byItem = counts.viewersOfItem(item)
        let reached = candidates.item.codes.indices.map { row -> Int in
            if let outreach { return max(0, Int(outreach[row])) }
            return candidates.item[row].flatMap { item.names.code(of: $0) }.map { byItem[Int($0)] } ?? 0
        }
        let all = reached.count
        let shown = reached.count { $0 > 0 }
        let perViewer = Double(reached.reduce(0, +)) / Double(max(viewers, 1))
        var figures = [
            Figure(key: "shown", value: all > 0 ? Double(shown) / Double(all) : nil, unit: "share"),
            Figure(key: "perViewer", value: perViewer, unit: "items"),
            Figure(key: "oneIn", value: perViewer > 0 ? Double(all) / perViewer : nil, unit: "items"),
            Figure(key: "candidates", value: Double(all), unit: "items"),
            Figure(key: "shownCount", value: Double(shown), unit: "items"),
            Figure(key: "viewers", value: Double(viewers), unit: "viewers"),
        ]
        let byOutreach = Dictionary(reached.map { ($0, 1) }, uniquingKeysWith: +)
        for number in byOutreach.keys.sorted() where byOutreach.count <= 100 {
            figures.append(Figure(key: "outreach/\(number)", value: Double(byOutreach[number] ?? 0), unit: "items"))
        }
        var reading = Reading(
            figures: figures,
            denominators: [.init("candidates", Double(all)), .init("viewers", Double(viewers))],
            clusters: sample.unit.names.count
        )
        if outreach != nil {
            reading.notes.append("how many viewers an item reached is what the recording itself says")
        }
        reading.notes.append(
            "a count of the whole set of candidates by these viewers: there is no sampling, so no interval"
        )
        if viewer.names.count <= Inference.showEveryViewer {
            reading.exhibits.append(
                .clusters(
                    unit: "viewer",
                    values: counts.itemsOfViewer(viewer).map { .init(name: $0.0, value: Double($0.1)) }
                )
            )
        }
        return reading
    }
}

/// Which viewer saw which item at all.
private struct ViewedItems: Accumulator {
    private var seen = DistinctPairs()
    private let depth: Int32

    init(for sample: Sample, depth: Int) { self.depth = Int32(clamping: depth) }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let viewers = sample.viewer?.codes, let items = sample.item?.codes else { return }
        for row in rows where viewers[row] >= 0 && items[row] >= 0 {
            if depth > 0, let slot = sample.slot, slot[row] > depth { continue }
            seen.append(viewers[row], items[row])
        }
        seen.compact()
    }

    mutating func merge(_ other: ViewedItems) { seen.merge(other.seen) }

    var viewerCount: Int { Set(seen.pairs.map(\.left)).count }

    func viewersOfItem(_ item: Categorical) -> [Int] {
        var counts = Array(repeating: 0, count: item.names.count)
        for pair in seen.pairs { counts[pair.right] += 1 }
        return counts
    }

    func itemsOfViewer(_ viewer: Categorical) -> [(String, Int)] {
        var counts = Array(repeating: 0, count: viewer.names.count)
        for pair in seen.pairs { counts[pair.left] += 1 }
        return counts.enumerated().map { (viewer.names[Int32($0)], $1) }.filter { $0.1 > 0 }
    }
}
