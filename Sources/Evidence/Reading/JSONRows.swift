// SPDX-License-Identifier: Apache-2.0

/// Finds the rows inside one JSON value and fills columns from them.
struct JSONRows: Sendable {
    /// Names that lead from the value to its rows; each list on the way is walked through, and `*` stands for every
    /// field of an object.
    ///
    /// Empty: the value is the row, or a list of rows.
    private let path: [[UInt8]]
    let requests: [ColumnRequest]
    private let places: [JSONPlace]
    /// What stands between the elements of a list, for each request that takes one.
    private let separators: [[UInt8]?]
    /// Whether a row may be a text or a number.
    private let takesScalars: Bool

    private static let everyField = Array("*".utf8)

    /// One object on the way to a row, or the row.
    private struct Level {
        /// Its token.
        var index: Int
        /// Its place in the list it stands in, counted from 1.
        var position: Int?
        /// The token of the name it stands under.
        var key: Int?
    }

    init(path: String, requests: [ColumnRequest]) {
        self.path = path.split(separator: ".").map { Array($0.utf8) }
        self.requests = requests
        places = requests.map { request in
            if case .name(let name) = request.source { JSONPlace(name) } else { JSONPlace("") }
        }
        separators = requests.map { request in request.listSeparator.map { Array($0.utf8) } }
        takesScalars = places.contains { $0.up == 0 && $0.target == .value }
    }

    /// Adds the rows of the value on the tape; `position` is its place in the list of the document.
    func append(_ tape: JSONTape, _ span: RawSpan, position: Int?, file: String, into rows: inout RowBuilder) {
        walk([Level(index: 0, position: position, key: nil)], path[...], tape, span, file, &rows)
    }

    /// Walks lists and names until the path ends; the last level is where it has come to.
    private func walk(
        _ levels: [Level],
        _ path: ArraySlice<[UInt8]>,
        _ tape: JSONTape,
        _ span: RawSpan,
        _ file: String,
        _ rows: inout RowBuilder
    ) {
        guard let level = levels.last else { return }
        let token = tape.tokens[level.index]
        if token.kind == .array {
            var inner = levels
            for (offset, element) in tape.elements(ofArrayAt: level.index).enumerated() {
                inner[levels.count - 1] = Level(index: element, position: offset + 1, key: level.key)
                walk(inner, path, tape, span, file, &rows)
            }
        } else if let name = path.first {
            let values =
                name == Self.everyField
                ? tape.values(inObjectAt: level.index)
                : tape.value(of: name, inObjectAt: level.index, span).map { [$0] } ?? []
            // An object without the list simply has no rows, as a post that nobody saw.
            for value in values where tape.tokens[value].kind != .null {
                // The name of a field stands before its value.
                let next = Level(index: value, position: nil, key: value - 1)
                walk(levels + [next], path.dropFirst(), tape, span, file, &rows)
            }
        } else if token.kind == .object || (takesScalars && token.kind != .null) {
            row(levels, tape, span, file, &rows)
        } else {
            rows.reject(
                "not an object",
                file: file,
                message: "a row must be an object; @value takes rows that are texts or numbers"
            )
        }
    }

    private func row(
        _ levels: [Level],
        _ tape: JSONTape,
        _ span: RawSpan,
        _ file: String,
        _ rows: inout RowBuilder
    ) {
        for request in places.indices {
            var found: Int?
            do throws(ColumnBuilder.Refusal) {
                try append(request, levels, tape, span, &rows, &found)
            } catch {
                let value = found.map { span.excerpt(tape.tokens[$0].start, tape.tokens[$0].end) }
                rows.reject(
                    "\(requests[request].column): \(error.reason)",
                    file: file,
                    message: error.message(requests[request], found: value)
                )
                return
            }
        }
        rows.commit()
    }

    // MARK: Values

