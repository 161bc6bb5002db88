// SPDX-License-Identifier: Apache-2.0
public import ArgumentParser
internal import Foundation
public import Measures

extension Inference.Method: ExpressibleByArgument {}

/// How clusters become intervals, and how much of the machine is used.
struct InferenceOptions: ParsableArguments {
    @Option(parsing: .unconditional, help: "Seed of all random numbers; the same seed gives the same bytes.")
    var seed: UInt64 = 1

    @Option(parsing: .unconditional, help: ArgumentHelp("Bootstrap draws, at least 100.", valueName: "number"))
    var draws = 10_000

    @Option(
        parsing: .unconditional,
        help:
            "The headline interval; student draws nothing and suits few units that are alike, such as simulated worlds."
    )
    var method = Inference.Method.percentile

    @Option(
        parsing: .unconditional,
        help: "Confidence of intervals and limits, from 0.5 to below 1 (default: 0.95, or what the rule-book states)."
    )
    var confidence: Double?

    @Option(parsing: .unconditional, help: "Threads; never changes a figure (default: one a core).")
    var threads: Int?

    @Flag(help: "No progress line.")
    var quiet = false

    func validate() throws {
        guard (100...10_000_000).contains(draws) else {
            throw ValidationError("--draws must be a whole number from 100 to 10000000, not \(draws)")
        }
        if let confidence, !(0.5..<1).contains(confidence) {
            throw ValidationError("--confidence must be from 0.5 to below 1, such as 0.95, not \(confidence)")
        }
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads must be a whole number from 1 to 1024, not \(threads)")
        }
    }

    var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    var inference: Inference {
        Inference(
            replicates: draws,
            seed: seed,
            confidence: confidence ?? 0.95,
            method: method,
            threads: threadCount
        )
    }
}
