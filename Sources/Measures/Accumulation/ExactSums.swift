// SPDX-License-Identifier: Apache-2.0
public import Statistics

/// A table of sums that do not depend on the order of their terms: `rowCount` × `width` numbers.
///
/// Floating-point addition depends on order; a sum split over two cores would differ in its last bits from the same sum on
/// one. Here every term is rounded once to a multiple of 2⁻⁶⁴ and added as an integer of 128 bits, so any split of the terms
/// gives the same bits. Terms must be finite and below 2⁶² in magnitude; whole numbers, and all numbers with at most 64
/// binary places, are added without any rounding.
public struct ExactSums: Sendable, Equatable {
    /// Rows, such as clusters or pages.
    public let rowCount: Int
    /// Sums in a row.
    public let width: Int
    private var values: [Int128]

    /// A table of zeros.
    public init(rowCount: Int, width: Int) {
        self.rowCount = rowCount
        self.width = width
        values = Array(repeating: 0, count: rowCount * width)
    }

    /// Adds a term.
    @inline(__always)
    public mutating func add(_ term: Double, row: Int, column: Int) {
        values[row * width + column] &+= Self.fixed(term)
    }

    /// Adds one: the commonest term.
    @inline(__always)
    public mutating func addOne(row: Int, column: Int) { values[row * width + column] &+= Self.one }

    /// A sum, rounded to the nearest number.
    public subscript(row: Int, column: Int) -> Double { Self.number(values[row * width + column]) }

    /// Adds the sums of another table of the same shape.
    public mutating func merge(_ other: ExactSums) {
        precondition(rowCount == other.rowCount && width == other.width)
        for index in values.indices { values[index] &+= other.values[index] }
    }

    /// The sums over all rows, one a column.
    public var totals: [Double] {
        var totals = Array(repeating: Int128(0), count: width)
        for row in 0..<rowCount {
            for column in 0..<width { totals[column] &+= values[row * width + column] }
        }
        return totals.map { Self.number($0) }
    }

    /// The table as numbers, for resampling.
    public var clusterSums: ClusterSums {
        var sums = ClusterSums(clusterCount: rowCount, width: width)
        for row in 0..<rowCount {
            for column in 0..<width { sums[row, column] = self[row, column] }
        }
        return sums
    }

    private static let one = Int128(1) << 64

    /// A number as a multiple of 2⁻⁶⁴; what lies below is rounded half away from zero.
    @inline(__always)
    private static func fixed(_ number: Double) -> Int128 {
        let bits = number.bitPattern
        let exponent = Int(bits >> 52) & 0x7FF
        precondition(exponent < 1_023 + 62, "a term must be finite and below 2^62")
        if exponent == 0 { return 0 }
        let mantissa = Int128(bits & 0xF_FFFF_FFFF_FFFF | 0x10_0000_0000_0000)
        // The number is mantissa · 2^(exponent − 1075).
        let shift = exponent - 1_075 + 64
        let magnitude = shift >= 0 ? mantissa << shift : shift < -54 ? 0 : ((mantissa >> (-shift - 1)) + 1) >> 1
        return bits >> 63 == 0 ? magnitude : 0 - magnitude
    }

    private static func number(_ fixed: Int128) -> Double { Double(fixed) * 0x1p-64 }
}
