// SPDX-License-Identifier: Apache-2.0

/// The distinct names of a column, numbered from 0 in the order in which they first appeared.
public struct Names: Sendable, Equatable {
    /// Names by code.
    public private(set) var list: [String]
    private var codes: [String: Int32]

    /// Names in a given order; a name that occurs twice keeps its first code.
    public init(_ names: some Sequence<String> = []) {
        list = []
        codes = [:]
        for name in names { _ = intern(name) }
    }

    /// How many names there are.
    public var count: Int { list.count }

    /// The name of a code.
    public subscript(code: Int32) -> String { list[Int(code)] }

    /// The code of a name, or `nil` where it does not occur.
    public func code(of name: String) -> Int32? { codes[name] }

    /// The code of a name, which is added where it is new.
    public mutating func intern(_ name: String) -> Int32 {
        if let code = codes[name] { return code }
        let code = Int32(list.count)
        list.append(name)
        codes[name] = code
        return code
    }
}
