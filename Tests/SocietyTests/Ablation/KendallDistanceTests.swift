// SPDX-License-Identifier: Apache-2.0
import Society
import TestSupport
import Testing

@Suite("Kendall distance of lists", .tags(.byHand))
struct KendallDistanceTests {
    @Test(
        "distances by hand",
        arguments: [
            ([], [], 0), ([1], [1], 0), ([1, 2, 3], [1, 2, 3], 0), ([1, 2, 3], [3, 2, 1], 1),
            ([1, 2, 3], [2, 1, 3], 1.0 / 3),
            // 1 before 2 in one list only; 3 left out by one.
            ([1, 2, 3], [2, 1], 1.0 / 3), ([1], [2], 1),
            // Pairs 12: told by one list (½); 34: likewise; the other four are opposed.
            ([1, 2], [3, 4], 5.0 / 6),
        ] as [([Int], [Int], Double)]
    )
    func distance(first: [Int], second: [Int], expected: Double) {
        #expect((KendallDistance.between(first, second) - expected).magnitude < 1e-15)
        #expect((KendallDistance.between(second, first) - expected).magnitude < 1e-15)
    }
}
