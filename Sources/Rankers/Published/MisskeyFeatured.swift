// SPDX-License-Identifier: Apache-2.0

/// Featured notes of Misskey: reactions within windows of three days.
///
/// The only published formula here that needs to remember: counters of the society do not say when they grew.
public struct MisskeyFeatured: ScoringRanker {
    /// What it is.
    public static let card = RankerCard(
        name: "misskey-featured",
        summary: "Reactions within three days: the mean of this window and the last, if there were some in both.",
        formula:
            "mean of the counters of the current and the previous window if it is in both, else the one it has; windows of 3 d",
        source: "misskey packages/backend/src/core/FeaturedService.ts",
        leavesOut:
            "Reactions are the likes that people gave. Windows count from the start of the society, without the gap at New Year. That "
            + "only notes younger than three days are counted, public and no replies, is left out.",
        learns: true
    )
    /// What it is.
    public var card: RankerCard { Self.card }

    private struct Counter: Sendable {
        var window: Int32 = -1
        var current: Int32 = 0
        var previous: Int32 = 0
    }
    private var counters = GrowingColumn(Counter())

    /// A ranker that has seen nothing.
    public init() {}

    /// The value of the item in the window of the request.
    public func score(_ place: Int, in request: RankingRequest) -> Double {
        let counter = counters[request.candidates.item[place]]
        switch Self.window(request.now) - counter.window {
        case 0: return Self.value(current: Double(counter.current), previous: Double(counter.previous))
        case 1: return Double(counter.current)
        default: return 0
        }
    }

    /// Counts likes in their windows.
    public mutating func learn(from impressions: [Feedback]) {
        for impression in impressions where impression.actions.contains(.like) {
            counters.change(impression.item) { counter in
                let window = Self.window(impression.time)
                if window != counter.window {
                    counter.previous = window == counter.window + 1 ? counter.current : 0
                    counter.current = 0
                    counter.window = window
                }
                counter.current += 1
            }
        }
    }

    /// The published formula.
    ///
    /// - Parameters:
    ///   - current: The counter of the current window, 0 if it is not in it.
    ///   - previous: That of the previous one.
    /// - Returns: The value of a note.
    public static func value(current: Double, previous: Double) -> Double {
        current > 0 && previous > 0 ? (current + previous) / 2 : max(current, previous)
    }

    private static func window(_ time: Double) -> Int32 { Int32(max(0, min(time / 259_200, 1e9))) }
}
