// SPDX-License-Identifier: Apache-2.0

/// Values of one column for some rows; only the array of the column's kind is filled.
struct ColumnValues: Sendable {
    var codes: [Int32] = []
    var integers: [Int32] = []
    var numbers: [Double] = []
}
