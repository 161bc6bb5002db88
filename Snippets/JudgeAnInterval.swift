// SPDX-License-Identifier: Apache-2.0
import Instrument

// At most 1.25 is asked for; up to 1.40 is commented on instead of refused.
let criterion = Criterion(.atMost, bound: 1.25, tolerance: 0.15)

for (lower, upper) in [(1.02, 1.20), (1.10, 1.36), (1.45, 1.70), (1.15, 1.62)] {
    let verdict = criterion.verdict(lower: lower, upper: upper)
    print("limits \(lower) and \(upper): \(verdict.rawValue), \(verdict.words)")
}

// No evidence never decides.
print("no interval: \(criterion.verdict(lower: nil, upper: nil).words)")
