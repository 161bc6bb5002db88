// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much less variety silent readers are shown than others.
public struct SilentReaderGap: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "silent-reader-gap",
        version: "1.0.0",
        family: .encounter,
        summary:
            "How much less varied what silent readers are shown is than what others are, as a share of the latter, against the reference.",
        formula:
            "gap = (V_others − V_silent) / V_others, V: mean over readers of 1 − Σ_a n_a(n_a − 1) / (n(n − 1)), the probability that two of a "
            + "reader's impressions have different authors; difference = gap_R − gap_C",
        unit: "relative difference",
        range: "−∞ … 1 for a gap, 0 is no gap; differences −∞ … ∞",
        denominator: "readers with at least two impressions, each counted once; a reader is a viewer within a unit",
        source:
            "Simpson 1949, Nature 163, in its form without replacement, which does not grow with the number of impressions",
        needs: [.viewer, .author, .readerPart],
        uses: [.arm, .count],
        parameters: [
            .init(
                "silent",
                "the part of readers without a public act; all other readers of a known part are compared with it; needed"
            )
        ],
        figures: [
            "gap", "gap/difference", "gap/subject", "gap/reference", "variety/others", "variety/silent",
            "variety/others/subject", "variety/silent/subject", "variety/others/reference", "variety/silent/reference",
        ]
    )

    private let silent: String

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        guard let silent = try parameters.texts("silent", of: Self.card).first else {
            throw MeasureError(Self.card.name, "name the part of silent readers: with: {silent: …}")
        }
        self.silent = silent
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let part = sample.readerPart, sample.viewer != nil, sample.author != nil else {
            throw MeasureError(Self.card.name, "needs the roles viewer, author and readerPart")
        }
        guard let code = part.partNames.firstIndex(of: silent) else {
            throw MeasureError(
                Self.card.name,
                "there is no part \"\(silent)\" among \(part.partNames.joined(separator: ", "))"
            )
        }
        if let odd = sample.count?.first(where: { $0 != $0.rounded() }) {
            throw MeasureError(Self.card.name, "pairs of impressions need whole counts; found \(odd)")
        }
        let variety = await ReaderVariety(sample, part, silent: Int32(code), threads: inference.threads)
        let arms = sample.arm == nil ? 1 : 2
        let subject = TotalsSubject(
            variety.sums.clusterSums,
            strata: ArmDesign(sample).strata,
            figureCount: arms == 1 ? 3 : 7
        ) { totals, figures in
            var next = arms == 1 ? 0 : 1
            // The subject is told before the reference.
            for arm in (0..<arms).reversed() {
                let others = totals[arm * 4 + 1] / totals[arm * 4]
                let silent = totals[arm * 4 + 3] / totals[arm * 4 + 2]
                figures[next] = (others - silent) / others
                figures[next + 1] = others
                figures[next + 2] = silent
                next += 3
            }
            if arms == 2 { figures[0] = figures[1] - figures[4] }
        }
        return Reading(
            figures: await inference.figures(of: subject, Self.quantities(arms: arms)),
            denominators: variety.denominators(sample),
            notes: variety.notes(sample),
            clusters: sample.unit.names.count
        )
    }

    private static func quantities(arms: Int) -> [Inference.Quantity] {
        func kind(_ ending: String) -> [Inference.Quantity] {
            [.init("gap\(ending)", unit: "relative difference", range: -Double.infinity...1)]
                + ["others", "silent"].map { .init("variety/\($0)\(ending)", unit: "probability", range: 0...1) }
        }
        return arms == 1
            ? kind("")
            : [.init("gap/difference", unit: "relative difference")] + kind("/subject") + kind("/reference")
    }
}
