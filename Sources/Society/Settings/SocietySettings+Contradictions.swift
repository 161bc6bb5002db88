// SPDX-License-Identifier: Apache-2.0

extension SocietySettings {
    /// What cannot be true together, in words; empty where everything fits.
    public var contradictions: [String] {
        var found: [String] = []
        if circles + places + associations > 64 {
            found.append(
                "circles, places and associations are \(circles + places + associations) groups; 64 are the most"
            )
        }
        if inNetworkCandidates > candidates, candidates > 0 {
            found.append(
                "in-network: \(inNetworkCandidates) candidates from followed accounts are more than all \(candidates) candidates"
            )
        }
        if circles > people { found.append("\(circles) circles need at least as many people, not \(people)") }
        if coordinated * 2 > people {
            found.append("\(coordinated) accounts that act together are more than half of the people")
        }
        if sessionsPerDay > Double(slotsPerDay) {
            found.append("a-day: \(sessionsPerDay) sessions a day are more than \(slotsPerDay) slots")
        }
        return found
    }
}
