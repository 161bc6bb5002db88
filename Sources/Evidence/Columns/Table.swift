// SPDX-License-Identifier: Apache-2.0

/// Named columns of equal length.
public struct Table: Sendable, Equatable {
    /// Rows.
    public private(set) var rowCount: Int
    /// Names of the columns in the order in which they were added.
    public private(set) var order: [String] = []
    private var columns: [String: Column] = [:]

    /// A table without columns.
    public init(rowCount: Int = 0) { self.rowCount = rowCount }

    /// The column with a name, or `nil`.
    public subscript(name: String) -> Column? { columns[name] }

    /// Adds a column or puts another in its place.
    public mutating func set(_ name: String, _ column: Column) {
        precondition(column.count == rowCount || order.isEmpty, "columns of one table have equal length")
        rowCount = column.count
        if columns.updateValue(column, forKey: name) == nil { order.append(name) }
    }

    /// Takes a column out.
    public mutating func remove(_ name: String) {
        columns[name] = nil
        order.removeAll { $0 == name }
    }

    /// The rows at the given places, in their order.
    public func gather(_ rows: [Int32]) -> Table {
        var table = Table(rowCount: rows.count)
        for name in order {
            if let column = columns[name] { table.set(name, column.gather(rows)) }
        }
        return table
    }

    /// The tables one below the other.
    ///
    /// A column that some of them lack is absent there; names are renumbered in the order in which they first appear.
    ///
    /// - Throws: `TableMismatch` where a column has different types.
    public static func stacked(_ tables: [Table]) throws(TableMismatch) -> Table {
        guard let first = tables.first else { return Table() }
        if tables.count == 1 { return first }
        var names: [String] = []
        for table in tables { for name in table.order where !names.contains(name) { names.append(name) } }
        var stacked = Table(rowCount: tables.reduce(0) { $0 + $1.rowCount })
        for name in names { stacked.set(name, try stack(name, tables)) }
        return stacked
    }

    private static func stack(_ name: String, _ tables: [Table]) throws(TableMismatch) -> Column {
        var codes: [Int32] = []
        var merged = Names()
        var integers: [Int32] = []
        var numbers: [Double] = []
        var kind: Column?
        for table in tables {
            guard let column = table[name] else { continue }
            if let kind, !kind.hasKind(of: column) { throw TableMismatch(column: name) }
            kind = column
        }
        for table in tables {
            switch table[name] ?? kind?.allAbsent(table.rowCount) {
            case .names(let column):
                var map = (0..<Int32(column.names.count)).map { _ in Categorical.absent }
                for code in column.codes {
                    guard code != Categorical.absent else {
                        codes.append(code)
                        continue
                    }
                    if map[Int(code)] == Categorical.absent { map[Int(code)] = merged.intern(column.names[code]) }
                    codes.append(map[Int(code)])
                }
            case .integers(let values): integers.append(contentsOf: values)
            case .numbers(let values), .instants(let values): numbers.append(contentsOf: values)
            case nil: break
            }
        }
        return switch kind {
        case .integers: .integers(integers)
        case .numbers: .numbers(numbers)
        case .instants: .instants(numbers)
        case .names, nil: .names(Categorical(codes: codes, names: merged))
        }
    }
}

extension Column {
    fileprivate func hasKind(of other: Column) -> Bool {
        switch (self, other) {
        case (.names, .names), (.integers, .integers), (.numbers, .numbers), (.instants, .instants): true
        default: false
        }
    }

    fileprivate func allAbsent(_ rows: Int) -> Column {
        switch self {
        case .names: .names(Categorical(codes: Array(repeating: Categorical.absent, count: rows), names: Names()))
        case .integers: .integers(Array(repeating: Column.absentInteger, count: rows))
        case .numbers: .numbers(Array(repeating: .nan, count: rows))
        case .instants: .instants(Array(repeating: .nan, count: rows))
        }
    }
}
