// SPDX-License-Identifier: Apache-2.0

/// Measures what a ranker showed to frozen people.
struct ShownTraits: Sendable {
    /// Names of what is measured, in order.
    static let names = [
        "share of the quarter of items with the most extreme stance",
        "share of the quarter of items that arouse most",
        "share of items on the other side of the viewer's opinion",
        "share of items of low quality, or that promise more than they hold",
        "share of early places with an item less likely to be opened than half of the candidates",
    ]
    /// Places of a list that are compared: the first page.
    static let page = 10

    private let extreme: Float
    private let arousing: Float

    /// Reads from an inventory where its uppermost quarters begin.
    init(inventory: ArraySlice<Item>) {
        extreme = Self.upperQuarter(inventory.map(\.stance.magnitude))
        arousing = Self.upperQuarter(inventory.map(\.arousal))
    }

    private static func upperQuarter(_ values: [Float]) -> Float {
        values.isEmpty ? 0 : values.sorted()[values.count * 3 / 4]
    }

    /// The shares of everything shown, no number where nothing was, and the first page of every session.
    func showing(_ sessions: [ShownSession], _ items: Items, opinions: [SIMD4<Double>]) -> AblationShowing {
        var counts = [0, 0, 0, 0, 0]
        var (all, early) = (0, 0)
        for session in sessions {
            all += session.items.count
            early += session.early
            counts[4] += session.unlikely
            for number in session.items {
                let item = items.facts[Int(number)]
                if item.stance.magnitude >= extreme { counts[0] += 1 }
                if item.arousal >= arousing { counts[1] += 1 }
                if opinions[Int(session.viewer)][Int(item.issue)] * Double(item.stance) < 0 { counts[2] += 1 }
                if item.isRegretted { counts[3] += 1 }
            }
        }
        let wholes = [all, all, all, all, early]
        return AblationShowing(
            values: zip(counts, wholes).map { Double($0) / Double($1) },
            lists: sessions.map { $0.items.prefix(Self.page).map(Int.init) }
        )
    }
}
