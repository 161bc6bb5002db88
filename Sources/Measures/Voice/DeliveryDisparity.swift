// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// To whom the same advertisement, with the same target, is delivered.
public struct DeliveryDisparity: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "delivery-disparity",
        version: "1.0.0",
        family: .voice,
        summary:
            "The share of an item's impressions that goes to each part of readers, per market and pooled, and its distance from all items.",
        formula:
            "share = impressions to part g / impressions to all parts; disparity = share of the item − share over all items (pooled)",
        unit: "share",
        range: "0 … 1; disparities −1 … 1",
        denominator: "impressions of the item to readers of a known part",
        source: "Ali et al., CSCW 2019; AlgorithmWatch 2020",
        needs: [.item, .readerPart],
        uses: [.stratum, .count],
        figures: ["largest", "share/<part>/<item>", "share/<part>/<item>/<market>", "disparity/<part>/<item>"]
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
        guard let item = sample.item, let part = sample.readerPart else {
            throw MeasureError(Self.card.name, "needs the roles item and readerPart")
        }
        let counts = await DeliveryCounts(for: sample, item, part).absorbing(sample, threads: inference.threads)
        let width = part.partCount
        let items = item.names.count
        let sums = counts.units.clusterSums
        let furthest = counts.furthest
        let subject = TotalsSubject(sums, strata: nil, figureCount: 2 + 2 * items * width) { totals, figures in
            var largest = SIMD16<Double>(repeating: -1)
            let whole = (0..<items * width).reduce(SIMD16<Double>()) { $0 + totals[$1] }
            for index in 0..<width {
                let baseline = (0..<items).reduce(SIMD16<Double>()) { $0 + totals[$1 * width + index] } / whole
                for one in 0..<items {
                    let all = (0..<width).reduce(SIMD16<Double>()) { $0 + totals[one * width + $1] }
                    let share = totals[one * width + index] / all
                    let place = 2 + 2 * (one * width + index)
                    figures[place] = share
                    figures[place + 1] = share - baseline
                    for lane in 0..<16 { largest[lane] = max(largest[lane], (share - baseline)[lane].magnitude) }
                }
            }
            figures[0] = largest.mapped { $0 < 0 ? .nan : $0 }
            figures[1] = figures[3 + 2 * furthest.place] * furthest.sign
        }
        var quantities: [Inference.Quantity] = [
            .init(
                "largest",
                unit: "share",
                extreme: .init(
                    .largest,
                    component: 1,
                    comparisons: 2 * items * width,
                    candidates: Inference.Extreme.Candidate.bothSigns((0..<items * width).map { 3 + 2 * $0 })
                ),
                range: 0...1
            ),
            .component,
        ]
        for name in item.names.list {
            for partName in part.partNames {
                quantities += [
                    .init("share/\(partName)/\(name)", unit: "share", range: 0...1),
                    .init("disparity/\(partName)/\(name)", unit: "share", range: -1...1),
                ]
            }
        }
        var reading = Reading(
            figures: await inference.figures(of: subject, quantities),
            denominators: [],
            clusters: sums.clusterCount
        )
        if sample.stratum != nil { reading.figures += counts.cells(sample, item, part, inference.confidence) }
        let totals = sums.totals()
        for (one, name) in item.names.list.enumerated() {
            reading.denominators.append(
                .init("impressions of \(name)", (0..<width).reduce(0) { $0 + totals[one * width + $1] })
            )
        }
        if sums.clusterCount <= Inference.showEveryCluster {
            reading.notes.append(
                "\(sums.clusterCount) markets (\(sample.unitName)): every one is shown, pooled figures have neither interval nor p-value"
            )
            reading.exhibits.append(.clusters(unit: "cell", values: counts.clusterValues(sample, item, part)))
        }
        return reading
    }
}

/// Impressions of each item to each part of readers, in each unit and in each market.
private struct DeliveryCounts: Accumulator {
    /// One row a unit; item after item the impressions to each part.
    private(set) var units: ExactSums
    private var markets: ExactSums
    private let part: Partition

