// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Matrix factorisation of implicit feedback by alternating least squares (Hu, Koren, Volinsky 2008): 20 factors, weight 40, ridge 0.1.
///
/// Refitted after every iteration from the last solution, by two sweeps.
struct FactorConsumption: ConsumptionRanker {
    private static let factors = 20
    private static let weight = 40.0
    private static let ridge = 0.1

    private var persons: [[Double]]
    private var items: [[Double]]

    init(_ world: ConsumptionWorld) {
        let count = ConsumptionWorld.people
        func start(_ row: Int) -> [Double] {
            (0..<Self.factors).map {
                let z = NormalDistribution.quantile(world.draw(.noise, row, $0) + 0x1p-54)
                return 1e-4 * z * z
            }
        }
        persons = (0..<count).map(start)
        items = (0..<ConsumptionWorld.items).map { start(count + $0) }
    }

    var representation: [[Double]]? { persons }

    func scores(person: Int, items count: Int) -> [Double] {
        let row = persons[person]
        return (0..<count).map { ConsumptionWorld.product(row, items[$0]) }
    }

    mutating func learn(_ history: ConsumptionHistory, items released: Int) {
        var consumers = Array(repeating: [Int](), count: released)
        for (person, consumed) in history.consumed.enumerated() {
            for item in consumed { consumers[item].append(person) }
        }
        for _ in 0..<2 {
            Self.fit(&persons, to: items[..<released], links: history.consumed)
            Self.fit(&items, to: persons[...], links: consumers)
        }
    }

    /// For each row the solution of (YᵀY + w·Σ y yᵀ + λI) x = (1 + w)·Σ y over what it is linked to.
    private static func fit(_ rows: inout [[Double]], to others: ArraySlice<[Double]>, links: [[Int]]) {
        var base = Array(repeating: 0.0, count: factors * factors)
        for other in others { add(other, times: 1, to: &base) }
        for index in 0..<factors { base[index * factors + index] += ridge }
        for (row, linked) in links.enumerated() {
            guard !linked.isEmpty else {
                rows[row] = Array(repeating: 0, count: factors)
                continue
            }
            var matrix = base
            var target = Array(repeating: 0.0, count: factors)
            for other in linked {
                add(others[other], times: weight, to: &matrix)
                for index in 0..<factors { target[index] += (1 + weight) * others[other][index] }
            }
            rows[row] = solved(&matrix, target)
        }
    }

    /// Adds to the lower triangle.
    private static func add(_ row: [Double], times weight: Double, to matrix: inout [Double]) {
        for first in 0..<factors where row[first] != 0 {
            let factor = weight * row[first]
            for second in 0...first { matrix[first * factors + second] += factor * row[second] }
        }
    }

    /// By Cholesky's decomposition of the lower triangle.
    private static func solved(_ matrix: inout [Double], _ target: [Double]) -> [Double] {
        var x = target
        for row in 0..<factors {
            for column in 0...row {
                var sum = matrix[row * factors + column]
                for index in 0..<column { sum -= matrix[row * factors + index] * matrix[column * factors + index] }
                let pivot = matrix[column * factors + column]
                matrix[row * factors + column] = row == column ? sum.squareRoot() : sum / pivot
            }
            for column in 0..<row { x[row] -= matrix[row * factors + column] * x[column] }
            x[row] /= matrix[row * factors + row]
        }
        for row in (0..<factors).reversed() {
            for below in row + 1..<factors { x[row] -= matrix[below * factors + row] * x[below] }
            x[row] /= matrix[row * factors + row]
        }
        return x
    }
}
