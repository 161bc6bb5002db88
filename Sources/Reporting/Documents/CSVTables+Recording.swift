// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

extension CSVTables {
    var files: CSVTable {
        CSVTable(
            "files.csv",
            ["file", "bytes", "sha256", "pinned"],
            record.recording.files.map { file in
                [.text(file.path), .integer(file.bytes), .text(file.digest), .text(file.isPinned ? "true" : "false")]
            }
        )
    }

    var tables: CSVTable {
        CSVTable(
            "tables.csv",
            ["table", "rows", "kept", "rejected"],
            record.recording.tables.map { table in
                let rejected = table.rejected.reduce(0) { $0 + $1.count }
                return [.text(table.name), .integer(table.rows), .integer(table.kept), .integer(rejected)]
            }
        )
    }

    var rejections: CSVTable {
        CSVTable(
            "rejections.csv",
            ["table", "reason", "rows"],
            record.recording.tables.flatMap { table in
                table.rejected.map { [.text(table.name), .text($0.what), .integer($0.count)] }
            }
        )
    }

    var rejectedRows: CSVTable {
        CSVTable(
            "rejected-rows.csv",
            ["table", "example"],
            record.recording.tables.flatMap { table in table.examples.map { [.text(table.name), .text($0)] } }
        )
    }

    var notes: CSVTable {
        CSVTable(
            "notes.csv",
            ["table", "note", "rows"],
            record.recording.tables.flatMap { table in
                table.notes.map { [.text(table.name), .text($0.what), .integer($0.count)] }
            }
        )
    }

    /// What each measure is, once, in the order of the analyses.
    var measures: CSVTable {
        var table = CSVTable(
            "measures.csv",
            ["measure", "version", "family", "summary", "formula", "unit", "range", "denominator", "source"]
        )
        for card in record.measures {
            table.add([
                .text(card.name), .text(card.version), .text(card.family.rawValue), .text(card.summary),
                .text(card.formula), .text(card.unit), .text(card.range), .text(card.denominator), .text(card.source),
            ])
        }
        return table
    }

    var inference: CSVTable {
        CSVTable(
            "inference.csv",
            ["setting", "value"],
            [
                ["tool", .text(record.tool)],
                ["seed", .text(String(record.inference.seed))],
                ["draws", .integer(record.inference.replicates)],
                ["confidence", .optional(record.inference.confidence)],
                ["method", .text(record.inference.method)],
                ["recipe_sha256", .text(record.recording.recipeDigest)],
                ["instrument_sha256", .optional(record.instrument?.digest)],
            ]
        )
    }
}
