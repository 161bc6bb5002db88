// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

/// C7: what a card says it reads changes some answer, and nothing else does.
@Suite("Counters that matter") struct CounterTests {
    private enum Column: String, CaseIterable {
        case age, views, likes, replies, reposts, hides, followers, community, interactions, author, network, groups
    }

    /// Columns in the formula of every ranker, by hand.
    private static let read: [String: Set<Column>] = [
        "chronological": [.age], "random": [], "popularity": [.views, .likes, .replies, .reposts],
        "most-liked": [.likes], "stated-preference": [],
        "engagement": [.age, .views, .likes, .replies, .reposts, .author, .community],
        "diversity": [.age, .views, .likes, .replies, .reposts, .author, .community, .network], "bridging": [.author],
        "hn-front": [.age, .likes, .hides, .replies], "hn-simple": [.age, .likes, .hides],
        "reddit-hot": [.age, .likes, .hides], "reddit-controversial": [.likes, .hides],
        "reddit-confidence": [.likes, .hides], "lemmy-hot": [.age, .likes, .hides],
        "lemmy-scaled": [.age, .likes, .hides, .community, .interactions],
        "lobsters-hot": [.age, .likes, .hides, .replies], "mastodon-trends": [.age, .likes, .reposts],
        "discourse-hot": [.age, .likes, .replies], "misskey-featured": [], "digest-simple": [.likes, .reposts],
        "linkgnome": [.age, .likes, .reposts], "x-2023": [.author],
        "x-2026": [.author, .followers, .views, .network],
    ]

    @Test("every counter in a formula matters, and no other", .tags(.law), arguments: RankerCatalogue.names)
    func columns(name: String) throws {
        let read = try #require(Self.read[name], "a new ranker has to say here what it reads")
        var ranker = try RankerCatalogue.make(name, seed: 3)
        for step in 0..<4 { ranker.learn(from: Requests.feedback(seed: 100 + step)) }
        for column in Column.allCases {
            let changed = (1...12).contains { seed in
                var request = Requests.drawn(seed: seed)
                request.length = 60
                let order = ranker.places(request)
                Self.change(column, &request)
                // Ties go to the newest: what only breaks ties does not count as read.
                return ranker.places(request) != order && (column != .age || Self.scoresChanged(ranker, seed))
            }
            #expect(changed == read.contains(column), "\(column)")
        }
    }

    /// Whether a score, or the order where there are none, depends on the age.
    private static func scoresChanged(_ ranker: any Ranker, _ seed: Int) -> Bool {
        var request = Requests.drawn(seed: seed)
        var (before, after) = (RankingAnswer(), RankingAnswer())
        ranker.rank(request, into: &before)
        change(.age, &request)
        ranker.rank(request, into: &after)
        return before.scores.isEmpty || before.scores != after.scores
    }

    private static func change(_ column: Column, _ request: inout RankingRequest) {
        let count = request.candidates.count
        let turned = { (values: [Int32]) in Array(values[7...] + values[..<7]) }
        switch column {
        case .age: request.candidates.created = (0..<count).map { request.candidates.created[($0 + 23) % count] }
        case .views: request.candidates.views = turned(request.candidates.views)
        case .likes: request.candidates.likes = turned(request.candidates.likes)
        case .replies: request.candidates.replies = turned(request.candidates.replies)
        case .reposts: request.candidates.reposts = turned(request.candidates.reposts)
        case .hides: request.candidates.hides = turned(request.candidates.hides)
        case .followers: request.candidates.authorFollowers = turned(request.candidates.authorFollowers)
        case .community: request.candidates.community = turned(request.candidates.community)
        case .interactions: request.communityInteractions = request.communityInteractions.map { $0 * $0 % 701 }
        case .author: request.candidates.author = turned(request.candidates.author)
        case .network: request.candidates.inNetwork = request.candidates.inNetwork.map { !$0 }
        case .groups: request.candidates.authorGroups = request.candidates.authorGroups.map { ~$0 }
        }
    }
}
