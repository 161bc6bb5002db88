// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Reads the columns of a table that stand in its files.
struct TableReading {
    /// The rows of one file.
    struct Part {
        var table: Table
        var rejections: Rejections
    }

    private let definition: TableDefinition

    init(_ definition: TableDefinition) { self.definition = definition }

    /// Reads one file or one entry of an archive.
    func read(
        _ entry: (name: String, bytes: FileBytes),
        path: String,
        threads: Int,
        progress: Progress?
    ) async throws(RecordingError) -> Part {
        var read: TableRead
        do throws(FileError) {
            switch definition.format {
            case .csv(let layout):
                let headings =
                    layout.hasHeader ? try CSVReader.headings(of: entry.bytes, name: entry.name, layout: layout) : []
                let reader = CSVReader(
                    layout,
                    requests: requests(unpivot: layout.unpivot) { source in isThere(source, headings) },
                    absentTexts: definition.absentTexts
                )
                read = try await reader.read(entry.bytes, name: entry.name, threads: threads, progress: progress)
            case .json(let layout, let rowPath):
                let reader = JSONReader(
                    layout,
                    rowPath: rowPath,
                    requests: requests(unpivot: nil) { _ in true },
                    absentTexts: definition.absentTexts
                )
                read = try await reader.read(entry.bytes, name: entry.name, threads: threads, progress: progress)
            }
        } catch {
            throw RecordingError(error.description)
        }
        addPathColumns(path, to: &read.table)
        return Part(table: read.table, rejections: read.rejections)
    }

    private func isThere(_ source: ColumnRequest.Source, _ headings: [String]) -> Bool {
        switch source {
        case .name(let name): headings.contains(name)
        case .position: true
        }
    }

    private func requests(
        unpivot: CSVLayout.Unpivot?,
        _ isThere: (ColumnRequest.Source) -> Bool
    ) -> [ColumnRequest] {
        var requests: [ColumnRequest] = []
        if let unpivot {
            requests.append(ColumnRequest(unpivot.valueColumn, from: .name(unpivot.valueColumn), as: .name))
            requests.append(ColumnRequest(unpivot.slotColumn, from: .name(unpivot.slotColumn), as: .integer))
        }
        for column in definition.columns {
            guard case .file(let places) = column.origin else { continue }
            guard let place = places.first(where: isThere) ?? (column.isOptional ? nil : places.first) else { continue }
            let isRequired =
                column.isRequired || (definition.kind == .impressions && definition.order.contains(column.name))
            let kind = column.changes.isEmpty ? column.kind : .name
            requests.append(ColumnRequest(column.name, from: place, as: kind, isRequired: isRequired))
        }
        return requests
    }

    /// Columns that say the same in all rows of a file.
    private func addPathColumns(_ path: String, to table: inout Table) {
        guard let pattern = definition.files.pattern, let pieces = pattern.match(path) else { return }
        for column in definition.columns {
            guard case .path(let piece) = column.origin, let text = pieces[piece] else { continue }
            if let seconds = pattern.format(of: piece)?.seconds(text) {
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
}