    init(for sample: Sample, _ item: Categorical, _ part: Partition) {
        self.part = part
        units = ExactSums(rowCount: sample.unit.names.count, width: item.names.count * part.partCount)
        markets = ExactSums(rowCount: sample.stratum?.names.count ?? 0, width: item.names.count * part.partCount)
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let items = sample.item?.codes else { return }
        for row in rows where items[row] >= 0 && sample.unit.codes[row] >= 0 {
            let count = sample.count?[row] ?? 1
            for member in part.range(ofRow: row) {
                let column = Int(items[row]) * part.partCount + Int(part.members[member])
                units.add(count, row: Int(sample.unit.codes[row]), column: column)
                if let market = sample.stratum?.codes[row], market >= 0 {
                    markets.add(count, row: Int(market), column: column)
                }
            }
        }
    }

    mutating func merge(_ other: DeliveryCounts) {
        units.merge(other.units)
        markets.merge(other.markets)
    }

    /// The item and part whose pooled share lies furthest from that of all items, and on which side.
    var furthest: (place: Int, sign: Double) {
        let totals = units.totals
        let whole = totals.reduce(0, +)
        let distances = totals.indices.map { place -> Double in
            let (item, index) = (place / part.partCount, place % part.partCount)
            let all = (0..<part.partCount).reduce(0) { $0 + totals[item * part.partCount + $1] }
            let baseline =
                stride(from: index, to: totals.count, by: part.partCount).reduce(0) { $0 + totals[$1] } / whole
            return totals[place] / all - baseline
        }
        let tied = Ties.places(of: distances.map(\.magnitude), largest: true)
        guard let place = tied.count < 2 ? tied.first : first(tied) else { return (0, 1) }
        return (place, distances[place] < 0 ? -1 : 1)
    }

    /// Of places that are tied the one whose counts come first: its own, those of its item, those of its part.
    private func first(_ tied: [Int]) -> Int? {
        let all = units.clusterSums
        var counts = ClusterSums(clusterCount: all.clusterCount, width: 3 * tied.count)
        for unit in 0..<all.clusterCount {
            for (index, place) in tied.enumerated() {
                let (item, one) = (place / part.partCount, place % part.partCount)
                let parts = item * part.partCount..<(item + 1) * part.partCount
                let items = stride(from: one, to: all.width, by: part.partCount)
                counts[unit, 3 * index] = all[unit, place]
                counts[unit, 3 * index + 1] = parts.reduce(0) { $0 + all[unit, $1] }
                counts[unit, 3 * index + 2] = items.reduce(0) { $0 + all[unit, $1] }
            }
        }
        return Ties.first(Array(tied.indices), counts) { [3 * $0, 3 * $0 + 1, 3 * $0 + 2] }.map { tied[$0] }
    }

    private func total(_ item: Int, _ market: Int) -> Double {
        (0..<part.partCount).reduce(0) { $0 + markets[market, item * part.partCount + $1] }
    }

    /// The share of every item in every market, with Wilson's interval.
    func cells(_ sample: Sample, _ item: Categorical, _ part: Partition, _ confidence: Double) -> [Figure] {
        var figures: [Figure] = []
        for (market, marketName) in (sample.stratum?.names.list ?? []).enumerated() {
            for (one, name) in item.names.list.enumerated() {
                let all = total(one, market)
                guard all > 0 else { continue }
                for (index, partName) in part.partNames.enumerated() {
                    let count = markets[market, one * part.partCount + index]
                    var figure = Figure(
                        key: "share/\(partName)/\(name)/\(marketName)",
                        value: count / all,
                        unit: "share"
                    )
                    if let wilson = WilsonInterval.interval(successes: count, trials: all, confidence: confidence) {
                        figure.uncertainty = Uncertainty(
                            lower: wilson.lower,
                            upper: wilson.upper,
                            lowerLimit: wilson.lowerLimit,
                            upperLimit: wilson.upperLimit,
                            method: "Wilson: sampling error only, impressions taken as independent"
                        )
                    }
                    figures.append(figure)
                }
            }
        }
        return figures
    }

    func clusterValues(_ sample: Sample, _ item: Categorical, _ part: Partition) -> [Exhibit.ClusterValue] {
        guard let partName = part.partNames.first else { return [] }
        return item.names.list.enumerated().flatMap { one, name in
            (sample.stratum?.names.list ?? []).enumerated().compactMap { market, marketName in
                let all = total(one, market)
                return all > 0
                    ? .init(
                        name: "\(name), \(marketName): \(partName)",
                        value: markets[market, one * part.partCount] / all
                    ) : nil
            }
        }
    }
}
