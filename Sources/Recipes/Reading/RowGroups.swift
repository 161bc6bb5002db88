// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Rows that agree in some columns, numbered in the order in which each group first appears.
struct RowGroups {
    /// The group of each row, or −1 where one of its values is absent.
    private(set) var codes: [Int32]
    /// How many groups there are.
    private(set) var count: Int

    /// Groups of the rows of a table; without columns all rows are one group.
    init(_ columns: [Column], rowCount: Int) {
        codes = Array(repeating: 0, count: rowCount)
        count = 1
        for column in columns { split(by: column) }
    }

    /// Groups that agree in one more column.
    private mutating func split(by column: Column) {
        var numbers: [UInt64: Int32] = [:]
        let values = Self.values(column)
        for row in codes.indices {
            guard codes[row] >= 0, let value = values(row) else {
                codes[row] = -1
                continue
            }
            // Two numbers of 32 bits make one key without loss.
            let key = UInt64(UInt32(codes[row])) << 32 | UInt64(value)
            let next = Int32(numbers.count)
            let number = numbers[key] ?? next
            if number == next { numbers[key] = next }
            codes[row] = number
        }
        count = numbers.count
    }

    /// A number for each value of a column: equal values have equal numbers.
    private static func values(_ column: Column) -> (Int) -> UInt32? {
        switch column {
        case .names(let names): return { names.codes[$0] < 0 ? nil : UInt32(names.codes[$0]) }
        case .integers(let integers):
            return { integers[$0] == Column.absentInteger ? nil : UInt32(bitPattern: integers[$0]) }
        case .numbers(let numbers), .instants(let numbers):
            var codes: [UInt32?] = []
            var seen: [Double: UInt32] = [:]
            codes.reserveCapacity(numbers.count)
            for number in numbers {
                guard !number.isNaN else {
                    codes.append(nil)
                    continue
                }
                let code = seen[number] ?? UInt32(seen.count)
                seen[number] = code
                codes.append(code)
            }
            return { codes[$0] }
        }
    }

    /// The rows of each group, sorted by some numbers; rows without one of the numbers are left out, ties keep their order.
    func sorted(by keys: [[Double]], isDescending: Bool) -> [[Int32]] {
        var rows = Array(repeating: [Int32](), count: count)
        for row in codes.indices where codes[row] >= 0 && !keys.contains(where: { $0[row].isNaN }) {
            rows[Int(codes[row])].append(Int32(row))
        }
        for group in rows.indices {
            rows[group].sort { one, other in
                for key in keys where key[Int(one)] != key[Int(other)] {
                    return (key[Int(one)] < key[Int(other)]) != isDescending
                }
                return one < other
            }
        }
        return rows
    }
}
