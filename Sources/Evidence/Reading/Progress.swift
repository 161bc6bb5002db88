// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// Counts finished work, so that whoever waits can be told.
public final class Progress: Sendable {
    private let done = Mutex(0)
    private let report: @Sendable (Int) -> Void

    /// Calls `report` with the bytes (or other units) that are done so far, from any task.
    public init(report: @escaping @Sendable (Int) -> Void) { self.report = report }

    /// Adds finished work.
    public func advance(_ amount: Int) {
        report(
            done.withLock { value in
                value += amount
                return value
            }
        )
    }
}
