// SPDX-License-Identifier: Apache-2.0

/// Finds the rows inside one JSON value and fills columns from them.
struct JSONRows: Sendable {
    /// Names that lead from the value to a list of rows; each list on the way is walked through. Empty: the value is the row.
    let path: [[UInt8]]
    let requests: [ColumnRequest]
    /// For each request, how many enclosing objects to go out of, and the names that lead to its value from there.
    private let places: [(up: Int, names: [[UInt8]])]

    init(path: String, requests: [ColumnRequest]) {
        self.path = path.split(separator: ".").map { Array($0.utf8) }
        self.requests = requests
        places = requests.map { request in
            guard case .name(let name) = request.source else { return (0, []) }
            var rest = Substring(name)
            var up = 0
            while rest.hasPrefix("../") {
                rest = rest.dropFirst(3)
                up += 1
            }
            return (up, rest.split(separator: ".").map { Array($0.utf8) })
        }
    }

    /// Adds the rows of the value on the tape.
    func append(_ tape: JSONTape, _ span: RawSpan, file: String, into rows: inout RowBuilder) {
        walk(0, path[...], [], tape, span, file, &rows)
    }

    /// Walks lists and names until the path ends; `enclosing` holds the objects on the way, the outermost first.
    private func walk(
        _ index: Int, _ path: ArraySlice<[UInt8]>, _ enclosing: [Int], _ tape: JSONTape, _ span: RawSpan, _ file: String,
        _ rows: inout RowBuilder
    ) {
        if tape.tokens[index].kind == .array {
            for element in tape.elements(ofArrayAt: index) { walk(element, path, enclosing, tape, span, file, &rows) }
        } else if let name = path.first {
            // An object without the list simply has no rows, as a post that nobody saw.
            guard let value = tape.value(of: name, inObjectAt: index, span) else { return }
            walk(value, path.dropFirst(), enclosing + [index], tape, span, file, &rows)
        } else {
            row(index, enclosing, tape, span, file, &rows)
        }
    }

    private func row(
        _ index: Int, _ enclosing: [Int], _ tape: JSONTape, _ span: RawSpan, _ file: String, _ rows: inout RowBuilder
    ) {
        guard tape.tokens[index].kind == .object else {
            rows.reject("not an object", file: file, message: "a row must be an object")
            return
        }
        for (request, place) in places.enumerated() {
            let from = place.up == 0 ? index : enclosing.dropLast(place.up - 1).last
            var value = from
            for name in place.names {
                value = value.flatMap { tape.value(of: name, inObjectAt: $0, span) }
            }
            let token = value.map { tape.tokens[$0] }
            do throws(ColumnBuilder.Refusal) {
                try fill(request, token, span, &rows)
            } catch {
                rows.reject(
                    "\(requests[request].column): \(error.reason)", file: file,
                    message: describe(error, requests[request], token.map { excerpt(span, $0.start, $0.end) }))
                return
            }
        }
        rows.commit()
    }

    private func fill(
        _ request: Int, _ token: JSONTape.Token?, _ span: RawSpan, _ rows: inout RowBuilder
    ) throws(ColumnBuilder.Refusal) {
        switch token?.kind {
        case nil, .null: try rows.columns[request].appendAbsent()
        case .string, .number: try rows.columns[request].append(span, token?.start ?? 0, token?.end ?? 0)
        case .yes, .no:
            let isNumeric = requests[request].kind == .number || requests[request].kind == .integer
            let text = token?.kind == .yes ? (isNumeric ? "1" : "true") : (isNumeric ? "0" : "false")
            try rows.columns[request].append(text: Array(text.utf8), of: span)
        case .escapedString:
            guard let text = JSONTape.unescape(span, token?.start ?? 0, token?.end ?? 0) else { throw .notText }
            try rows.columns[request].append(text: text, of: span)
        case .object, .array: throw .notText
        }
    }
}
