// SPDX-License-Identifier: Apache-2.0

/// How a file of separated values is laid out.
public struct CSVLayout: Sendable, Equatable {
    /// The byte between two fields.
    public var delimiter: UInt8
    /// Whether the first row holds headings.
    public var hasHeader: Bool
    /// Whether rows may have fewer or more fields than the first one; missing fields are absent values.
    public var isRagged: Bool
    /// Lines before the headings, or before the first row, that are no data.
    public var skippedLines: Int
    /// Lines that begin with this byte are no data.
    public var comment: UInt8?
    /// Where one row holds several: each field from `first` on that is not empty becomes a row of its own.
    public var unpivot: Unpivot?

    /// Turns the fields of a wide row into rows.
    public struct Unpivot: Sendable, Equatable {
        /// The first field that is a row of its own, counted from 1.
        public var first: Int
        /// The column that takes the field.
        public var valueColumn: String
        /// The column that takes its place, counted from 1.
        public var slotColumn: String

        /// Declares how a wide row is turned.
        public init(first: Int, valueColumn: String, slotColumn: String) {
            self.first = first
            self.valueColumn = valueColumn
            self.slotColumn = slotColumn
        }
    }

    /// Declares a layout.
    public init(
        delimiter: UInt8 = UInt8(ascii: ","),
        hasHeader: Bool = true,
        isRagged: Bool = false,
        unpivot: Unpivot? = nil,
        skippedLines: Int = 0,
        comment: UInt8? = nil
    ) {
        self.delimiter = delimiter
        self.hasHeader = hasHeader
        self.isRagged = isRagged
        self.unpivot = unpivot
        self.skippedLines = skippedLines
        self.comment = comment
    }
}
