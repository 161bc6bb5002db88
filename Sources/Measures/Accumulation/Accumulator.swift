// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// What a measure counts: absorbs rows, merges with what was counted elsewhere.
///
/// The law every accumulator keeps: however the rows of a sample are cut into ranges, absorbing each range into an empty
/// accumulator and merging them in the order of the rows gives the same bits. The same code therefore runs in a stream, on
/// two cores, and on the parts of a recording that lie on different machines.
public protocol Accumulator: Sendable {
    /// Counts some rows of a sample.
    mutating func absorb(_ sample: Sample, _ rows: Range<Int>)

    /// Adds what was counted of the rows behind.
    mutating func merge(_ other: Self)
}

extension Accumulator {
    /// This empty accumulator with all rows of a sample counted, on several cores.
    ///
    /// - Parameters:
    ///   - sample: What to count.
    ///   - threads: Ranges in work at the same time; never changes the result.
    /// - Returns: The accumulator of the whole sample.
    public func absorbing(_ sample: Sample, threads: Int) async -> Self {
        let parts = max(1, min(threads, sample.rows / 65_536))
        if parts == 1 {
            var whole = self
            whole.absorb(sample, 0..<sample.rows)
            return whole
        }
        return await withTaskGroup(of: (Int, Self).self) { group in
            for part in 0..<parts {
                let range = sample.rows * part / parts..<sample.rows * (part + 1) / parts
                group.addTask {
                    var accumulator = self
                    accumulator.absorb(sample, range)
                    return (part, accumulator)
                }
            }
            var waiting: [Int: Self] = [:]
            for await (part, accumulator) in group { waiting[part] = accumulator }
            var whole = self
            for part in 0..<parts {
                if let next = waiting.removeValue(forKey: part) { whole.merge(next) }
            }
            return whole
        }
    }
}
