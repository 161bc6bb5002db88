// SPDX-License-Identifier: Apache-2.0
public import Evidence

/// Chooses rows by conditions.
public struct RowSelection: Sendable {
    private let file: String
    private let title: String

    /// A selection; `file` and `title` say in messages who asks.
    public init(file: String, title: String) {
        self.file = file
        self.title = title
    }

    /// Keeps the rows that meet all conditions.
    ///
    /// - Throws: `RecordingError` where there is no such column, or a number is asked of one of names.
    func keep(_ conditions: [Condition], in table: inout Table) throws(RecordingError) {
        guard let rows = try rows(conditions, in: table) else { return }
        table = table.gather(rows)
    }

    /// The rows that meet all conditions, or `nil` where that is all of them.
    ///
    /// - Throws: `RecordingError` where there is no such column, or a number is asked of one of names.
    public func rows(_ conditions: [Condition], in table: Table) throws(RecordingError) -> [Int32]? {
        if conditions.isEmpty { return nil }
        var isKept = Array(repeating: true, count: table.rowCount)
        for condition in conditions {
            guard let column = table[condition.column] else {
                throw RecordingError("\(file):\(condition.line): \(title): there is no column \"\(condition.column)\"")
            }
            for test in condition.tests { try apply(test, condition, column, &isKept) }
        }
        return isKept.indices.filter { isKept[$0] }.map { Int32($0) }
    }

    private func apply(
        _ test: Condition.Test,
        _ condition: Condition,
        _ column: Column,
        _ isKept: inout [Bool]
    ) throws(RecordingError) {
        switch test {
        case .isOneOf(let values): Self.match(values, column, true, &isKept)
        case .isNoneOf(let values): Self.match(values, column, false, &isKept)
        case .isPresent(let flag):
            for row in isKept.indices where column.isAbsent(row) == flag { isKept[row] = false }
        case .atMost(let bound): try compare(condition, column, &isKept) { $0 <= bound }
        case .atLeast(let bound): try compare(condition, column, &isKept) { $0 >= bound }
        case .below(let bound): try compare(condition, column, &isKept) { $0 < bound }
        case .above(let bound): try compare(condition, column, &isKept) { $0 > bound }
        }
    }

    /// Values are compared as text with names, as numbers with numbers: 1 is 1.0.
    private static func match(_ values: [String], _ column: Column, _ wanted: Bool, _ isKept: inout [Bool]) {
        switch column {
        case .names(let names):
            let set = Set(values)
            let isIn = (0..<Int32(names.names.count)).map { set.contains(names.names[$0]) }
            for (row, code) in names.codes.enumerated() where (code >= 0 && isIn[Int(code)]) != wanted {
                isKept[row] = false
            }
        case .integers, .numbers, .instants:
            let set = Set(values.compactMap { Self.number($0) })
            for (row, value) in (column.numbers ?? []).enumerated() where set.contains(value) != wanted {
                isKept[row] = false
            }
        }
    }

    /// A number, a moment, or the number of true and false.
    private static func number(_ text: String) -> Double? {
        switch text {
        case "true": 1
        case "false": 0
        default: Double(text) ?? InstantFormat.iso8601.seconds(text)
        }
    }

    private func compare(
        _ condition: Condition,
        _ column: Column,
        _ isKept: inout [Bool],
        _ test: (Double) -> Bool
    ) throws(RecordingError) {
        guard let values = column.numbers else {
            throw RecordingError(
                "\(file):\(condition.line): \(title): \"\(condition.column)\" holds names; declare type: number, integer or time to "
                    + "compare it with a number"
            )
        }
        for (row, value) in values.enumerated() where !test(value) { isKept[row] = false }
    }
}
