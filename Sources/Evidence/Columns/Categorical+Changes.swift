// SPDX-License-Identifier: Apache-2.0

extension Categorical {
    /// The column with other names: each name is changed once, however many rows have it.
    ///
    /// - Parameter change: The new name, or `nil` for "no value".
    /// - Returns: The column under its new names.
    /// - Throws: What `change` throws.
    public func mapped<Failure: Error>(
        _ change: (String) throws(Failure) -> String?
    ) throws(Failure) -> Categorical {
        var changed = Names()
        var map: [Int32] = []
        map.reserveCapacity(names.count)
        for code in 0..<Int32(names.count) {
            let name = try change(names[code])
            map.append(name.map { changed.intern($0) } ?? Self.absent)
        }
        return Categorical(codes: codes.map { $0 < 0 ? $0 : map[Int($0)] }, names: changed)
    }

    /// Several columns as one: the names of a row side by side.
    ///
    /// A row that lacks one of them lacks all.
    ///
    /// - Parameters:
    ///   - columns: Columns of equal length; at least one.
    ///   - separator: Stands between two names.
    /// - Returns: One column; empty where there are no columns.
    public static func joined(_ columns: [Categorical], with separator: String) -> Categorical {
        guard var joined = columns.first else { return Categorical(codes: [], names: Names()) }
        for column in columns.dropFirst() { joined = joined.joined(with: column, separator) }
        return joined
    }

    /// Each pair of codes makes its name once, however many rows have it.
    private func joined(with other: Categorical, _ separator: String) -> Categorical {
        precondition(count == other.count)
        var pairs: [UInt64: Int32] = [:]
        var merged = Names()
        var codes: [Int32] = []
        codes.reserveCapacity(count)
        for (left, right) in zip(self.codes, other.codes) {
            guard left >= 0, right >= 0 else {
                codes.append(Self.absent)
                continue
            }
            let pair = UInt64(UInt32(left)) << 32 | UInt64(UInt32(right))
            if let code = pairs[pair] {
                codes.append(code)
            } else {
                var name = names[left] + separator + other.names[right]
                // Names can hold the separator; other pairs that read the same are told apart by a stroke.
                while merged.code(of: name) != nil { name += "\u{2032}" }
                let code = merged.intern(name)
                pairs[pair] = code
                codes.append(code)
            }
        }
        return Categorical(codes: codes, names: merged)
    }
}

extension Categorical {
    /// The column with only those names that occur, numbered in the order of the rows.
    public func compacted() -> Categorical {
        var map = Array(repeating: Self.absent, count: names.count)
        var used = Names()
        let codes = codes.map { code in
            if code < 0 { return code }
            if map[Int(code)] < 0 { map[Int(code)] = used.intern(names[code]) }
            return map[Int(code)]
        }
        return Categorical(codes: codes, names: used)
    }
}
