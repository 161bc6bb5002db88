// SPDX-License-Identifier: Apache-2.0

/// Reads the records of one text format out of a range of bytes.
///
/// A file is cut into chunks of fixed size and chunks are read side by side. Record `r` belongs to the chunk in which it
/// begins. Where a chunk's first record begins can only be guessed (a line break may stand inside quotes), so the driver
/// compares each guess with where the chunk before it really ended, and reads again from there where they differ. The result is
/// always that of reading the file from its beginning.
protocol RecordParser: Sendable {
    /// The columns that are read, in the order of the builders.
    var requests: [ColumnRequest] { get }
    /// Texts that stand for "no value".
    var absentTexts: [String] { get }

    /// A guess where the first record at or after an offset begins.
    func guessStart(_ span: RawSpan, atOrAfter offset: Int) -> Int

    /// Reads all records that begin in `start ..< limit`.
    func parse(_ span: RawSpan, from start: Int, until limit: Int, file: String, into rows: inout RowBuilder) -> Int
}
