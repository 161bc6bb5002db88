// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Who follows whom: compressed rows that all arms share, and the rows that an arm has changed.
struct FollowGraph: Sendable {
    /// Where the row of a person begins; one entry more than people.
    private var start: [Int32] = [0]
    /// Followed accounts at the start, row after row.
    private var targets: [Int32] = []
    /// Accounts that a person can follow beyond those of the start.
    private let spare: Int
    /// For each person the number of the row that replaces the first one, or −1; empty while nothing has changed.
    private var replaced: [Int32] = []
    private var rows: [[Int32]] = []
    /// How many follow an account.
    private(set) var followers: [Int32]

    /// Heavy-tailed in the number of followers, and homophilous by circle; nobody follows an account that has not begun.
    init(_ population: Population, _ settings: SocietySettings, _ draws: Draws) {
        spare = 6
        followers = Array(repeating: 0, count: population.count)
        let all = Choice(population, settings, draws, circle: nil)
        let circles = (0..<max(1, settings.circles)).map {
            Choice(population, settings, draws, circle: UInt8($0))
        }
        start.reserveCapacity(population.count + 1)
        // The mean of a log-normal number is its median times e^(σ²/2).
        let mean =
            Float(settings.follows) * SingleFunctions.exp(Float(settings.followsSpread * settings.followsSpread) / 2)
        targets.reserveCapacity(Int(Float(population.count) * mean))
        var row: [Int32] = []
        for person in 0..<Int32(population.count) {
            let words = draws.words(.follow, person)
            let median = Float(settings.follows) * SingleFunctions.exp(words.normal * Float(settings.followsSpread))
            let wanted = min(Int(median.rounded()), max(1, population.count / 4))
            row.removeAll(keepingCapacity: true)
            for attempt in 0..<Int32(wanted * 2) where row.count < wanted {
                let draw = draws.words(.follow, person, attempt + 1)
                let own = circles[Int(population.circle[Int(person)])]
                let choice = draw.x.unit < Float(settings.homophily) && own.count > 1 ? own : all
                let target = choice.pick(draw.y)
                if target != person, target >= 0, !row.contains(target) { row.append(target) }
            }
            targets.append(contentsOf: row)
            start.append(Int32(targets.count))
            for target in row { followers[Int(target)] += 1 }
        }
    }

    /// Rows that are given, without room for more.
    init(rows: [[Int32]]) {
        spare = 0
        followers = Array(repeating: 0, count: rows.count)
        for row in rows {
            targets.append(contentsOf: row)
            start.append(Int32(targets.count))
            for target in row { followers[Int(target)] += 1 }
        }
    }

    /// The same network with more people, who follow without being counted among the followers of anybody.
    func adding(readers rows: [[Int32]]) -> FollowGraph {
        var graph = self
        for row in rows {
            graph.targets.append(contentsOf: row)
            graph.start.append(Int32(graph.targets.count))
            graph.followers.append(0)
        }
        return graph
    }

    /// Whom a person follows.
    @inline(__always)
    func followed(by person: Int) -> ArraySlice<Int32> {
        if !replaced.isEmpty, replaced[person] >= 0 { return rows[Int(replaced[person])][...] }
        return targets[Int(start[person])..<Int(start[person + 1])]
    }

    /// How many accounts a person follows.
    @inline(__always)
    func degree(of person: Int) -> Int { followed(by: person).count }

    /// Whether a person follows an account.
    @inline(__always)
    func follows(_ person: Int, _ account: Int32) -> Bool {
        if !replaced.isEmpty, replaced[person] >= 0 { return rows[Int(replaced[person])].contains(account) }
        for place in Int(start[person])..<Int(start[person + 1]) where targets[place] == account { return true }
        return false
    }

    /// Begins to follow, where there is room; whoever has none left gives up the oldest.
    mutating func follow(_ person: Int, _ account: Int32) {
        guard !follows(person, account), account != Int32(person) else { return }
        let room = Int(start[person + 1] - start[person]) + spare
        guard room > 0 else { return }
        let row = own(person)
        if rows[row].count == room { followers[Int(rows[row].removeFirst())] -= 1 }
        rows[row].append(account)
        followers[Int(account)] += 1
    }

    /// Stops following.
    mutating func unfollow(_ person: Int, _ account: Int32) {
        guard follows(person, account) else { return }
        let row = own(person)
        rows[row].removeAll { $0 == account }
        followers[Int(account)] -= 1
    }

    /// The number of the changed row of a person, which is made where there is none.
    private mutating func own(_ person: Int) -> Int {
        if replaced.isEmpty { replaced = Array(repeating: -1, count: followers.count) }
        if replaced[person] < 0 {
            let row = Array(followed(by: person))
            replaced[person] = Int32(rows.count)
            rows.append(row)
        }
        return Int(replaced[person])
    }

    /// Follow relations in all.
    var edgeCount: Int { followers.indices.reduce(0) { $0 + degree(of: $1) } }

    /// Feeds what it holds into a digest.
    func fold(into hash: inout WorldHash) {
        for person in followers.indices {
            for target in followed(by: person) { hash.add(UInt64(UInt32(bitPattern: target))) }
        }
    }

    /// Accounts to choose from, each with a weight.
    private struct Choice {
        private var accounts: [Int32] = []
        private var sums: [Float] = []
        var count: Int { accounts.count }

        init(_ population: Population, _ settings: SocietySettings, _ draws: Draws, circle: UInt8?) {
            var sum: Float = 0
            for person in 0..<population.count {
                if population.joined[person] > 0 { continue }
                if let circle, population.circle[person] != circle { continue }
                // Pareto with exponent γ: u^(−1/(γ−1)); who posts more is found more easily.
                let u = draws.words(.follow, Int32(person), -1).x.positiveUnit
                let weight = SingleFunctions.exp(
                    -SingleFunctions.log(u) / Float(settings.attractiveness - 1)
                )
                sum += min(weight, 1_000)
                accounts.append(Int32(person))
                sums.append(sum)
            }
        }

        /// The account at a place of the cumulated weights; −1 where there is none.
        func pick(_ word: UInt32) -> Int32 {
            guard let last = sums.last else { return -1 }
            let aim = word.unit * last
            var (low, high) = (0, sums.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if sums[middle] > aim { high = middle } else { low = middle + 1 }
            }
            return accounts[low]
        }
    }
}
