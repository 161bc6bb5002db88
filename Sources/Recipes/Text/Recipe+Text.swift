// SPDX-License-Identifier: Apache-2.0
public import Notation

extension Recipe {
    /// Reads a recipe and reports everything that is wrong with its text at once.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - file: What to call it in messages.
    ///   - lists: The text of the list of digests that `checksums` names, by its name.
    /// - Returns: The recipe.
    /// - Throws: `Problems`, each with file and line.
    public static func parse(
        _ text: String,
        file: String,
        digests lists: (String) -> String? = { _ in nil }
    ) throws(Problems) -> Recipe {
        var source = RecipeText(file: file)
        let root = try YAMLText.node(text, file: file)
        let fields = source.fields(
            root,
            [
                "recipe", "title", "source", "data", "notes", "checksums", "mostRejected", "tables", "analyses",
                "published",
            ]
        )
        let id = fields.text("recipe", isNeeded: true, &source.problems) ?? ""
        var recipe = Recipe(
            id: id,
            title: fields.text("title", &source.problems) ?? id,
            source: origin(fields["source"], &source),
            dataFolders: fields.texts("data", &source.problems),
            digests: digests(fields["checksums"], lists, &source),
            mostRejected: mostRejected(fields, &source),
            tables: [],
            analyses: [],
            published: [],
            publishedTables: [],
            text: text,
            file: file
        )
        recipe.notes = fields.texts("notes", &source.problems)
        if recipe.dataFolders.isEmpty { recipe.dataFolders = ["."] }
        for entry in source.entries(fields["tables"]) {
            if let table = TableDefinition(entry, &source) { recipe.tables.append(table) }
        }
        for node in fields.list("analyses", &source.problems) { recipe.analyses += Analysis.read(node, &source) }
        for node in fields.list("published", &source.problems) {
            switch PublishedCell.read(node, &source) {
            case .cell(let cell): recipe.published.append(cell)
            case .table(let table): recipe.publishedTables.append(table)
            case nil: break
            }
        }
        recipe.check(&source)
        guard source.problems.isEmpty else { throw Problems(source.problems.sorted { $0.line < $1.line }) }
        return recipe
    }

    private static func origin(_ node: Node?, _ source: inout RecipeText) -> Source {
        guard let node else { return Source() }
        let fields = source.fields(node, ["repository", "commit", "licence", "citation"])
        return Source(
            repository: fields.text("repository", &source.problems),
            commit: fields.text("commit", &source.problems),
            licence: fields.text("licence", &source.problems),
            citation: fields.text("citation", &source.problems)
        )
    }

    private static func mostRejected(_ fields: Fields, _ source: inout RecipeText) -> Double {
        let share = fields.number("mostRejected", &source.problems) ?? 0
        if !(0...1).contains(share) {
            source.report(fields["mostRejected"]?.line ?? 1, "mostRejected is a share from 0 to 1, such as 0.001")
        }
        return share
    }

    private static func digests(
        _ node: Node?,
        _ lists: (String) -> String?,
        _ source: inout RecipeText
    ) -> [String: String] {
        guard let node else { return [:] }
        if case .scalar(let name, _) = node.content {
            guard let text = lists(name) else {
                source.report(node.line, "the list of digests \"\(name)\" cannot be read beside the recipe")
                return [:]
            }
            switch Digests.list(text) {
            case .success(let digests): return digests
            case .failure(let error):
                source.report(node.line, "\(name): \(error.reason); it is what sha256sum prints")
                return [:]
            }
        }
        var digests: [String: String] = [:]
        for entry in source.entries(node) {
            guard let digest = Fields.text(entry.value, entry.name, source.file, &source.problems) else { continue }
            if digest.count != 64 || !digest.allSatisfy(\.isHexDigit) {
                source.report(entry.line, "the SHA-256 of \"\(entry.name)\" must have 64 hexadecimal digits")
            }
            digests[entry.name] = digest.lowercased()
        }
        return digests
    }
}
