// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How often people of one part meet authors of the others, compared with proportionate mixing.
public struct Encounter: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "encounter",
        version: "1.0.0",
        family: .encounter,
        summary: "How often readers of one part meet authors of the other parts, compared with proportionate mixing.",
        formula:
            "E_a = Σ_{b≠a} M_ab / (1 − π_a); M_ab: share of the impressions of a reader of part a that part b wrote, averaged over "
            + "readers; π_a: share of part a among authors; who belongs to several parts is shared out among them",
        unit: "ratio to proportionate mixing",
        range: "0 … 1/(1 − π_a), 1 is proportionate mixing",
        denominator:
            "readers of the part with any impression of a known part; every reader counts once, however active; "
            + "for leastRatio, a part whose readers meet nobody else counts as if one did",
        source: "economic connectedness in the form of Chetty et al., Nature 2022, generalised to several parts",
        needs: [.viewer, .part, .readerPart],
        uses: [.arm, .author, .slot, .page, .count],
        parameters: [
            .init(
                "low",
                "with high: the parts of connectedness = M_low,high / 0.5, where parts are halves of an ordered scale"
            ),
            .init("high", "see low"),
        ] + RankWeight.parameters,
        figures: [
            "least", "leastRatio", "encounter/<part>", "encounter/<part>/subject", "encounter/<part>/reference",
            "ratio/<part>",
            "connectedness", "connectedness/subject", "connectedness/reference",
        ],
        contrasts: ["leastRatio"]
    )

    private let weight: RankWeight
    private let low: String?
    private let high: String?

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        weight = try RankWeight(parameters, of: Self.card)
        low = try parameters.text("low", of: Self.card)
        high = try parameters.text("high", of: Self.card)
        if (low == nil) != (high == nil) { throw MeasureError(Self.card.name, "low and high belong together") }
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let part = sample.part, let readers = sample.readerPart, let viewer = sample.viewer else {
            throw MeasureError(Self.card.name, "needs the roles viewer, part and readerPart")
        }
        let table = EncounterTable(readers: readers.partNames, authors: part.partNames)
        let seen = await ReaderExposure(
            for: sample,
            part,
            viewer,
            weights: try weight.weights(of: sample, for: Self.card)
        )
        .absorbing(sample, threads: inference.threads)
        let population = authorShares(sample, part)
        let sums = seen.unitSums(sample, readers)
        let arms = sample.arm == nil ? 1 : 2
        let corner = try corner(table)
        let subject = EncounterSubject(
            sums: sums,
            strata: ArmDesign(sample).strata,
            table: table,
            population: population,
            armCount: arms,
            corner: corner
        )
        let point = EncounterSubject.matrices(of: sums, table, armCount: arms)
        let names = arms == 1 ? ["shown"] : [sample.armNames.reference, sample.armNames.subject]
        var reading = Reading(
            figures: await inference.figures(of: subject, subject.quantities),
            denominators: [],
            notes: weight.notes,
            exhibits: [
                .encounterMatrix(
                    readers: table.readers,
                    authors: table.authors,
                    arms: point.enumerated().map { .init(name: names[$0.offset], values: $0.element) }
                )
            ],
            clusters: sums.clusterCount
        )
        for (index, name) in table.readers.enumerated() {
            reading.denominators.append(.init("readers of \(name)", seen.readerCount(index, readers)))
        }
        for (index, name) in table.authors.enumerated() {
            reading.denominators.append(.init("π of \(name)", population[index]))
        }
        if sample.author == nil {
            reading.notes.append("π is the share of impressions of both arms: the role author is not given")
        }
        return reading
    }

    private func corner(_ table: EncounterTable) throws(MeasureError) -> (reader: Int, author: Int)? {
        guard let low, let high else { return nil }
        guard let reader = table.readers.firstIndex(of: low), let author = table.authors.firstIndex(of: high) else {
            throw MeasureError(Self.card.name, "low must be a part of the readers and high one of the authors")
        }
        return (reader, author)
    }

    /// The share of each part among authors; an author of several parts is shared out among them, as its items are, so that
    /// proportionate mixing is 1 where parts overlap, too.
    private func authorShares(_ sample: Sample, _ part: Partition) -> [Double] {
        var counts = Array(repeating: 0.0, count: part.partCount)
        if let author = sample.author {
            counts = AuthorParts(author, part).shares
        } else {
            for row in 0..<sample.rows {
                let parts = part.range(ofRow: row)
                let weight = (sample.count?[row] ?? 1) / Double(max(parts.count, 1))
                for member in parts { counts[Int(part.members[member])] += weight }
            }
        }
        let total = counts.reduce(0, +)
        return counts.map { total > 0 ? $0 / total : .nan }
    }
}

/// The parts of readers and authors.
struct EncounterTable: Sendable {
    let readers: [String]
    let authors: [String]

    /// The part of authors with the name of a part of readers.
    func own(_ reader: Int) -> Int? { authors.firstIndex(of: readers[reader]) }
}