    /// Adds the value of one column; `found` takes its token, for the message of a refusal.
    private func append(
        _ request: Int,
        _ levels: [Level],
        _ tape: JSONTape,
        _ span: RawSpan,
        _ rows: inout RowBuilder,
        _ found: inout Int?
    ) throws(ColumnBuilder.Refusal) {
        let place = places[request]
        let level = place.up < levels.count ? levels[levels.count - 1 - place.up] : nil
        var several: [Int]?
        switch place.target {
        case .names(let names, let rests):
            guard let start = level?.index else { break }
            let takesLists = separators[request] != nil
            (found, several) = try find(names, rests, from: start, takesLists: takesLists, tape, span)
        case .value: found = level?.index
        case .key: found = level?.key
        case .position:
            guard let position = level?.position else { return try rows.columns[request].appendAbsent() }
            return try rows.columns[request].append(text: Array(String(position).utf8), of: span)
        }
        try fill(request, found, several, tape, span, &rows)
    }

    /// The token that names lead to.
    ///
    /// A list on the way is walked through where the column takes several values; then all of them come back.
    private func find(
        _ names: [[UInt8]],
        _ rests: [[UInt8]],
        from start: Int,
        takesLists: Bool,
        _ tape: JSONTape,
        _ span: RawSpan
    ) throws(ColumnBuilder.Refusal) -> (found: Int?, several: [Int]?) {
        var value = start
        for step in names.indices {
            if tape.tokens[value].kind == .array, step > 0 {
                guard takesLists else { throw .isList }
                var several: [Int] = []
                for element in tape.elements(ofArrayAt: value) {
                    let inner = try find(
                        Array(names[step...]),
                        Array(rests[step...]),
                        from: element,
                        takesLists: takesLists,
                        tape,
                        span
                    )
                    several += inner.several ?? inner.found.map { [$0] } ?? []
                }
                return (value, several)
            }
            guard let next = tape.value(of: names[step], inObjectAt: value, span) else {
                // A name with dots in it.
                guard step + 1 < names.count else { return (nil, nil) }
                return (tape.value(of: rests[step], inObjectAt: value, span), nil)
            }
            value = next
        }
        return (value, nil)
    }

    private func fill(
        _ request: Int,
        _ found: Int?,
        _ several: [Int]?,
        _ tape: JSONTape,
        _ span: RawSpan,
        _ rows: inout RowBuilder
    ) throws(ColumnBuilder.Refusal) {
        guard let found else { return try rows.columns[request].appendAbsent() }
        let token = tape.tokens[found]
        switch token.kind {
        case .null: try rows.columns[request].appendAbsent()
        case .string, .number: try rows.columns[request].append(span, token.start, token.end)
        case .yes, .no, .escapedString:
            try rows.columns[request].append(text: try Self.text(token, span, requests[request].kind), of: span)
        case .object: throw .isGroup
        case .array:
            guard let separator = separators[request] else { throw .isList }
            var text: [UInt8] = []
            for element in several ?? tape.elements(ofArrayAt: found) where tape.tokens[element].kind != .null {
                let piece = try Self.text(tape.tokens[element], span, .name)
                if piece.contains(separator) { throw .holdsSeparator }
                if !text.isEmpty { text += separator }
                text += piece
            }
            try rows.columns[request].append(text: text, of: span)
        }
    }

    /// The text of a value that is no list and no group.
    ///
    /// Yes and no are 1 and 0 where a number is wanted.
    private static func text(
        _ token: JSONTape.Token,
        _ span: RawSpan,
        _ kind: ColumnRequest.Kind
    ) throws(ColumnBuilder.Refusal) -> [UInt8] {
        let isNumeric = kind == .number || kind == .integer
        switch token.kind {
        case .yes: return Array((isNumeric ? "1" : "true").utf8)
        case .no: return Array((isNumeric ? "0" : "false").utf8)
        case .string, .number: return (token.start..<token.end).map { span[$0] }
        case .escapedString:
            guard let text = JSONString.unescape(span, token.start, token.end) else { throw .notText }
            return text
        case .array: throw .isList
        case .object: throw .isGroup
        case .null: return []
        }
    }
}
