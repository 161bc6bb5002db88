// SPDX-License-Identifier: Apache-2.0

/// Adjustments of the p-values of one declared family; each returns its values in the order of the input.
public enum Multiplicity {
    /// Holm's adjusted p-values, which control the probability of any false rejection (Holm 1979).
    ///
    /// p₍ⱼ₎ becomes the largest over l ≤ j of min(1, (M − l + 1) · p₍ₗ₎).
    ///
    /// - Parameter pValues: M p-values from 0 to 1.
    /// - Returns: M adjusted values.
    public static func holm(_ pValues: [Double]) -> [Double] {
        let order = ascending(pValues)
        var adjusted = pValues
        var largest = 0.0
        for (position, index) in order.enumerated() {
            largest = max(largest, min(1, Double(order.count - position) * pValues[index]))
            adjusted[index] = largest
        }
        return adjusted
    }

    /// q-values by Benjamini and Hochberg (1995), which control the expected share of false rejections.
    ///
    /// p₍ⱼ₎ becomes the smallest over l ≥ j of min(1, p₍ₗ₎ · M / l).
    ///
    /// - Parameter pValues: M p-values from 0 to 1.
    /// - Returns: M adjusted values.
    public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
        let order = ascending(pValues)
        var adjusted = pValues
        var smallest = 1.0
        for (position, index) in order.enumerated().reversed() {
            smallest = min(smallest, pValues[index] * Double(order.count) / Double(position + 1))
            adjusted[index] = smallest
        }
        return adjusted
    }

    /// Sharpened q-values by the two-stage procedure of Benjamini, Krieger and Yekutieli (2006) on a grid of 10⁻⁴.
    ///
    /// For each level α = 0, 0.0001, …, 0.9999 a first stage at α′ = α/(1 + α) rejects c hypotheses; a second at
    /// α′ · M/(M − c) decides. The q-value is the smallest α that rejects, 1 where none does (Anderson 2008).
    ///
    /// - Parameter pValues: M p-values from 0 to 1.
    /// - Returns: M adjusted values.
    public static func twoStageSharpened(_ pValues: [Double]) -> [Double] {
        let order = ascending(pValues)
        // A first-stage level rejects exactly the hypotheses whose q-value it reaches, and these ascend.
        let firstStage = benjaminiHochberg(pValues)
        let levels = order.map { firstStage[$0] }
        var adjusted = Array(repeating: 1.0, count: pValues.count)
        var rejected = 0
        for step in 0..<10_000 where rejected < order.count {
            let alpha = Double(step) / 10_000
            let stageLevel = alpha / (1 + alpha)
            let first = count(levels, atMost: stageLevel)
            guard first > 0 else { continue }
            let remaining = order.count - first
            let second =
                remaining == 0
                ? order.count : count(levels, atMost: stageLevel * Double(order.count) / Double(remaining))
            while rejected < second {
                adjusted[order[rejected]] = alpha
                rejected += 1
            }
        }
        return adjusted
    }

    /// e-values adjusted by e-BH (Wang and Ramdas 2022), which controls the expected share of false rejections under any
    /// dependence.
    ///
    /// e₍ₖ₎, the k-th largest of M, is compared with M/(k·α): all of the k largest are rejected for the largest such k. The
    /// adjusted value is the smallest α at which a hypothesis is rejected: for the k-th largest the smallest over l ≥ k of
    /// min(1, M / (l · e₍ₗ₎)).
    ///
    /// - Parameter eValues: M e-values, 0 or more; infinity is allowed.
    /// - Returns: M adjusted values from 0 to 1, to be compared with α.
    public static func eBenjaminiHochberg(_ eValues: [Double]) -> [Double] {
        precondition(eValues.allSatisfy { $0 >= 0 })
        let order = eValues.indices.sorted { eValues[$0] == eValues[$1] ? $0 < $1 : eValues[$0] > eValues[$1] }
        var adjusted = eValues
        var smallest = 1.0
        for (position, index) in order.enumerated().reversed() {
            smallest = min(smallest, Double(order.count) / (Double(position + 1) * eValues[index]))
            adjusted[index] = smallest
        }
        return adjusted
    }

    private static func ascending(_ pValues: [Double]) -> [Int] {
        precondition(pValues.allSatisfy { $0 >= 0 && $0 <= 1 })
        return pValues.indices.sorted { pValues[$0] == pValues[$1] ? $0 < $1 : pValues[$0] < pValues[$1] }
    }

    /// How many of ascending values lie at or below a level.
    private static func count(_ ascending: [Double], atMost level: Double) -> Int {
        var (low, high) = (0, ascending.count)
        while low < high {
            let middle = (low + high) / 2
            if ascending[middle] <= level { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
