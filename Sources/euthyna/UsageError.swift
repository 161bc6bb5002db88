// SPDX-License-Identifier: Apache-2.0

/// An argument that turns out to be wrong once the files it speaks of are read.
struct UsageError: Error, CustomStringConvertible {
    /// What was expected.
    let description: String

    init(_ description: String) { self.description = description }
}
