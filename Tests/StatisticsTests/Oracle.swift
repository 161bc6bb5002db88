// SPDX-License-Identifier: Apache-2.0
import Foundation

/// What mpmath, SciPy and statsmodels give for the cases of `Oracle/statistics_oracle.py`.
struct Oracle: Decodable {
    struct Normal: Decodable {
        let cumulative: [[Double]]
        let quantile: [[Double]]
    }
    struct Beta: Decodable {
        let tails: [[Double]]
        let quantile: [[Double]]
    }
    struct Accelerated: Decodable {
        struct Case: Decodable {
            let confidence: Double
            let lower: Double?
            let upper: Double?
        }
        let point: Double
        let draws: [Double]
        let leaveOneOut: [Double]
        let cases: [Case]
    }
    struct Tests: Decodable {
        struct SignFlips: Decodable {
            let differences: [Double]
            let p: Double
        }
        struct Groups: Decodable {
            let first: [Double]
            let second: [Double]
            let p: Double
            let u: Double?
            let exact: Bool?
        }
        struct Equivalences: Decodable {
            let differences: [Double]
            let margin: Double
            let p: Double
            let lower: Double
            let upper: Double
        }
        let signFlip: [SignFlips]
        let permutation: [Groups]
        let mannWhitney: [Groups]
        let equivalence: [Equivalences]
    }
    struct Proportion: Decodable {
        let successes: Int
        let trials: Int
        let wilson: [Double]
        let clopperPearson: [Double]
    }
    struct Family: Decodable {
        struct Stage: Decodable {
            let level: Double
            let rejected: [Bool]
            init(from decoder: any Decoder) throws {
                var container = try decoder.unkeyedContainer()
                level = try container.decode(Double.self)
                rejected = try container.decode([Bool].self)
            }
        }
        let p: [Double]
        let holm: [Double]
        let benjaminiHochberg: [Double]
        let twoStage: [Stage]
    }
    struct Sizes: Decodable {
        let means: [[Double]]
        let proportions: [[Double]]
    }

    let elementary: [String: [[Double]]]
    let normal: Normal
    let beta: Beta
    let student: Normal
    let binomial: [[Double]]
    let accelerated: Accelerated
    let tests: Tests
    let proportions: [Proportion]
    let multiplicity: [Family]
    let power: Sizes

    /// Reads the stored outputs.
    static func load() throws -> Oracle {
        let folder = Bundle.module.bundleURL.appending(path: "Oracle")
        return try JSONDecoder().decode(
            Oracle.self,
            from: Data(contentsOf: folder.appending(path: "statistics.json"))
        )
    }
}

/// |value − expected| relative to the expected value; 0 for equal values, zeros included.
func relativeError(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : (value - expected).magnitude / expected.magnitude
}
