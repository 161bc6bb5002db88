// SPDX-License-Identifier: Apache-2.0

/// The rows of one chunk, coded with the names of the worker that read it.
struct Chunk: Sendable {
    var values: [ColumnValues]
    var rowCount: Int
    var rejections: Rejections
    var lines: Int
    var worker = 0
    var start = 0
    var end = 0
}
