// SPDX-License-Identifier: Apache-2.0
internal import Evidence
private import Foundation
internal import Notation

/// Proposes a recipe for files that have none, by the names of their columns.
///
/// Impressions need `viewer`, `item`, and `time` or `seq`; `arm`, `session`, `slot`, `author`, `count`, `score`, `part`, `readerPart`,
/// `page` and `unit` are used where they are there, and so are further files of items, people, candidates and follow relations.
/// Common other names (`user_id`, `post_id`, `position`, `created_at` …) are recognised. Everything that was assumed stands in the
/// notes of the recipe, whose text can be saved, changed and used instead.
public enum RecordingDescription {
    /// Proposes a recipe.
    ///
    /// - Parameter paths: Files, or folders whose files are all taken.
    /// - Returns: The recipe, and the folder its paths start from.
    /// - Throws: `RecordingError` where files cannot be read, hold no impressions with an order, or name no unit whose values are
    ///   independent: it says what to do.
    public static func recipe(
        forFiles paths: [String]
    ) async throws(RecordingError) -> (recipe: Recipe, folder: String) {
        let (files, folder) = try PlainFiles.find(paths)
        let tables = try PlainFiles.tables(files, in: folder)
        guard let impressions = tables.first(where: { $0.kind == .impressions }) else {
            throw RecordingError(
                "none of the files holds impressions: columns viewer, item, and time or seq; found \(found(tables)). Rename the "
                    + "columns, or write a recipe"
            )
        }
        var plain = PlainRecipe(tables, title: title(paths))
        guard plain.impressions?.order.isEmpty == false else {
            if let heading = impressions.roles[.time] ?? impressions.roles[.seq] {
                let example = impressions.examples(impressions.roles[.time] == nil ? .seq : .time).first ?? ""
                throw RecordingError(
                    "\(folder)/\(impressions.paths.first ?? ""): \"\(heading)\" puts nothing in order: \"\(example.prefix(40))\" is no "
                        + "time or number that can be read without being told how. Write a recipe that says its format"
                )
            }
            throw RecordingError(
                "\(folder)/\(impressions.paths.first ?? ""): impressions need a time or a sequence (columns time or seq): the order of "
                    + "lines is not evidence. Add one, or write a recipe that says where it is; found \(found([impressions]))"
            )
        }
        let unit = try unit(plain, impressions, folder)
        plain.addNote("what is independent of each other: the values of \(unit)")
        let arms = try await complete(&plain, folder)
        let text = plain.text(unit: unit, arms: arms)
        return (try parse(text), folder)
    }

    private static func parse(_ text: String) throws(RecordingError) -> Recipe {
        do throws(Problems) {
            return try Recipe.parse(text, file: "proposed recipe")
        } catch {
            throw RecordingError(error.description)
        }
    }

    private static func title(_ paths: [String]) -> String {
        "Recording of "
            + paths.map { URL(fileURLWithPath: $0).standardizedFileURL.lastPathComponent }.joined(separator: ", ")
    }

    private static func found(_ tables: [PlainTable]) -> String {
        tables.map { table in
            "\(table.paths.first ?? "") (\(table.sketch.columns.prefix(20).map(\.name).joined(separator: ", ")))"
        }.joined(separator: "; ")
    }

    /// The largest unit that is named: rows of one unit are not independent.
    private static func unit(
        _ plain: PlainRecipe,
        _ table: PlainTable,
        _ folder: String
    ) throws(RecordingError) -> String {
        if let unit = ["unit", "cluster", "viewer", "session"].first(where: {
            plain.impressions?.names.contains($0) == true
        }) {
            return unit
        }
        throw RecordingError(
            "\(folder)/\(table.paths.first ?? ""): no column says who saw what (viewer, or unit: whose values are independent); rows "
                + "alone are not, so nothing can be estimated. Add the column, or write a recipe; found \(found([table]))"
        )
    }

    /// Reads arms and places, and adds what can be known only from all rows.
    private static func complete(
        _ plain: inout PlainRecipe,
        _ folder: String
    ) async throws(RecordingError) -> [(subject: String, reference: String)] {
        let needsPage = plain.impressions.map { $0.names.contains("slot") && !$0.names.contains("page") } ?? false
        guard needsPage || plain.impressions?.names.contains("arm") == true else { return [] }
        let recipe = try parse(plain.text(unit: nil, arms: []))
        let recording = try await RecordingReader(recipe, folder: folder).read()
        guard let table = recording.tables["impressions"] else { return [] }
        if needsPage { addPage(&plain, table) }
        plain.viewersAreAssigned = viewersAreAssigned(table)
        return arms(&plain, table)
    }

    /// Whether every viewer is in one arm only, as where people were assigned to arms.
    private static func viewersAreAssigned(_ table: Table) -> Bool {
        guard let viewers = table["viewer"]?.categorical, let arms = table["arm"]?.categorical else { return false }
        var first = Array(repeating: Categorical.absent, count: viewers.names.count)
        for (viewer, arm) in zip(viewers.codes, arms.codes) where viewer >= 0 && arm >= 0 {
            if first[Int(viewer)] >= 0, first[Int(viewer)] != arm { return false }
            first[Int(viewer)] = arm
        }
        return true
    }

    /// The columns that tell pages apart: the fewest under which no place occurs twice.
    private static func addPage(_ plain: inout PlainRecipe, _ table: Table) {
        let choices = [
            ["viewer", "session"], ["viewer", "session", "time"], ["viewer", "time"], ["viewer", "seq"],
            ["session", "time"],
        ]
        for choice in choices {
            let names = (choice + ["arm"]).filter { plain.impressions?.names.contains($0) == true }
            guard Set(choice).isSubset(of: names) else { continue }
            let columns = names.compactMap { table[$0] }
            guard let slot = table["slot"] else { return }
            let places = RowGroups(columns + [slot], rowCount: table.rowCount)
            guard places.count == table.rowCount, !places.codes.contains(-1) else { continue }
            plain.addColumn(
                "page",
                "{join: [\(names.joined(separator: ", "))]}",
                note: "a page is what has the same \(names.joined(separator: ", "))"
            )
            return
        }
        plain.addNote("places are not used: no column, and no columns together, tell pages apart (page, or session)")
    }

    private static func arms(
        _ plain: inout PlainRecipe,
        _ table: Table
    ) -> [(subject: String, reference: String)] {
        guard let names = table["arm"]?.categorical.compacted().names.list.sorted(), names.count > 1 else { return [] }
        let known = names.filter { PlainTable.isReference($0) }
        let reference = known.first ?? names[0]
        let others = names.filter { $0 != reference }
        let why = known.isEmpty ? "the first by name, as none says that it is the reference" : "by its name"
        plain.addNote("the reference arm is \"\(reference)\": \(why)")
        if others.count > 12 {
            plain.addNote("\(others.count) arms are too many to compare each with the reference; write a recipe")
            return []
        }
        return others.map { (subject: $0, reference: reference) }
    }
}
