// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// Whether the followers of an author are shown the author, and which authors fall far behind the others.
public struct ReachParity: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "reach-parity",
        version: "1.0.0",
        family: .association,
        summary:
            "How many of an author's followers are shown the author under the subject, against the reference; and who falls far behind.",
        formula:
            "q_a = (followers shown a post of a + ½) / (followers with a session + 1) in each arm; ratio = geometric mean of q_R / q_C; "
            + "flagged: ln(q_R/q_C) in the lowest quantile and q-value ≤ level, against authors with about as many followers",
        unit: "ratio",
        range: "0 … ∞, 1 is parity; flagged 0 … 1",
        denominator:
            "authors with at least one follower who had a session in each arm; sessions while a post was eligible where candidates "
            + "carry author and time",
        source:
            "distribution over matched authors as empirical null (Efron 2004), false discovery rate by Benjamini and Hochberg 1995",
        needs: [.arm, .viewer, .author, .follows],
        uses: [.time, .candidates],
        parameters: [
            .init("quantile", "only authors below this quantile of the distribution are flagged; default 0.05"),
            .init("level", "false discovery rate; default 0.05"),
            .init(
                "window",
                "hours for which a post is eligible; default 24; used where candidates carry author and time"
            ),
        ],
        figures: ["ratio", "flagged", "reach/subject", "reach/reference"]
    )

    private let lowest: Double
    private let level: Double
    private let window: Double

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        lowest = try parameters.number("quantile", default: 0.05, in: 0...1, of: Self.card)
        level = try parameters.number("level", default: 0.05, in: 0...1, of: Self.card)
        window = try parameters.number("window", default: 24, in: 0...1e6, of: Self.card) * 3_600
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let author = sample.author, sample.viewer != nil, sample.arm != nil, let follows = sample.follows else {
            throw MeasureError(Self.card.name, "needs the roles arm, viewer and author, and follows")
        }
        guard sample.unit == author || sample.unit.codes == author.codes else {
            throw MeasureError(
                Self.card.name,
                "compares authors with each other, so the author is what is resampled: declare it as unit"
            )
        }
        let sessions = await FollowerSessions(for: sample).absorbing(sample, threads: inference.threads)
        let posts = Self.posts(sample)
        let reach = (0..<2).map { arm in
            sessions.reach(follows, author.names.count, arm: Int8(arm), posts: posts, window: window)
        }
        let authors = (0..<author.names.count).filter { reach[0][$0].followers > 0 && reach[1][$0].followers > 0 }
        guard !authors.isEmpty else {
            throw MeasureError(Self.card.name, "no author has followers with a session in both arms")
        }
        func logarithms(_ arm: Int) -> [Double] {
            var values = Array(repeating: Double.nan, count: author.names.count)
            for one in authors { values[one] = ElementaryFunctions.log(reach[arm][one].smoothed) }
            return values
        }
        let values = UnitValues(
            reference: logarithms(0),
            subject: logarithms(1),
            names: author.names,
            unitName: sample.unitName
        )
        let means = await inference.means(values, key: "reach", unit: "share of followers")
        var reading = Reading(
            figures: zip(means.figures, ["ratio", "reach/subject", "reach/reference"]).map {
                Self.exponential($0, key: $1)
            },
            denominators: [
                .init("authors", Double(authors.count)),
                .init("follow relations", Double(follows.viewer.count)),
            ],
            notes: means.notes,
            exhibits: means.exhibits.map(Self.exponential),
            clusters: authors.count
        )
        let differences = authors.map { values.subject[$0] - values.reference[$0] }
        let flags = FlaggedAuthors(
            differences,
            followers: authors.map { reach[0][$0].followers },
            quantile: lowest,
            level: level
        )
        reading.figures.insert(
            Figure(key: "flagged", value: Double(flags.places.count) / Double(authors.count), unit: "share of authors"),
            at: 1
        )
        if !flags.places.isEmpty {
            reading.exhibits.append(
                .clusters(
                    unit: "flagged author (reach ratio)",
                    values: flags.places.prefix(40).map {
                        .init(name: author.names[Int32(authors[$0])], value: ElementaryFunctions.exp(differences[$0]))
                    }
                )
            )
        }
        if posts == nil {
            reading.notes.append("a follower counts with any session: candidates with author and time are not given")
        }
        return reading
    }

    private static func exponential(_ figure: Figure, key: String) -> Figure {
        var result = figure
        result.key = key
        result.unit = key == "ratio" ? "ratio" : figure.unit
        result.value = figure.value.map { ElementaryFunctions.exp($0) }
        result.uncertainty = figure.uncertainty.map {
            Uncertainty(
                lower: ElementaryFunctions.exp($0.lower),
                upper: ElementaryFunctions.exp($0.upper),
                lowerLimit: ElementaryFunctions.exp($0.lowerLimit),
                upperLimit: ElementaryFunctions.exp($0.upperLimit),
                method: $0.method
            )
        }
        return result
    }

    /// Differences of logarithms shown as ratios.
    private static func exponential(_ exhibit: Exhibit) -> Exhibit {
        guard case .clusters(let unit, let values) = exhibit else { return exhibit }
        return .clusters(
            unit: "\(unit) (reach ratio)",
            values: values.map { .init(name: $0.name, value: ElementaryFunctions.exp($0.value)) }
        )
    }

    /// When each author published.
    private static func posts(_ sample: Sample) -> [[Double]]? {
        guard let candidates = sample.candidates, let times = candidates.time, let authors = candidates.author,
            sample.time != nil,
            let count = sample.author?.names.count
        else { return nil }
        var posts = Array(repeating: [Double](), count: count)
        for (author, time) in zip(authors, times) where author >= 0 && !time.isNaN { posts[Int(author)].append(time) }
        return posts
    }
}
