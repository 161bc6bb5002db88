// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Recipes

extension RecordingSummary {
    init(_ recording: Recording) {
        let source = recording.recipe.source
        self.init(
            id: recording.recipe.id,
            title: recording.recipe.title,
            repository: source.repository,
            commit: source.commit,
            licence: source.licence,
            citation: source.citation,
            notes: recording.recipe.notes,
            recipeDigest: Digests.sha256(recording.recipe.text),
            files: recording.files.map {
                File(path: $0.path, bytes: $0.bytes, digest: $0.digest, isPinned: $0.isPinned)
            },
            tables: recording.fillings.map { Table($0, below: recording.folder) }
        )
    }
}

extension RecordingSummary.Table {
    fileprivate init(_ filling: Recording.Filling, below folder: String) {
        self.init(
            name: filling.table,
            rows: filling.rows,
            kept: filling.kept,
            rejected: filling.rejections.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                .map { RecordingSummary.Count(what: $0.key, count: $0.value) },
            examples: filling.rejections.examples.map { example in
                // The record says nothing about where on the machine the data lie.
                let file =
                    example.file.hasPrefix(folder + "/")
                    ? String(example.file.dropFirst(folder.count + 1)) : example.file
                return "\(file):\(example.line):\(example.column): \(example.message)"
            },
            notes: filling.notes.map { RecordingSummary.Count(what: $0.what, count: $0.count) }
        )
    }
}
