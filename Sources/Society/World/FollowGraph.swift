// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Who follows whom: compressed rows with room for a few more in each.
struct FollowGraph: Sendable {
    /// Places beyond the accounts that a person follows at the start.
    private static let spare = 6

    /// Where the row of a person begins; one entry more than people.
    private var start: [Int32] = [0]
    /// How much of the row is in use.
    private var degree: [Int32] = []
    /// Followed accounts, row after row.
    private var targets: [Int32] = []
    /// How many follow an account.
    private(set) var followers: [Int32]

    /// Heavy-tailed in the number of followers, and homophilous by circle; nobody follows an account that has not begun.
    init(_ population: Population, _ settings: SocietySettings, _ draws: Draws) {
        followers = Array(repeating: 0, count: population.count)
        let all = Choice(population, settings, draws, circle: nil)
        let circles = (0..<max(1, settings.circles)).map {
            Choice(population, settings, draws, circle: UInt8($0))
        }
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
            targets.append(contentsOf: repeatElement(-1, count: Self.spare))
            degree.append(Int32(row.count))
            start.append(Int32(targets.count))
            for target in row { followers[Int(target)] += 1 }
        }
    }

    /// Rows that are given, without room for more.
    init(rows: [[Int32]]) {
        followers = Array(repeating: 0, count: rows.count)
        for row in rows {
            targets.append(contentsOf: row)
            degree.append(Int32(row.count))
            start.append(Int32(targets.count))
            for target in row { followers[Int(target)] += 1 }
        }
    }

    /// The same network with more people, who follow without being counted among the followers of anybody.
    func adding(readers rows: [[Int32]]) -> FollowGraph {
        var graph = self
        for row in rows {
            graph.targets.append(contentsOf: row)
            graph.degree.append(Int32(row.count))
            graph.start.append(Int32(graph.targets.count))
            graph.followers.append(0)
        }
        return graph
    }

    /// Whom a person follows.
    @inline(__always)
    func followed(by person: Int) -> ArraySlice<Int32> {
        targets[Int(start[person])..<Int(start[person]) + Int(degree[person])]
    }

    /// How many accounts a person follows.
    @inline(__always)
    func degree(of person: Int) -> Int { Int(degree[person]) }

    /// An account that a person follows, by its place in the row.
    @inline(__always)
    func target(_ person: Int, _ place: Int) -> Int32 { targets[Int(start[person]) + place] }

    /// Whether a person follows an account.
    @inline(__always)
    func follows(_ person: Int, _ account: Int32) -> Bool {
        for place in 0..<Int(degree[person]) where target(person, place) == account { return true }
        return false
    }

    /// Begins to follow, where there is room; whoever has none left gives up the oldest.
    mutating func follow(_ person: Int, _ account: Int32) {
        guard !follows(person, account), account != Int32(person) else { return }
        let room = Int(start[person + 1] - start[person])
        guard room > 0 else { return }
        if Int(degree[person]) == room {
            followers[Int(target(person, 0))] -= 1
            for place in 1..<room { targets[Int(start[person]) + place - 1] = target(person, place) }
            degree[person] -= 1
        }
        targets[Int(start[person]) + Int(degree[person])] = account
        degree[person] += 1
        followers[Int(account)] += 1
    }

    /// Stops following.
    mutating func unfollow(_ person: Int, _ account: Int32) {
        for place in 0..<Int(degree[person]) where target(person, place) == account {
            for later in place + 1..<max(place + 1, Int(degree[person])) {
                targets[Int(start[person]) + later - 1] = target(person, later)
            }
            degree[person] -= 1
            followers[Int(account)] -= 1
            return
        }
    }

    /// Follow relations in all.
    var edgeCount: Int { degree.reduce(0) { $0 + Int($1) } }

    /// Feeds what it holds into a digest.
    func fold(into hash: inout WorldHash) {
        for person in degree.indices {
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
