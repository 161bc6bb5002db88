// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How different the lists of different viewers are, beyond what repeats of one viewer differ by anyway.
public struct Personalisation: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "personalisation",
        version: "1.0.0",
        family: .encounter,
        summary:
            "How different the lists of two viewers on the same occasion are, minus what two repeats of one viewer (twins) differ by.",
        formula:
            "personalisation = mean similarity of twins − mean similarity of other pairs, on the same occasion (stratum); similarity: "
            + "Jaccard |A∩B| / |A∪B|, or rank-biased overlap",
        unit: "share of items",
        range: "−1 … 1; similarities 0 … 1",
        denominator: "pairs of viewers on one occasion of one arm; a viewer counts one list an occasion",
        source:
            "twin accounts as noise control: Hannak et al., WWW 2013; rank-biased overlap: Webber, Moffat, Zobel, TOIS 2010",
        needs: [.viewer, .item],
        uses: [.stratum, .twin, .readerPart, .slot, .arm],
        parameters: [
            .init("similarity", "jaccard (default) or rbo"),
            .init("p", "persistence of rbo, above 0 and below 1; default 0.9"),
            .init("complete", "true: only occasions that every viewer has; default false"),
        ],
        figures: [
            "personalisation", "similarity/twins", "similarity/others", "similarity/within", "similarity/across",
            "similarity/within/<part>", "pair/<viewer>/<viewer>",
        ]
    )

    private enum Similarity: String, CaseIterable {
        case jaccard, rbo
    }

    private let similarity: ListSimilarity
    private let isComplete: Bool

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        let p = try parameters.number("p", default: 0.9, in: 1e-6...0.999_999, of: Self.card)
        let kind: Similarity = try parameters.choice("similarity", default: .jaccard, of: Self.card)
        similarity = kind == .jaccard ? .jaccard : .rankBiasedOverlap(p)
        isComplete = try parameters.flag("complete", default: false, of: Self.card)
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let viewer = sample.viewer, sample.item != nil else {
            throw MeasureError(Self.card.name, "needs the roles viewer and item")
        }
        if similarity != .jaccard, sample.slot == nil {
            throw MeasureError(Self.card.name, "similarity rbo needs the role slot")
        }
        if let readers = sample.readerPart,
            let row = readers.entities.indices.first(where: { readers.range(ofRow: $0).count > 1 })
        {
            throw MeasureError(
                Self.card.name,
                "a pair lies within one part or across parts, so a reader belongs to one part; row \(row + 1) has several"
            )
        }
        let lists = await ShownLists(for: sample).absorbing(sample, threads: inference.threads)
        let pairs = ListPairs(lists, sample, similarity, isComplete: isComplete)
        guard !pairs.list.isEmpty else {
            throw MeasureError(Self.card.name, "no two viewers have a list on the same occasion")
        }
        let hasTwins = pairs.list.contains { $0.relation == .twins }
        let subject = PairSubject(
            pairs: pairs.list,
            unitCount: sample.unit.names.count,
            parts: sample.readerPart?.partNames ?? []
        )
        var reading = Reading(
            figures: await inference.figures(
                of: subject,
                subject.keys.map { .init($0, unit: "share of items", range: $0 == "personalisation" ? -1...1 : 0...1) }
            ),
            denominators: [],
            clusters: sample.unit.names.count
        )
        if !hasTwins {
            reading.figures.insert(
                Figure(
                    key: "personalisation",
                    value: nil,
                    unit: "share of items",
                    note:
                        "there are no twins: without repeats under one condition, personalisation cannot be told from noise"
                ),
                at: 0
            )
        }
        reading.denominators = [
            .init("pairs of twins", Double(pairs.list.count { $0.relation == .twins })),
            .init("other pairs", Double(pairs.list.count { $0.relation != .twins })),
            .init("occasions", Double(pairs.occasions)),
        ]
        addPairs(pairs, viewer, to: &reading)
        return reading
    }

    /// With few viewers every pair of them is shown.
    private func addPairs(_ pairs: ListPairs, _ viewer: Categorical, to reading: inout Reading) {
        guard viewer.names.count <= Inference.showEveryViewer else { return }
        var sums: [UInt64: (sum: Double, count: Double)] = [:]
        for pair in pairs.list {
            let key = UInt64(UInt32(min(pair.left, pair.right))) << 32 | UInt64(UInt32(max(pair.left, pair.right)))
            let before = sums[key] ?? (0, 0)
            sums[key] = (before.sum + pair.similarity, before.count + 1)
        }
        let names = sums.map { key, sum -> (String, Double) in
            let pair = [viewer.names[Int32(key >> 32)], viewer.names[Int32(key & 0xFFFF_FFFF)]].sorted()
            return (pair.joined(separator: "/"), sum.sum / sum.count)
        }.sorted { $0.0 < $1.0 }
        for (name, value) in names {
            reading.figures.append(Figure(key: "pair/\(name)", value: value, unit: "share of items"))
        }
        reading.exhibits.append(
            .clusters(
                unit: "pair",
                values: names.map { .init(name: $0.0.split(separator: "/").joined(separator: " – "), value: $0.1) }
            )
        )
    }
}
