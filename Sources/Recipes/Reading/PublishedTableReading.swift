// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Reads the cells of a publication from one of its files.
struct PublishedTableReading {
    private let recipe: Recipe
    private let definition: PublishedTable

    init(_ definition: PublishedTable, of recipe: Recipe) {
        self.recipe = recipe
        self.definition = definition
    }

    func cells(_ file: SourceFile) async throws(RecordingError) -> [PublishedCell] {
        let place = "\(recipe.file):\(definition.line)"
        guard let pieces = Self.pieces(definition.figure) else {
            throw RecordingError("\(place): a brace is not closed in \"\(definition.figure)\"")
        }
        let names = pieces.filter(\.isColumn).map(\.text)
        let table = try await read(file, columns: names + definition.conditions.map(\.column), place)
        let rows = try RowSelection(file: recipe.file, title: definition.label).rows(definition.conditions, in: table)
        return (rows ?? (0..<Int32(table.rowCount)).map { $0 }).compactMap { row in
            guard let text = table[definition.value]?.text(Int(row)), let value = Double(text) else { return nil }
            let filled = pieces.map { $0.isColumn ? table[$0.text]?.text(Int(row)) ?? "" : $0.text }
            let label = pieces.indices.filter { pieces[$0].isColumn }.map { filled[$0] }.joined(separator: " / ")
            return PublishedCell(
                label: "\(definition.label): \(label)",
                published: text,
                expected: value,
                tolerance: definition.tolerance ?? .within(1e-12),
                analysis: definition.analysis,
                figure: filled.joined(),
                part: .estimate,
                scale: definition.scale,
                agrees: true,
                note: nil,
                line: definition.line
            )
        }
    }

    private func read(
        _ file: SourceFile,
        columns: [String],
        _ place: String
    ) async throws(RecordingError) -> Table {
        var names: [String] = []
        for name in columns + [definition.value] where !names.contains(name) { names.append(name) }
        let isTabbed = definition.file.hasSuffix(".tsv")
        let layout = CSVLayout(delimiter: isTabbed ? UInt8(ascii: "\t") : UInt8(ascii: ","), isRagged: true)
        let reader = CSVReader(layout, requests: names.map { ColumnRequest($0, from: .name($0), as: .name) })
        do throws(FileError) {
            return try await reader.read(file.bytes, name: file.full).table
        } catch {
            throw RecordingError("\(place): \(error)")
        }
    }

    /// A text with columns in braces, cut.
    private static func pieces(_ text: String) -> [(text: String, isColumn: Bool)]? {
        var pieces: [(text: String, isColumn: Bool)] = []
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            pieces.append((String(rest[..<open]), false))
            pieces.append((String(rest[rest.index(after: open)..<close]), true))
            rest = rest[rest.index(after: close)...]
        }
        pieces.append((String(rest), false))
        return pieces
    }
}
