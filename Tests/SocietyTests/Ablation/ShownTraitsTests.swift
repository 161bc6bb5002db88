// SPDX-License-Identifier: Apache-2.0
import TestSupport
import Testing

@testable import Society

@Suite("What frozen people are shown", .tags(.byHand))
struct ShownTraitsTests {
    private static func item(stance: Float, arousal: Float, quality: Float = 1, clickbait: Float = 0) -> Item {
        Item(
            groups: 0,
            created: 0,
            author: 0,
            stance: stance,
            appeal: 0,
            arousal: arousal,
            quality: quality,
            clickbait: clickbait,
            issue: 1,
            community: 0,
            circle: 0,
            marks: []
        )
    }

    @Test("shares of impressions, by quarters of the inventory")
    func shares() {
        var items = Items()
        items.facts = [
            Self.item(stance: 0.1, arousal: 0.8), Self.item(stance: -0.9, arousal: 0.1, quality: 0.2),
            Self.item(stance: 0.2, arousal: 0.2, clickbait: 0.7), Self.item(stance: 0.3, arousal: 0.3),
        ]
        let sessions = [
            ShownSession(viewer: 0, items: [1, 0, 2], early: 1, unlikely: 1),
            ShownSession(viewer: 1, items: [1], early: 1, unlikely: 0),
            ShownSession(viewer: 1, items: [], early: 0, unlikely: 0),
        ]
        let opinions = [SIMD4<Double>(-1, 0.5, 0, 0), SIMD4(1, -0.5, 0, 0)]
        let traits = ShownTraits(inventory: items.facts[...])
        let showing = traits.showing(sessions, items, opinions: opinions)
        #expect(showing.values == [0.5, 0.25, 0.25, 0.75, 0.5])
        #expect(showing.lists == [[1, 0, 2], [1], []])
        #expect(traits.showing([], items, opinions: opinions).values.allSatisfy { $0.isNaN })
    }
}
