// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// What the process has used of the machine.
struct ProcessUsage {
    /// Seconds of processor time, of all threads together.
    var processorSeconds: Double
    /// The largest memory it ever held, in bytes.
    let peakBytes: Int

    /// Since the process began.
    static var now: ProcessUsage {
        var usage = rusage()
        guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else {
            return ProcessUsage(processorSeconds: 0, peakBytes: 0)
        }
        let microseconds = Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
        return ProcessUsage(
            processorSeconds: Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + microseconds / 1e6,
            peakBytes: usage.ru_maxrss * 1_024
        )
    }

    /// What came after an earlier moment; the memory stays the largest ever.
    func since(_ earlier: ProcessUsage) -> ProcessUsage {
        ProcessUsage(processorSeconds: processorSeconds - earlier.processorSeconds, peakBytes: peakBytes)
    }
}
