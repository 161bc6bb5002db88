// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// Whole numbers that options may be.
enum OptionRange {
    /// Refuses the first option that is stated and lies outside.
    ///
    /// - Parameter options: Name, what was stated, and what it may be.
    /// - Throws: `ValidationError` that says all three.
    static func check(_ options: [(name: String, value: Int?, range: ClosedRange<Int>)]) throws {
        for option in options {
            guard let value = option.value, !option.range.contains(value) else { continue }
            throw ValidationError(
                "--\(option.name) must be from \(option.range.lowerBound) to \(option.range.upperBound), not \(value)"
            )
        }
    }
}
