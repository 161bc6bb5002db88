// SPDX-License-Identifier: Apache-2.0

/// Standard output that cannot be written.
struct OutputError: Error {
    /// What the system says.
    let reason: String
}
