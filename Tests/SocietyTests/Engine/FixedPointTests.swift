// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@testable import Society

/// Friedkin and Johnsen through the whole engine: posting, candidates, ranking, noticing, moving, settling.
@Suite("Exact opinion dynamics", .tags(.law))
struct FixedPointTests {
    private static let block = 100

    @Test("opinions end at (I + L)⁻¹s where everybody reads every neighbour once a step")
    func fixedPoint() async {
        let neighbours = Self.twoBlocks(inside: 0.3, across: 0.02)
        let people = neighbours.count
        let degree = neighbours.map(\.count).max() ?? 0
        // The largest step that is stable, in the precision that susceptibility has.
        let weight = Double(1 / Float(1 + 2 * degree))
        var settings = SocietySettings()
        (settings.people, settings.steps, settings.panel, settings.window) = (people, 500, 1, 1)
        (settings.circles, settings.places, settings.associations, settings.issues) = (1, 0, 0, 1)
        // Everybody posts once a step, exactly what they think, and nobody passes anything on.
        (settings.busyShare, settings.visibleShare, settings.silentVisibility, settings.newcomers) = (0, 0, 0, 0)
        (settings.quietPosts, settings.quietSpread) = (Double(30 * settings.slotsPerDay), 0)
        (settings.supply, settings.supplyStep, settings.stanceSpread) = (.endogenous, 0, 0)
        // Everybody reads all of it: as many sessions as steps, each long enough, nothing missed, nothing left out as known.
        settings.sessionsPerDay = Double(settings.slotsPerDay)
        (settings.scroll, settings.scrollCap, settings.noticed, settings.memory) = (Double(degree), degree, 1, 0)
        (settings.candidates, settings.inNetworkCandidates, settings.unfollowRate) = (degree, degree, 0)
        // Everybody is kin, and every look is long: the weight is κ.
        (settings.susceptibility, settings.susceptibilitySpread, settings.lingerAfter) = (weight, 0, 1e-6)
        settings.kernel = OpinionKernel(rule: .fj, pull: weight)
        let made = World(settings, seed: 1, number: 0)
        var population = made.population
        let innate: [Double] = (0..<people).map { $0 < Self.block ? 1 : -1 }
        population.innate = innate.map { SIMD4(Float($0), 0, 0, 0) }
        let world = World(settings, seed: 1, number: 0, made.draws, population, FollowGraph(rows: neighbours))
        let habits = await Habits(fittedTo: settings, seed: 1)
        let run = await run(Followed(), in: world, habits)
        let noticed = run.totals.map(\.noticed)
        #expect(noticed == Array(repeating: Int64(neighbours.reduce(0) { $0 + $1.count }), count: 500))
        let exact = Self.solve(neighbours, innate)
        let error = zip(run.opinions, exact).map { ($0[0] - $1).magnitude }.max() ?? 1
        #expect(error < 1e-10, "\(error)")
        // The identity of Chitra and Musco: P + D = s̃ᵀ(I + L)⁻¹s̃.
        let mean = innate.reduce(0, +) / Double(people)
        let solved = Self.solve(neighbours, innate.map { $0 - mean })
        let product = zip(innate, solved).reduce(0) { $0 + ($1.0 - mean) * $1.1 }
        let z = run.opinions.map { $0[0] }
        let centre = z.reduce(0, +) / Double(people)
        let polarisation = z.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        var disagreement = 0.0
        for (person, row) in neighbours.enumerated() {
            for other in row where Int(other) > person {
                disagreement += (z[person] - z[Int(other)]) * (z[person] - z[Int(other)])
            }
        }
        #expect((polarisation + disagreement - product).magnitude < 1e-8)
        // Sampled graphs lie a little above the expected one, whose P is 8 and D is 32.
        #expect((6...12.6).contains(polarisation) && (28.3...37.9).contains(disagreement))
    }

    /// Two blocks, symmetric links.
    private static func twoBlocks(inside: Double, across: Double) -> [[Int32]] {
        var draws = TestSupport.Draws(seed: 12)
        var rows: [[Int32]] = Array(repeating: [], count: 2 * block)
        for one in 0..<2 * block {
            for other in 0..<one where draws.chance(one / block == other / block ? inside : across) {
                rows[one].append(Int32(other))
                rows[other].append(Int32(one))
            }
        }
        return rows
    }

    /// (I + L)⁻¹s by elimination; the matrix is dominated by its diagonal.
    private static func solve(_ neighbours: [[Int32]], _ innate: [Double]) -> [Double] {
        let count = innate.count
        var matrix = (0..<count).map { row -> [Double] in
            var entries = Array(repeating: 0.0, count: count + 1)
            entries[row] = 1 + Double(neighbours[row].count)
            for other in neighbours[row] { entries[Int(other)] -= 1 }
            entries[count] = innate[row]
            return entries
        }
        for pivot in 0..<count {
            for row in pivot + 1..<max(pivot + 1, count) where matrix[row][pivot] != 0 {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in pivot...count { matrix[row][column] -= factor * matrix[pivot][column] }
            }
        }
        var solution = Array(repeating: 0.0, count: count)
        for row in (0..<count).reversed() {
            var value = matrix[row][count]
            for column in row + 1..<max(row + 1, count) { value -= matrix[row][column] * solution[column] }
            solution[row] = value / matrix[row][row]
        }
        return solution
    }
}
