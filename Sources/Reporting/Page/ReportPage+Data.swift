// SPDX-License-Identifier: Apache-2.0
internal import Examination

extension ReportPage {
    /// What was read, and what of it could not be.
    var data: Markup {
        let recording = record.recording
        return Markup("section", ["id": "data"]) {
            Markup("h2") { "Data" }
            if let society = record.society {
                Markup("p") {
                    "No files were read: the tables are what the simulation left, \(SocietyWords.counted(society.worlds.count, "world")) with the "
                    "seed \(String(society.seed)). Everything in them is invented by the program; none of it is about anybody."
                }
            } else {
                origin
            }
            if !recording.notes.isEmpty {
                Markup("ul", ["class": "small"]) { for note in recording.notes { Markup("li") { note } } }
            }
            if !recording.files.isEmpty { files }
            if !recording.tables.isEmpty { tables }
            counts("Rows that could not be used, by reason.", "rejections.csv", "Reason", \.rejected)
            examples
            counts("What else was noticed.", "notes.csv", "Note", \.notes)
            if let society = record.society, !society.worlds.isEmpty { worlds(society) }
        }
    }

    private var origin: Markup {
        let recording = record.recording
        return Markup("dl", ["class": "pairs"]) {
            if let repository = recording.repository {
                Markup("dt") { "Source" }
                Markup("dd") { link(repository) }
            }
            if let commit = recording.commit {
                Markup("dt") { "Revision" }
                Markup("dd") { Markup("code") { commit } }
            }
            if let citation = recording.citation {
                Markup("dt") { "Cited as" }
                Markup("dd") { citation }
            }
            if let licence = recording.licence {
                Markup("dt") { "Licence" }
                Markup("dd") { licence }
            }
        }
    }

    /// A link where the text is an address of the web, else the text.
    private func link(_ address: String) -> Markup {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return Markup(address) }
        return Markup("a", ["href": address, "rel": "noreferrer"]) { address }
    }

    private var files: Markup {
        PageTable(
            caption: "Files.",
            twin: "files.csv",
            columns: [("File", .name), ("Bytes", .number), ("SHA-256", .name), ("Pinned by the recipe", .name)],
            rows: record.recording.files.map { file in
                [
                    Markup.name(file.path), Markup(NumberStyle.count(file.bytes)),
                    Markup("code", ["title": file.digest]) { String(file.digest.prefix(16)) + "…" },
                    Markup(file.isPinned ? "yes" : "no"),
                ]
            }
        ).markup
    }

    private var tables: Markup {
        PageTable(
            caption: record.society == nil ? "Rows." : "Rows of the tables of the simulation.",
            twin: "tables.csv",
            columns: [("Table", .name), ("Read", .number), ("Kept", .number), ("Rejected", .number)],
            rows: record.recording.tables.map { table in
                [
                    Markup(table.name), Markup(NumberStyle.count(table.rows)), Markup(NumberStyle.count(table.kept)),
                    Markup(NumberStyle.count(table.rejected.reduce(0) { $0 + $1.count })),
                ]
            }
        ).markup
    }

    private func counts(
        _ caption: String,
        _ twin: String,
        _ heading: String,
        _ list: (RecordingSummary.Table) -> [RecordingSummary.Count]
    ) -> Markup? {
        let rows = record.recording.tables.flatMap { table in
            list(table).map { [Markup(table.name), Markup($0.what), Markup(NumberStyle.count($0.count))] }
        }
        guard !rows.isEmpty else { return nil }
        return PageTable(
            caption: caption,
            twin: twin,
            columns: [("Table", .name), (heading, .words), ("Rows", .number)],
            rows: rows
        ).markup
    }

    private var examples: Markup? {
        let rows = record.recording.tables.flatMap { table in table.examples.map { [Markup(table.name), Markup($0)] } }
        guard !rows.isEmpty else { return nil }
        return PageTable(
            caption: "The first rows that could not be used: file, line, column, reason.",
            twin: "rejected-rows.csv",
            columns: [("Table", .name), ("Place and reason", .words)],
            rows: rows
        ).markup
    }
}
