// SPDX-License-Identifier: Apache-2.0

/// A column of names, stored as one integer a row.
public struct Categorical: Sendable, Equatable {
    /// The code that stands for "no value in this row".
    public static let absent: Int32 = -1

    /// One code a row: an index into `names`, or `absent`.
    public var codes: [Int32]
    /// The names the codes refer to.
    public var names: Names

    /// A column from codes and their names.
    public init(codes: [Int32], names: Names) {
        self.codes = codes
        self.names = names
    }

    /// A column from one name a row; `nil` is an absent value.
    public init(_ values: some Sequence<String?>) {
        var names = Names()
        codes = values.map { value in value.map { names.intern($0) } ?? Self.absent }
        self.names = names
    }

    /// Rows.
    public var count: Int { codes.count }

    /// The name in a row, or `nil` where it is absent.
    public subscript(row: Int) -> String? {
        let code = codes[row]
        return code == Self.absent ? nil : names[code]
    }
}
