// SPDX-License-Identifier: Apache-2.0

/// The states of all people after each step of a run.
public struct Trajectory: Sendable, Equatable {
    /// The states after one step.
    struct Frame: Sendable, Equatable {
        private var interests: [SIMD16<UInt16>] = []
        private var opinion: [SIMD4<Double>] = []
        private var habit: [Float] = []
        private var exposure: [Float] = []
        private var satiation: [SIMD16<UInt8>] = []

        mutating func append(_ chunk: PeopleChunk) {
            interests += chunk.interests
            opinion += chunk.opinion
            habit += chunk.habit
            exposure += chunk.exposure
            satiation += chunk.satiation
        }

        func put(into chunk: inout PeopleChunk) {
            chunk.interests = Array(interests[chunk.range])
            chunk.opinion = Array(opinion[chunk.range])
            chunk.habit = Array(habit[chunk.range])
            chunk.exposure = Array(exposure[chunk.range])
            chunk.satiation = Array(satiation[chunk.range])
        }
    }

    var frames: [Frame] = []
}
