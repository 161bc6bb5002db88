// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Where a society's seconds lie in the calendar, for formulas that count from 1970, and the rounding they share.
enum PublishedClock {
    /// 2026-01-05T12:00:00Z: the start of every society, so that a formula gives the same order in every year.
    static let epoch = 1_767_614_400.0

    /// Hours since an item was posted; not negative.
    static func hours(_ place: Int, _ request: RankingRequest) -> Double {
        max(0, request.now - request.candidates.created[place]) / 3_600
    }

    /// Rounds to seven places, as the sources do.
    static func sevenPlaces(_ value: Double) -> Double { (value * 1e7).rounded(.toNearestOrEven) / 1e7 }

    /// The logarithm to base 10.
    static func log10(_ value: Double) -> Double { ElementaryFunctions.log(value) / 2.302585092994046 }

    /// Up votes less down votes.
    static func net(_ place: Int, _ candidates: Candidates) -> Double {
        Double(candidates.likes[place]) - Double(candidates.hides[place])
    }
}
