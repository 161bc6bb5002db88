// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Points in 16 dimensions that fill the unit cube more evenly than random ones: Sobol's sequence with a keyed digital shift.
///
/// Direction numbers of Joe and Kuo (SIAM J. Sci. Comput. 30, 2008, set 6), in the order of Gray's code. The shift changes the same bits
/// of all points, so that every seed has points of its own and each is as evenly spread.
struct SobolSequence: Sendable {
    static let dimensions = 16

    /// Coefficients of the polynomial and first direction numbers of dimensions 2 to 16.
    private static let table: [(coefficients: UInt32, first: [UInt32])] = [
        (0, [1]), (1, [1, 3]), (1, [1, 3, 1]), (2, [1, 1, 1]), (1, [1, 1, 3, 3]), (4, [1, 3, 5, 13]),
        (2, [1, 1, 5, 5, 17]), (4, [1, 1, 5, 5, 5]), (7, [1, 1, 7, 11, 19]), (11, [1, 1, 5, 1, 1]),
        (13, [1, 1, 1, 3, 11]), (14, [1, 3, 5, 5, 31]), (1, [1, 3, 3, 9, 7, 49]), (13, [1, 1, 1, 15, 21, 21]),
        (16, [1, 3, 1, 13, 27, 49]),
    ]

    /// 32 direction numbers for each dimension.
    private let directions: [[UInt32]]
    private let shifts: [UInt32]

    /// The sequence that belongs to a shift; without one it is the published sequence.
    init(shiftedBy random: KeyedRandom? = nil) {
        directions = [(0..<32).map { 1 << (31 - $0) }] + Self.table.map(Self.directions)
        shifts = (0..<UInt32(Self.dimensions)).map { random?.words(.hunt, 0, $0).x ?? 0 }
    }

    /// The point with a number, each coordinate in parts of 2³².
    func point(_ number: Int) -> [UInt32] {
        let gray = UInt32(truncatingIfNeeded: number ^ number >> 1)
        return (0..<Self.dimensions).map { dimension in
            var value = shifts[dimension]
            for bit in 0..<32 where (gray >> UInt32(bit)) & 1 == 1 { value ^= directions[dimension][bit] }
            return value
        }
    }

    private static func directions(_ entry: (coefficients: UInt32, first: [UInt32])) -> [UInt32] {
        let degree = entry.first.count
        var values = entry.first.enumerated().map { $1 << UInt32(31 - $0) }
        for index in degree..<32 {
            var value = values[index - degree] ^ (values[index - degree] >> UInt32(degree))
            for lag in 1..<max(1, degree) where (entry.coefficients >> UInt32(degree - 1 - lag)) & 1 == 1 {
                value ^= values[index - lag]
            }
            values.append(value)
        }
        return values
    }
}

extension KeyedRandom.Purpose {
    /// Making up personas.
    static let hunt = KeyedRandom.Purpose(rawValue: 34)
}
