// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// What the same sessions would have shown newest-first: the chronological counterfactual of a feed with known candidates.
public struct NewestFirst: Measure {
    /// What the measure is.
    public static let card = MeasureCard(
        name: "newest-first",
        version: "1.0.0",
        family: .voice,
        summary:
            "How much of what was published a viewer meets in the feed, and would have met had each session shown the newest items.",
        formula:
            "a session ends where the gap to the next impression exceeds the gap; its n distinct items are replaced by the n newest "
            + "candidates published before it began; reach = distinct items over all sessions / candidates, mean over viewers",
        unit: "share of candidates",
        range: "0 … 1; ratio 0 … ∞",
        denominator: "candidates: all items that could have been shown; viewers count equally",
        source: "replay of a feed as reverse-chronological; data of Web Foundation with tracking.exposed, 2018",
        needs: [.viewer, .item, .time, .candidates],
        parameters: [.init("gap", "seconds without impressions after which a new session begins; default 300")],
        figures: [
            "ratio", "ratio/listed", "reach/feed", "reach/newestFirst", "reach/difference", "reach/feed/listed",
            "sessions/<viewer>",
            "items/<viewer>/feed",
            "items/<viewer>/newestFirst",
        ]
    )

    private let gap: Double

    /// Makes the measure from the parameters of an analysis.
    ///
    /// - Parameter parameters: Those of its card.
    /// - Throws: `MeasureError` for an unknown parameter or a value outside its domain.
    public init(_ parameters: Parameters) throws(MeasureError) {
        try parameters.allowOnly(Self.card)
        gap = try parameters.number("gap", default: 300, in: 0...1e9, of: Self.card)
    }

    /// What one viewer met.
    private struct Met {
        var viewer: Int
        var sessions = 0
        var feed = 0
        var newestFirst = 0
    }

    /// Reads a sample.
    ///
    /// - Parameters:
    ///   - sample: Rows with the columns that the card needs.
    ///   - inference: How clusters become intervals.
    /// - Returns: Figures with intervals, denominators, notes and what to draw.
    /// - Throws: `MeasureError` where the sample lacks a column or holds values outside their domain.
    public func read(_ sample: Sample, _ inference: Inference) async throws(MeasureError) -> Reading {
        guard let viewer = sample.viewer, sample.item != nil, sample.time != nil, let candidates = sample.candidates,
            let published = candidates.time
        else { throw MeasureError(Self.card.name, "needs the roles viewer, item and time, and candidates with a time") }
        let seen = await TimedItems(for: sample).absorbing(sample, threads: inference.threads)
        let times = published.filter { !$0.isNaN }.sorted()
        let met = viewer.names.list.indices.map { meet($0, seen.rows(of: $0), times) }.filter { $0.sessions > 0 }
        guard !times.isEmpty, !met.isEmpty else {
            throw MeasureError(Self.card.name, "no viewer has impressions with a time")
        }
        let all = Double(times.count)
        let values = { (value: (Met) -> Double) in
            var list = Array(repeating: Double.nan, count: viewer.names.count)
            for one in met { list[one.viewer] = value(one) }
            return list
        }
        let units = UnitValues(
            reference: values { Double($0.newestFirst) / all },
            subject: values { Double($0.feed) / all },
            names: viewer.names,
            unitName: "viewer"
        )
        let means = await inference.means(units, key: "reach", unit: "share of candidates")
        let (feed, newest) = (means.figures[1], means.figures[2])
        var reading = Reading(
            figures: [],
            denominators: [.init("candidates", all), .init("viewers", Double(met.count))],
            clusters: met.count
        )
        reading.figures = [
            await ratio(met, inference), renamed(feed, "reach/feed"), renamed(newest, "reach/newestFirst"),
            means.figures[0],
        ]
        if let outreach = candidates.outreach, let newest = newest.value {
            let listed = Double(outreach.reduce(0) { $0 + max(0, $1) }) / Double(met.count) / all
            reading.figures.append(Figure(key: "reach/feed/listed", value: listed, unit: "share of candidates"))
            reading.figures.append(Figure(key: "ratio/listed", value: listed / newest, unit: "ratio"))
            reading.notes.append("listed: only items of the list of candidates count as met in the feed")
        }
        reading.notes += means.notes
        reading.exhibits = means.exhibits
        if met.count <= Inference.showEveryViewer {
            for one in met {
                let name = viewer.names[Int32(one.viewer)]
                reading.figures += [
                    Figure(key: "sessions/\(name)", value: Double(one.sessions), unit: "sessions"),
                    Figure(key: "items/\(name)/feed", value: Double(one.feed), unit: "items"),
                    Figure(key: "items/\(name)/newestFirst", value: Double(one.newestFirst), unit: "items"),
                ]
            }
        }
        return reading
    }

    /// The reach of the feed over that of newest first, viewers being what is drawn.
    private func ratio(_ met: [Met], _ inference: Inference) async -> Figure {
        var sums = ClusterSums(clusterCount: met.count, width: 2)
        for (row, one) in met.enumerated() {
            sums[row, 0] = Double(one.feed)
            sums[row, 1] = Double(one.newestFirst)
        }
        let subject = TotalsSubject(sums, strata: nil, figureCount: 1) { totals, figures in
            figures[0] = (totals[0] / totals[1]).logarithms
        }
        let figures = await inference.figures(of: subject, [.init("ratio", unit: "ratio", logScale: true)])
        return figures[0]
    }

    private func renamed(_ figure: Figure, _ key: String) -> Figure {
        var figure = figure
        figure.key = key
        return figure
    }

    /// Replays the sessions of one viewer.
    ///
    /// Because items are taken newest first, those met form ranges of the sorted times.
    private func meet(_ viewer: Int, _ rows: [TimedItems.Row], _ published: [Double]) -> Met {
        var met = Met(viewer: viewer)
        var inFeed: Set<Int32> = []
        var isMet = Array(repeating: false, count: published.count)
        var start = 0
        while start < rows.count {
            var end = start + 1
            while end < rows.count, rows[end].time - rows[end - 1].time <= gap { end += 1 }
            met.sessions += 1
            let items = Set(rows[start..<end].map(\.item))
            inFeed.formUnion(items)
            let available = Self.count(of: published, upTo: rows[start].time)
            for index in max(0, available - items.count)..<available { isMet[index] = true }
            start = end
        }
        met.feed = inFeed.count
        met.newestFirst = isMet.count { $0 }
        return met
    }

    /// How many ascending values are at most `limit`.
    private static func count(of values: [Double], upTo limit: Double) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] <= limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// When each viewer saw which item.
private struct TimedItems: Accumulator {
    struct Row: Sendable {
        var time: Double
        var item: Int32
    }

    private var byViewer: [[Row]]

    init(for sample: Sample) { byViewer = Array(repeating: [], count: sample.viewer?.names.count ?? 0) }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let viewers = sample.viewer?.codes, let items = sample.item?.codes, let times = sample.time else {
            return
        }
        for row in rows where viewers[row] >= 0 && items[row] >= 0 && !times[row].isNaN {
            byViewer[Int(viewers[row])].append(Row(time: times[row], item: items[row]))
        }
    }

    mutating func merge(_ other: TimedItems) {
        for viewer in byViewer.indices { byViewer[viewer] += other.byViewer[viewer] }
    }

    /// The impressions of a viewer by time.
    func rows(of viewer: Int) -> [Row] { byViewer[viewer].sorted { ($0.time, $0.item) < ($1.time, $1.item) } }
}
