// SPDX-License-Identifier: Apache-2.0

/// The states of all people after each step of a run.
public struct Trajectory: Sendable, Equatable {
    /// The states after one step.
    struct Frame: Sendable, Equatable {
        private var interest: [SIMD16<Float>] = []
        private var opinion: [SIMD4<Double>] = []
        private var habit: [Float] = []
        private var exposure: [Float] = []
        private var dull: [SIMD16<UInt8>] = []

        mutating func append(_ chunk: PeopleChunk) {
            interest += chunk.interest
            opinion += chunk.opinion
            habit += chunk.habit
            exposure += chunk.exposure
            dull += chunk.dull
        }

        func put(into chunk: inout PeopleChunk) {
            chunk.interest = Array(interest[chunk.range])
            chunk.opinion = Array(opinion[chunk.range])
            chunk.habit = Array(habit[chunk.range])
            chunk.exposure = Array(exposure[chunk.range])
            chunk.dull = Array(dull[chunk.range])
        }
    }

    var frames: [Frame] = []
}
