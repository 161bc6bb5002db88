// SPDX-License-Identifier: Apache-2.0
import Evidence
import Measures

// Sixteen viewers. Each is shown four posts by the subject and four by the reference, so viewers pair the two arms.
var viewers: [String] = []
var arms: [Int8] = []
var districts: [String] = []
for viewer in 1...16 {
    for (arm, fromTheHill) in [(Arm.subject, 2 + viewer % 3), (Arm.reference, 1 + viewer % 2)] {
        for post in 0..<4 {
            viewers.append("viewer \(viewer)")
            arms.append(arm)
            districts.append(post < fromTheHill ? "hill" : "harbour")
        }
    }
}

// What is independent is declared: viewers, not the posts that one viewer saw.
var sample = Sample(rows: viewers.count, unit: Categorical(viewers), unitName: "viewer")
sample.arm = arms
sample.part = Partition(name: "district", Categorical(districts))

let measure = try Amplification(Parameters())
let reading = try await measure.read(sample, Inference(replicates: 2_000, seed: 1))
for key in ["ratio/hill", "difference/hill"] {
    guard let figure = reading[key], let value = figure.value, let uncertainty = figure.uncertainty else { continue }
    print("\(key): \(value) (\(figure.unit)), from \(uncertainty.lower) to \(uncertainty.upper)")
}
print("\(reading.clusters) independent units")
