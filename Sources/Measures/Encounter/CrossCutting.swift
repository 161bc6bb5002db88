// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much of what people could see, are shown and choose comes from across the partition, stage by stage.
public struct CrossCutting: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "cross-cutting",
        version: "1.0.0",
        family: .encounter,
        summary:
            "How much comes from across the partition at each stage (available, network, ranked, chosen), and what each stage loses.",
        formula:
            "X_stage = items of none of the reader's parts / items of any part; loss = X_stage / X_stage before; ranker = X_ranked / X_network",
        unit: "share (losses: ratio)",
        range: "0 … 1; ratios 0 … ∞, 1 is no loss",
        denominator: "items of a known part at the stage; every reader counts once (average: impressions pools them)",
        source: "Bakshy, Messing, Adamic, Science 2015",
        needs: [.part, .readerPart, .stratum],
        uses: [.viewer, .count],
        parameters: [
            .init(
                "stages",
                "values of the stratum in the order of the chain; default: available, network, ranked, chosen, as far as they occur"
            ),
            .init("network", "the stage the ranker chooses from; default network"),
            .init("ranked", "the stage the ranker makes; default ranked"),
            .init(
                "average",
                "viewers (default where the role viewer is given): readers count equally; impressions: all are pooled"
            ),
            .init("scale", "shares (default) or ratios: cross / same"),
        ],
        figures: ["ranker", "stage/<stage>", "loss/<stage>"]
    )

    private enum Average: String, CaseIterable {
        case viewers, impressions
    }
    private enum Scale: String, CaseIterable {
        case shares, ratios
    }

    /// The stages of the chain as Bakshy et al.
    ///
    /// have them.
    private static let chain = ["available", "network", "ranked", "chosen"]

    private let stages: [String]
    private let network: String
    private let ranked: String
    private let average: Average
    private let scale: Scale

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        stages = try parameters.texts("stages", of: Self.card)
        network = try parameters.text("network", of: Self.card) ?? "network"
        ranked = try parameters.text("ranked", of: Self.card) ?? "ranked"
        average = try parameters.choice("average", default: .viewers, of: Self.card)
        scale = try parameters.choice("scale", default: .shares, of: Self.card)
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let part = sample.part, let readers = sample.readerPart, let stratum = sample.stratum else {
            throw MeasureError(Self.card.name, "needs the roles part, readerPart and stratum (the stage)")
        }
        let stages = try order(stratum)
        let counts = await StageCounts(for: sample, part, readers, stages.map(\.code)).absorbing(
            sample,
            threads: inference.threads
        )
        let isByViewer = average == .viewers && sample.viewer != nil
        let sums = counts.unitSums(sample, equalReaders: isByViewer)
        let isRatio = scale == .ratios
        let network = stages.firstIndex { $0.name == self.network }
        let ranked = stages.firstIndex { $0.name == self.ranked }
        var quantities = stages.map { Inference.Quantity("stage/\($0.name)", unit: isRatio ? "ratio" : "share") }
        quantities += stages.dropFirst().map { Inference.Quantity("loss/\($0.name)", unit: "ratio", logScale: true) }
        if network != nil, ranked != nil { quantities.insert(.init("ranker", unit: "ratio", logScale: true), at: 0) }
        let count = stages.count
        let subject = TotalsSubject(sums, strata: nil, figureCount: quantities.count) { totals, figures in
            let levels = (0..<count).map { stage -> SIMD16<Double> in
                let (cross, all) = (totals[stage * 2], totals[stage * 2 + 1])
                return isRatio ? cross / (all - cross) : cross / all
            }
            let first = network != nil && ranked != nil ? 1 : 0
            if let network, let ranked { figures[0] = (levels[ranked] / levels[network]).logarithms }
            for stage in 0..<count {
                figures[first + stage] = levels[stage]
                if stage > 0 { figures[first + count + stage - 1] = (levels[stage] / levels[stage - 1]).logarithms }
            }
        }
        let totals = sums.totals()
        var reading = Reading(
            figures: await inference.figures(of: subject, quantities),
            denominators: stages.enumerated().map {
                .init(isByViewer ? "readers at \($1.name)" : "items at \($1.name)", totals[$0 * 2 + 1])
            },
            clusters: sums.clusterCount
        )
        if network == nil || ranked == nil {
            reading.notes.append(
                "the ranker's own part needs the stages \"\(self.network)\" and \"\(self.ranked)\": name yours under network and ranked"
            )
        }
        if !isByViewer { reading.notes.append("all items are pooled: active readers weigh more") }
        return reading
    }

    private func order(_ stratum: Categorical) throws(MeasureError) -> [(name: String, code: Int32)] {
        let names = stages.isEmpty ? Self.chain.filter { stratum.names.code(of: $0) != nil } : stages
        if stages.isEmpty, let odd = stratum.names.list.first(where: { !Self.chain.contains($0) }) {
            throw MeasureError(
                Self.card.name,
                "\"\(odd)\" is no stage of \(Self.chain.joined(separator: ", ")): state your stages in their order"
            )
        }
        var order: [(String, Int32)] = []
        for name in names {
            guard let code = stratum.names.code(of: name) else {
                throw MeasureError(
                    Self.card.name,
                    "no row has the stage \"\(name)\"; there are \(stratum.names.list.joined(separator: ", "))"
                )
            }
            order.append((name, code))
        }
        return order
    }
}

