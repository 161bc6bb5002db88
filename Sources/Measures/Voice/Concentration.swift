// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much of all exposure goes to few authors.
public struct Concentration: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "concentration",
        version: "1.0.0",
        family: .voice,
        summary: "How much of all exposure goes to few authors.",
        formula: "topShare = impressions of the largest round(X·S) authors / all; gini = Σ(2i − n − 1)·x₍ᵢ₎ / (n·Σx); "
            + "evenness = H / ln S with H = −Σ p ln p; atkinson = 1 − (mean((x/μ)^(1−ε)))^(1/(1−ε))",
        unit: "share (entropy in nats)",
        range: "0 … 1; a difference −1 … 1; entropy 0 … ln S",
        denominator:
            "all exposure of the arm; S is the eligible authors, zero exposure included, where a population is named and no part, else "
            + "the authors that were shown, in the arm or in either arm as the parameter authors says",
        source: "Lazovich et al., Patterns 2022 (top shares first); Gini, Shannon, Atkinson in their textbook forms",
        needs: [.author],
        uses: [.arm, .part, .slot, .page, .count],
        parameters: [
            .init("top", "X of the largest X % of authors; default 20"),
            .init("rounding", "how X % of S becomes a whole number: nearest (default), down, up"),
            .init("topCount", "authors of topCountShare; default 10"),
            .init("epsilon", "ε of Atkinson's index, above 0; default 0.5"),
            .init(
                "authors",
                "who is S where no population is named: shown (default; each arm its own authors) or either (authors shown in either arm)"
            ),
            .init("figures", "which figures to compute; default all"),
        ] + RankWeight.parameters,
        figures: ConcentrationFigure.allCases.flatMap { figure in
            let name = figure.rawValue
            return [
                name, "\(name)/difference", "\(name)/subject", "\(name)/reference", "\(name)/<part>",
                "\(name)/<part>/difference", "\(name)/<part>/subject", "\(name)/<part>/reference",
            ]
        }
    )

    private enum Authors: String, CaseIterable {
        case shown, either
    }

    private let wanted: [ConcentrationFigure]
    private let choices: ConcentrationFigure.Choices
    private let weight: RankWeight
    private let authors: Authors

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        choices = ConcentrationFigure.Choices(
            topPercent: try parameters.number("top", default: 20, in: 1e-6...100, of: Self.card),
            rounding: try parameters.choice("rounding", default: .nearest, of: Self.card),
            topCount: Int(try parameters.number("topCount", default: 10, in: 1...1e9, of: Self.card)),
            epsilon: try parameters.number("epsilon", default: 0.5, in: 1e-6...100, of: Self.card)
        )
        wanted = try parameters.choices("figures", of: Self.card)
        weight = try RankWeight(parameters, of: Self.card)
        authors = try parameters.choice("authors", default: .shown, of: Self.card)
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let author = sample.author else { throw MeasureError(Self.card.name, "needs the role author") }
        let weights = try weight.weights(of: sample, for: Self.card)
        let cells = Int64(author.names.count) * Int64(sample.part?.partCount ?? 1) * (sample.arm == nil ? 1 : 2)
        guard cells <= Int64(Int32.max) else {
            throw MeasureError(
                Self.card.name,
                "\(author.names.count) authors in so many parts are more than the table can hold"
            )
        }
        let counts = await ExposureCounts(for: sample, part: sample.part, weights: weights)
            .absorbing(sample, threads: inference.threads)
        var exposure = counts.sums()
        let totals = exposure.columnTotals()
        let arms = sample.arm == nil ? 1 : 2
        let eligible = eligibleAuthors(of: sample, totals, arms: arms)
        let numbers = exposure.dropEmptyColumns()
        let subject = ConcentrationSubject(
            exposure: exposure,
            eligible: eligible.enumerated().map { group, authors in
                authors.map { numbers[group * author.names.count + Int($0)] }
            },
            armCount: arms,
            strata: ArmDesign(sample).strata,
            wanted: wanted,
            choices: choices
        )
        let figures = await inference.figures(of: subject, quantities(sample))
        return reading(sample, figures, eligible, totals)
    }

    /// The eligible authors of each group: arm after arm, part after part.
    private func eligibleAuthors(of sample: Sample, _ totals: [Double], arms: Int) -> [[Int32]] {
        let all = sample.author?.names.count ?? 0
        let parts = sample.part?.partCount ?? 1
        if let eligible = sample.eligibleAuthors, sample.part == nil {
            return Array(repeating: (0..<Int32(eligible)).map { $0 }, count: arms)
        }
        func isShown(_ author: Int, _ arm: Int, _ part: Int) -> Bool { totals[(arm * parts + part) * all + author] > 0 }
        return (0..<arms * parts).map { group in
            let (arm, part) = (group / parts, group % parts)
            return (0..<all).filter { author in
                authors == .shown
                    ? isShown(author, arm, part) : (0..<arms).contains { isShown(author, $0, part) }
            }.map { Int32($0) }
        }
    }

    private func quantities(_ sample: Sample) -> [Inference.Quantity] {
        let parts = sample.part?.partNames.map { "/\($0)" } ?? [""]
        return parts.flatMap { part in
            wanted.flatMap { figure in
                (sample.arm == nil ? [""] : ["/difference", "/subject", "/reference"]).map { arm in
                    Inference.Quantity(
                        figure.rawValue + part + arm,
                        unit: figure.unit,
                        range: figure.range(isDifference: arm == "/difference")
                    )
                }
            }
        }
    }

    private func reading(
        _ sample: Sample,
        _ figures: [Figure],
        _ eligible: [[Int32]],
        _ totals: [Double]
    ) -> Reading {
        let parts = sample.part?.partNames ?? [""]
        let arms = sample.arm == nil ? [""] : [sample.armNames.reference, sample.armNames.subject]
        var reading = Reading(figures: figures, denominators: [], clusters: sample.unit.names.count)
        var curves: [Exhibit.Curve] = []
        for (group, authors) in eligible.enumerated() {
            let name = [arms[group / parts.count], parts[group % parts.count]].filter { !$0.isEmpty }.joined(
                separator: ", "
            )
            let label = name.isEmpty ? "" : ", \(name)"
            let first = group * (sample.author?.names.count ?? 0)
            let exposure = authors.map { totals[first + Int($0)] }.sorted()
            reading.denominators.append(.init("S, eligible authors\(label)", Double(authors.count)))
            reading.denominators.append(
                .init(
                    "k, the largest \(Self.plain(choices.topPercent)) %\(label)",
                    Double(choices.size(of: authors.count))
                )
            )
            reading.denominators.append(.init("exposure\(label)", exposure.reduce(0, +)))
            if curves.count < 8 {
                curves.append(.init(name: name.isEmpty ? "authors" : name, points: Self.lorenz(exposure)))
            }
        }
        reading.exhibits = [.lorenz(curves: curves)]
        if sample.eligibleAuthors == nil || sample.part != nil {
            reading.notes.append(
                "only authors that were shown are known: authors without any exposure are not in the denominator"
            )
        }
        reading.notes += weight.notes
        return reading
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    /// The Lorenz curve of ascending exposures at 101 points at most.
    private static func lorenz(_ sorted: [Double]) -> [Exhibit.Point] {
        let total = sorted.reduce(0, +)
        guard total > 0 else { return [] }
        var sums = [0.0]
        for value in sorted { sums.append(sums[sums.count - 1] + value) }
        let steps = min(100, sorted.count)
        return (0...steps).map { step in
            let index = sorted.count * step / steps
            return Exhibit.Point(Double(index) / Double(sorted.count), sums[index] / total)
        }
    }
}
