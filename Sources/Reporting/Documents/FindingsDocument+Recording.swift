// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Notation

extension FindingsDocument {
    static func recording(_ recording: RecordingSummary) -> JSONValue {
        .object([
            "id": .text(recording.id),
            "title": .text(recording.title),
            "repository": .optional(recording.repository),
            "commit": .optional(recording.commit),
            "licence": .optional(recording.licence),
            "citation": .optional(recording.citation),
            "notes": .list(recording.notes.map { .text($0) }),
            "recipeDigest": .text("sha256:" + recording.recipeDigest),
            "files": .list(recording.files.map { file($0) }),
            "tables": .list(recording.tables.map { table($0) }),
        ])
    }

    private static func file(_ file: RecordingSummary.File) -> JSONValue {
        .object([
            "path": .text(file.path),
            "bytes": .integer(file.bytes),
            "digest": .text("sha256:" + file.digest),
            "isPinned": .flag(file.isPinned),
        ])
    }

    private static func table(_ table: RecordingSummary.Table) -> JSONValue {
        .object([
            "name": .text(table.name),
            "rows": .integer(table.rows),
            "kept": .integer(table.kept),
            "rejected": .list(table.rejected.map { count($0, "reason") }),
            "rejectedExamples": .list(table.examples.map { .text($0) }),
            "notes": .list(table.notes.map { count($0, "note") }),
        ])
    }

    private static func count(_ count: RecordingSummary.Count, _ name: String) -> JSONValue {
        .object([name: .text(count.what), "count": .integer(count.count)])
    }
}
