// SPDX-License-Identifier: Apache-2.0
import Rankers
import TestSupport
import Testing

@Suite("Diversity") struct DiversityTests {
    @Test("keeps both constraints wherever they can be kept", .tags(.law)) func constraints() {
        for seed in 1...30 {
            var request = Requests.drawn(seed: seed)
            request.length = 30
            let places = Diversity(seed: 1).places(request).map { Int($0) }
            for start in 0...20 {
                let authors = places[start..<start + 10].map { request.candidates.author[$0] }
                for author in Set(authors) { #expect(authors.count { $0 == author } <= 2) }
            }
            // Eight places, of about 24 candidates that are out of network.
            for place in stride(from: 2, to: 24, by: 3) { #expect(!request.candidates.inNetwork[places[place]]) }
        }
    }

    @Test("gives a constraint up where nothing meets it, and shows all the same") func impossible() {
        var request = Requests.drawn(seed: 1)
        request.length = 60
        request.candidates.author = Array(repeating: 4, count: 60)
        request.candidates.inNetwork = Array(repeating: true, count: 60)
        let places = Diversity(seed: 1).places(request)
        #expect(Set(places).count == 60)
        #expect(places == Engagement(seed: 1).places(request))
    }
}
