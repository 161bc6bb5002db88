// SPDX-License-Identifier: Apache-2.0

extension Column {
    /// The column as names: numbers as they are printed.
    public var categorical: Categorical {
        if case .names(let column) = self { return column }
        var names = Names()
        let codes = (0..<count).map { row in text(row).map { names.intern($0) } ?? Categorical.absent }
        return Categorical(codes: codes, names: names)
    }

    /// The column as numbers, or `nil` where it holds names.
    ///
    /// Moments are seconds since 1970-01-01T00:00:00Z.
    public var numbers: [Double]? {
        switch self {
        case .names: nil
        case .integers(let values): values.map { $0 == Self.absentInteger ? .nan : Double($0) }
        case .numbers(let values), .instants(let values): values
        }
    }

    /// Reads names as another kind.
    ///
    /// - Parameters:
    ///   - names: The texts.
    ///   - kind: What they are to be.
    ///   - format: How numbers are written, where it is not the plain way.
    /// - Returns: The column, absent where a text cannot be read, and the texts that could not.
    public static func read(
        _ names: Categorical,
        as kind: ColumnRequest.Kind,
        numberFormat format: NumberFormat? = nil
    ) -> (column: Column, refused: [String]) {
        var refused: [String] = []
        func values<Value>(_ absent: Value, _ read: (RawSpan, Int) -> Value?) -> [Value] {
            let values = (0..<Int32(names.names.count)).map { code in
                let name = names.names[code]
                let bytes = Array(name.utf8)
                if let value = read(unsafe bytes.span.bytes, bytes.count) { return value }
                refused.append(name)
                return absent
            }
            return names.codes.map { $0 < 0 ? absent : values[Int($0)] }
        }
        switch kind {
        case .name: return (.names(names), [])
        case .integer: return (.integers(values(absentInteger) { ValueReader.integer($0, 0, $1, format) }), refused)
        case .boolean: return (.integers(values(absentInteger) { ValueReader.boolean($0, 0, $1) }), refused)
        case .number: return (.numbers(values(.nan) { ValueReader.number($0, 0, $1, format) }), refused)
        case .instant(let format, let zone):
            return (.instants(values(.nan) { format.seconds($0, 0, $1, zone: zone) }), refused)
        }
    }
}
