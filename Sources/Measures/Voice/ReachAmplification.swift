// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// Amplification where viewers were assigned to arms: how many viewers a part reaches in one arm, beside the other.
public struct ReachAmplification: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "reach-amplification",
        version: "1.0.0",
        family: .voice,
        summary:
            "How many more viewers a part reaches in the subject's arm than in the reference arm, viewers being assigned to arms.",
        formula:
            "a_d = (|U_{T,d} ∩ U_R| + 1) / (k·|U_{T,d} ∩ U_C| + 1) − 1, k = |U_R| / |U_C|; mean over strata d (days)",
        unit: "share above parity",
        range: "−1 … ∞, 0 is parity",
        denominator: "viewers of the arm with any impression; one viewer counts once a part and stratum",
        source: "Huszár et al., PNAS 2022",
        needs: [.arm, .viewer, .part],
        uses: [.stratum],
        figures: ["largest", "amplification/<part>", "reach/<part>/subject", "reach/<part>/reference"]
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
        guard let part = sample.part, let viewer = sample.viewer, sample.arm != nil else {
            throw MeasureError(Self.card.name, "needs the roles arm, viewer and part")
        }
        let reached = await ReachedViewers(for: sample, part).absorbing(sample, threads: inference.threads)
        let strataCount = max(1, sample.stratum?.names.count ?? 1)
        let width = 1 + strataCount * part.partCount
        let sums = reached.unitSums(sample, viewer)
        let strata = ArmDesign(sample).strata
        let formula = Self.formula(parts: part.partCount, strata: strataCount)
        let point = BootstrapDraws.point(
            of: TotalsSubject(sums, strata: strata, figureCount: 2 + 3 * part.partCount) { formula($0, &$1, (0, 1)) }
        )
        let distances = (0..<part.partCount).map { point[2 + $0 * 3].magnitude }
        var furthest = (part: 0, sign: 1.0)
        let first = Ties.first(Ties.places(of: distances, largest: true), sums) { index in
            (0..<strataCount).flatMap { stratum -> [Int] in
                let column = 1 + stratum * part.partCount + index
                return [column, width + column]
            }
        }
        if let first { furthest = (first, point[2 + first * 3] < 0 ? -1 : 1) }
        let subject = TotalsSubject(sums, strata: strata, figureCount: 2 + 3 * part.partCount) { [furthest] in
            formula($0, &$1, furthest)
        }
        let above = "share above parity"
        var quantities: [Inference.Quantity] = [
            .init(
                "largest",
                unit: above,
                extreme: .init(
                    .largest,
                    component: 1,
                    comparisons: 2 * part.partCount,
                    candidates: Inference.Extreme.Candidate.bothSigns((0..<part.partCount).map { 2 + $0 * 3 })
                ),
                range: 0...Double.infinity
            ),
            .component,
        ]
        for name in part.partNames {
            quantities += [
                .init("amplification/\(name)", unit: above), .init("reach/\(name)/subject", unit: "share of viewers"),
                .init("reach/\(name)/reference", unit: "share of viewers"),
            ]
        }
        let totals = sums.totals()
        return Reading(
            figures: await inference.figures(of: subject, quantities),
            denominators: [
                .init("viewers, \(sample.armNames.reference)", totals[0]),
                .init("viewers, \(sample.armNames.subject)", totals[width]),
                .init("k", totals[0] > 0 ? totals[width] / totals[0] : .nan), .init("strata", Double(strataCount)),
            ],
            clusters: sums.clusterCount
        )
    }

    /// The largest amplification, that of the part furthest off on the data, then three figures a part.
    private static func formula(
        parts: Int,
        strata: Int
    ) -> @Sendable ([SIMD16<Double>], inout [SIMD16<Double>], (part: Int, sign: Double)) -> Void {
        let width = 1 + strata * parts
        return { totals, figures, furthest in
            let (reference, subject) = (totals[0], totals[width])
            // Without viewers in an arm the smoothed ratio would be 1, which would read as parity.
            let ratio = (subject / reference).mapped { $0 > 0 && $0.isFinite ? $0 : .nan }
            var largest = SIMD16<Double>(repeating: -1)
            for index in 0..<parts {
                var (sum, inSubject, inReference) = (SIMD16<Double>(), SIMD16<Double>(), SIMD16<Double>())
                for stratum in 0..<strata {
                    let column = 1 + stratum * parts + index
                    sum += (totals[width + column] + 1) / (ratio * totals[column] + 1)
                    inSubject += totals[width + column] / subject
                    inReference += totals[column] / reference
                }
                let amplification = sum / Double(strata) - 1
                for lane in 0..<16 { largest[lane] = max(largest[lane], amplification[lane].magnitude) }
                figures[2 + index * 3] = amplification
                figures[3 + index * 3] = inSubject / Double(strata)
                figures[4 + index * 3] = inReference / Double(strata)
            }
            figures[0] = largest.mapped { $0 < 0 ? .nan : $0 }
            if parts > 0 { figures[1] = figures[2 + furthest.part * 3] * furthest.sign }
        }
    }
}

/// Which viewers a part reached in which stratum and arm.
private struct ReachedViewers: Accumulator {
    private let part: Partition
    private let strataCount: Int
    private var reached = DistinctPairs()

    init(for sample: Sample, _ part: Partition) {
        self.part = part
        strataCount = max(1, sample.stratum?.names.count ?? 1)
    }

    private var width: Int { 1 + strataCount * part.partCount }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let viewers = sample.viewer?.codes, let arms = sample.arm else { return }
        for row in rows {
            let stratum = Int(sample.stratum?.codes[row] ?? 0)
            guard viewers[row] >= 0, arms[row] >= 0, stratum >= 0 else { continue }
            let first = Int(arms[row]) * width
            reached.append(viewers[row], Int32(first))
            for member in part.range(ofRow: row) {
                reached.append(viewers[row], Int32(first + 1 + stratum * part.partCount) + part.members[member])
            }
        }
        reached.compact()
    }

    /// A viewer counts once in each cell.
    mutating func merge(_ other: ReachedViewers) { reached.merge(other.reached) }

    /// Distinct viewers in each resampling unit: columns are, for each arm, all viewers and then those of each stratum and part.
    func unitSums(_ sample: Sample, _ viewer: Categorical) -> ClusterSums {
        var unitOfViewer = Array(repeating: Int32(-1), count: viewer.names.count)
        for (code, unit) in zip(viewer.codes, sample.unit.codes) where code >= 0 { unitOfViewer[Int(code)] = unit }
        var sums = ClusterSums(clusterCount: sample.unit.names.count, width: 2 * width)
        for pair in reached.pairs {
            let unit = unitOfViewer[pair.left]
            if unit >= 0 { sums[Int(unit), pair.right] += 1 }
        }
        return sums
    }
}
