// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// One way to say how unequally exposure is shared among authors.
///
/// Sources: top shares and share equivalent, Lazovich et al., Patterns 2022; Gini, Atkinson and entropy in their textbook forms.
enum ConcentrationFigure: String, Sendable, CaseIterable {
    /// Exposure of the largest X % of authors, divided by all.
    case topShare
    /// Exposure of a fixed number of largest authors, divided by all.
    case topCountShare
    case gini
    /// H / ln S: 1 where all authors have the same.
    case evenness
    /// H = −Σ p ln p in nats.
    case entropy
    case atkinson
    /// The share of authors, from the bottom, who together have as much as the top 1 %.
    case equivalent

    /// What the number counts.
    var unit: String { self == .entropy ? "nats" : "share" }

    /// What values there can be.
    func range(isDifference: Bool) -> ClosedRange<Double> {
        let most = self == .entropy ? Double.infinity : 1
        return (isDifference ? -most : 0)...most
    }

    /// Choices that some figures need.
    struct Choices: Sendable {
        /// X of the largest X %.
        var topPercent: Double
        /// How X % of S authors becomes a whole number.
        var rounding: Rounding
        /// Authors of `topCountShare`.
        var topCount: Int
        /// ε of Atkinson's index.
        var epsilon: Double

        /// The number of authors that are the largest X %: at least one.
        func size(of authors: Int) -> Int {
            let exact = topPercent / 100 * Double(authors)
            let whole =
                switch rounding {
                case .nearest: exact.rounded()
                case .down: exact.rounded(.down)
                case .up: exact.rounded(.up)
                }
            return min(max(Int(whole), 1), authors)
        }
    }

    /// How a share of authors becomes a number of authors.
    enum Rounding: String, Sendable, CaseIterable {
        case nearest, down, up
    }

    /// Computes some figures of one distribution.
    ///
    /// - Parameters:
    ///   - wanted: Which figures.
    ///   - exposure: What each eligible author has, zeros included; sorted in place where a figure needs it.
    ///   - choices: What some figures need.
    /// - Returns: One value a figure; NaN where all authors have nothing.
    static func values(_ wanted: [Self], of exposure: inout [Double], _ choices: Choices) -> [Double] {
        var total = 0.0
        for value in exposure { total += value }
        guard total > 0 else { return wanted.map { _ in .nan } }
        if wanted.allSatisfy({ $0 == .topShare || $0 == .topCountShare }) {
            return wanted.map { figure in
                let size =
                    figure == .topShare ? choices.size(of: exposure.count) : min(choices.topCount, exposure.count)
                return largest(size, of: &exposure) / total
            }
        }
        exposure.sort()
        return wanted.map { $0.value(ofSorted: exposure, total, choices) }
    }

    private func value(ofSorted sorted: [Double], _ total: Double, _ choices: Choices) -> Double {
        switch self {
        case .topShare: return sorted.suffix(choices.size(of: sorted.count)).reduce(0, +) / total
        case .topCountShare: return sorted.suffix(choices.topCount).reduce(0, +) / total
        case .gini: return Self.gini(sorted, total)
        case .entropy: return Self.entropy(sorted, total)
        case .evenness:
            return sorted.count < 2 ? .nan : Self.entropy(sorted, total) / ElementaryFunctions.log(Double(sorted.count))
        case .atkinson: return Self.atkinson(sorted, total, choices.epsilon)
        case .equivalent: return Self.equivalent(sorted)
        }
    }

    /// Σ (2i − n − 1)·x₍ᵢ₎ / (n·Σx), x ascending.
    private static func gini(_ sorted: [Double], _ total: Double) -> Double {
        let count = Double(sorted.count)
        var sum = 0.0
        for (index, value) in sorted.enumerated() { sum += (2 * Double(index + 1) - count - 1) * value }
        return max(0, sum / (count * total))
    }

    private static func entropy(_ values: [Double], _ total: Double) -> Double {
        var sum = 0.0
        for value in values where value > 0 { sum -= value / total * ElementaryFunctions.log(value / total) }
        return max(0, sum)
    }

    /// 1 − (mean((x/μ)^(1−ε)))^(1/(1−ε)); for ε = 1 one minus geometric mean over mean.
    private static func atkinson(_ sorted: [Double], _ total: Double, _ epsilon: Double) -> Double {
        let count = Double(sorted.count)
        let mean = total / count
        if epsilon >= 1, sorted[0] == 0 { return 1 }
        if epsilon == 1 {
            var logs = 0.0
            for value in sorted { logs += ElementaryFunctions.log(value / mean) }
            return 1 - ElementaryFunctions.exp(logs / count)
        }
        var sum = 0.0
        for value in sorted where value > 0 {
            sum += ElementaryFunctions.exp((1 - epsilon) * ElementaryFunctions.log(value / mean))
        }
        return 1 - ElementaryFunctions.exp(ElementaryFunctions.log(sum / count) / (1 - epsilon))
    }

    private static func equivalent(_ sorted: [Double]) -> Double {
        let size = max(1, Int((0.01 * Double(sorted.count)).rounded()))
        let top = sorted.suffix(size).reduce(0, +)
        var sum = 0.0
        for (index, value) in sorted.enumerated() {
            sum += value
            if sum > top { return Double(index) / Double(sorted.count) }
        }
        return 1
    }

    /// The sum of the largest `size` values: they are moved to the end by quickselect.
    private static func largest(_ size: Int, of values: inout [Double]) -> Double {
        guard size > 0 else { return 0 }
        let boundary = values.count - size
        var low = 0
        var high = values.count - 1
        while low < high {
            // The median of three as pivot: sorted and constant input stay cheap.
            let middle = (low + high) / 2
            if values[middle] < values[low] { values.swapAt(middle, low) }
            if values[high] < values[low] { values.swapAt(high, low) }
            if values[high] < values[middle] { values.swapAt(high, middle) }
            let pivot = values[middle]
            var left = low
            var right = high
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if boundary <= right { high = right } else if boundary >= left { low = left } else { break }
        }
        var sum = 0.0
        for index in boundary..<values.count { sum += values[index] }
        return sum
    }
}