/// Items from across and in all, for each reader (or unit) and stage.
private struct StageCounts: Accumulator {
    private var sums: ExactSums
    private var units: [Int32]
    private let part: Partition
    private let readers: Partition
    private let places: [Int32: Int]

    init(for sample: Sample, _ part: Partition, _ readers: Partition, _ stages: [Int32]) {
        let holders = sample.viewer ?? sample.unit
        sums = ExactSums(rowCount: holders.names.count, width: stages.count * 2)
        units = Array(repeating: -1, count: holders.names.count)
        self.part = part
        self.readers = readers
        places = Dictionary(stages.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let stages = sample.stratum?.codes else { return }
        let holders = (sample.viewer ?? sample.unit).codes
        for row in rows {
            guard holders[row] >= 0, sample.unit.codes[row] >= 0, let stage = places[stages[row]] else { continue }
            let (shown, own) = (part.range(ofRow: row), readers.range(ofRow: row))
            guard !shown.isEmpty, !own.isEmpty else { continue }
            let isCross = !shown.contains { one in
                own.contains { part.partNames[Int(part.members[one])] == readers.partNames[Int(readers.members[$0])] }
            }
            let count = sample.count?[row] ?? 1
            if units[Int(holders[row])] < 0 { units[Int(holders[row])] = sample.unit.codes[row] }
            if isCross { sums.add(count, row: Int(holders[row]), column: stage * 2) }
            sums.add(count, row: Int(holders[row]), column: stage * 2 + 1)
        }
    }

    mutating func merge(_ other: StageCounts) {
        sums.merge(other.sums)
        for index in units.indices where units[index] < 0 { units[index] = other.units[index] }
    }

    func unitSums(_ sample: Sample, equalReaders: Bool) -> ClusterSums {
        var result = ExactSums(rowCount: sample.unit.names.count, width: sums.width)
        for holder in units.indices where units[holder] >= 0 {
            for stage in 0..<sums.width / 2 where sums[holder, stage * 2 + 1] > 0 {
                let (cross, all) = (sums[holder, stage * 2], sums[holder, stage * 2 + 1])
                result.add(equalReaders ? cross / all : cross, row: Int(units[holder]), column: stage * 2)
                result.add(equalReaders ? 1 : all, row: Int(units[holder]), column: stage * 2 + 1)
            }
        }
        return result.clusterSums
    }
}
