// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Reads the columns of a table that stand in its files.
struct TableReading {
    /// The rows of one file.
    struct Part {
        var table: Table
        var rejections: Rejections
        var notes: [Recording.Note] = []
    }

    private let definition: TableDefinition

    init(_ definition: TableDefinition) { self.definition = definition }

    /// Reads one file or one entry of an archive; `pieces` are those of its path.
    func read(
        _ entry: SourceFile.Entry,
        threads: Int,
        progress: Progress?
    ) async throws(RecordingError) -> Part {
        var read: TableRead
        var melted = definition.melt?.columns ?? []
        do throws(FileError) {
            switch definition.format {
            case .csv(let layout):
                let headings =
                    layout.hasHeader ? try CSVReader.headings(of: entry.bytes, name: entry.name, layout: layout) : []
                if let melt = definition.melt, melt.columns.isEmpty {
                    for name in melt.except where !headings.contains(name) {
                        throw FileError(entry.name, reason: "has no column \"\(name)\", which melt excepts")
                    }
                    melted = headings.filter { !melt.except.contains($0) }
                }
                let reader = CSVReader(
                    layout,
                    requests: requests(layout.unpivot, melted) { source in isThere(source, headings) },
                    absentTexts: definition.absentTexts
                )
                read = try await reader.read(entry.bytes, name: entry.name, threads: threads, progress: progress)
            case .json(let layout, let rowPath):
                let reader = JSONReader(
                    layout,
                    rowPath: rowPath,
                    requests: requests(nil, melted) { _ in true },
                    absentTexts: definition.absentTexts
                )
                read = try await reader.read(entry.bytes, name: entry.name, threads: threads, progress: progress)
            }
        } catch {
            throw RecordingError(error.description)
        }
        addPathColumns(entry.pieces, to: &read.table)
        var part = Part(table: read.table, rejections: read.rejections)
        reshape(&part, melted)
        return part
    }

    private func isThere(_ source: ColumnRequest.Source, _ headings: [String]) -> Bool {
        switch source {
        case .name(let name): headings.contains(name)
        case .position: true
        }
    }

    private func requests(
        _ unpivot: CSVLayout.Unpivot?,
        _ melted: [String],
        _ isThere: (ColumnRequest.Source) -> Bool
    ) -> [ColumnRequest] {
        var requests: [ColumnRequest] = []
        if let unpivot {
            requests.append(ColumnRequest(unpivot.valueColumn, from: .name(unpivot.valueColumn), as: .name))
            requests.append(ColumnRequest(unpivot.slotColumn, from: .name(unpivot.slotColumn), as: .integer))
        }
        requests += melted.map { ColumnRequest(TableReshaping.temporaryName($0), from: .name($0), as: .name) }
        let made = definition.madeColumns
        for column in definition.columns where !made.contains(column.name) {
            guard case .file(let places) = column.origin else { continue }
            guard let place = places.first(where: isThere) ?? (column.isOptional ? nil : places.first) else { continue }
            let isExploded = definition.explosion?.column == column.name
            requests.append(
                ColumnRequest(
                    column.name,
                    from: place,
                    as: column.changes.isEmpty && !isExploded ? column.kind : .name,
                    isRequired: isRequired(column) && !isExploded,
                    numberFormat: column.numberFormat,
                    listSeparator: isExploded ? definition.explosion?.separator : column.separator
                )
            )
        }
        return requests
    }

    private func isRequired(_ column: ColumnDefinition) -> Bool {
        column.isRequired || (definition.kind == .impressions && definition.order.contains(column.name))
    }

    /// Columns that say the same in all rows of a file.
    private func addPathColumns(_ pieces: [String: String], to table: inout Table) {
        for column in definition.columns {
            guard case .path(let piece) = column.origin, let text = pieces[piece] else { continue }
            var zone = 0.0
            if case .instant(_, let stated) = column.kind { zone = stated }
            if let seconds = definition.files.pattern?.format(of: piece)?.seconds(text, zone: zone) {
                table.set(column.name, .instants(Array(repeating: seconds, count: table.rowCount)))
            } else {
                let names = Names([text])
                table.set(
                    column.name,
                    .names(Categorical(codes: Array(repeating: 0, count: table.rowCount), names: names))
                )
            }
        }
    }

    private func reshape(_ part: inout Part, _ melted: [String]) {
        if let melt = definition.melt { TableReshaping.melt(melt, melted, in: &part.table) }
        guard let explosion = definition.explosion else { return }
        let empty = TableReshaping.explode(explosion, in: &part.table)
        if empty > 0 {
            part.notes.append(Recording.Note(what: "rows without a value in \(explosion.column)", count: empty))
        }
    }
}
