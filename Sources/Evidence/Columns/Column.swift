// SPDX-License-Identifier: Apache-2.0

/// One column of a table.
public enum Column: Sendable, Equatable {
    /// Names, one code a row.
    case names(Categorical)
    /// Whole numbers; `Column.absentInteger` where there is none.
    case integers([Int32])
    /// Numbers; NaN where there is none.
    case numbers([Double])
    /// Seconds since 1970-01-01T00:00:00Z; NaN where there is none.
    case instants([Double])

    /// Stands for "no whole number in this row".
    public static let absentInteger = Int32.min

    /// Rows.
    public var count: Int {
        switch self {
        case .names(let column): column.count
        case .integers(let values): values.count
        case .numbers(let values), .instants(let values): values.count
        }
    }

    /// Whether a row has no value.
    public func isAbsent(_ row: Int) -> Bool {
        switch self {
        case .names(let column): column.codes[row] == Categorical.absent
        case .integers(let values): values[row] == Self.absentInteger
        case .numbers(let values), .instants(let values): values[row].isNaN
        }
    }

    /// The rows at the given places, in their order.
    public func gather(_ rows: [Int32]) -> Column {
        switch self {
        case .names(let column):
            .names(Categorical(codes: rows.map { column.codes[Int($0)] }, names: column.names))
        case .integers(let values): .integers(rows.map { values[Int($0)] })
        case .numbers(let values): .numbers(rows.map { values[Int($0)] })
        case .instants(let values): .instants(rows.map { values[Int($0)] })
        }
    }

    /// The column as text, one value a row: what a writer prints.
    ///
    /// Absent values are `nil`.
    public func text(_ row: Int) -> String? {
        if isAbsent(row) { return nil }
        return switch self {
        case .names(let column): column[row]
        case .integers(let values): String(values[row])
        case .numbers(let values): Self.plain(values[row])
        case .instants(let values): Instant(seconds: values[row]).description
        }
    }

    /// A whole number without a fraction, any other number in the shortest form that reads back the same.
    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
