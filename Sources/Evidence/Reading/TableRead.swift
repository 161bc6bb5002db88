// SPDX-License-Identifier: Apache-2.0

/// What was read from one file.
public struct TableRead: Sendable {
    /// The rows that could be used.
    public var table: Table
    /// The others.
    public var rejections: Rejections
}
