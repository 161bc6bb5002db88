// SPDX-License-Identifier: Apache-2.0
internal import Instrument

extension Criterion {
    /// What is asked for, in words: "at most 1.25, tolerated to 1.40".
    func words(_ style: NumberStyle) -> String {
        let isMost = direction == .atMost
        let asked = (isMost ? "at most " : "at least ") + style.exact(bound)
        guard tolerance > 0 else { return asked }
        return asked + ", tolerated " + (isMost ? "up to " : "down to ")
            + style.exact(isMost ? bound + tolerance : bound - tolerance)
    }
}
