// SPDX-License-Identifier: Apache-2.0
internal import Notation

extension PublishedCell {
    /// What an entry of `published` can be.
    enum Entry {
        case cell(PublishedCell)
        case table(PublishedTable)
    }

    static func read(_ node: Node, _ source: inout RecipeText) -> Entry? {
        let fields = source.fields(
            node,
            [
                "cell", "published", "expected", "value", "of", "scale", "exact", "within", "decimals", "agrees",
                "note", "table", "where", "figure",
            ]
        )
        return fields["table"] == nil ? cell(fields, &source) : table(fields, &source)
    }

    private static func cell(_ fields: Fields, _ source: inout RecipeText) -> Entry? {
        guard let label = fields.text("cell", isNeeded: true, &source.problems),
            let value = fields.text("value", isNeeded: true, &source.problems),
            let (analysis, figure) = reference(value, fields, &source)
        else { return nil }
        let published = fields.text("published", &source.problems)
        let expected = fields.number("expected", &source.problems)
        if published == nil, expected == nil {
            source.report(fields.line, "a cell needs what was published, or what is expected, or both")
        }
        return .cell(
            PublishedCell(
                label: label,
                published: published,
                expected: expected,
                tolerance: tolerance(fields, &source),
                analysis: analysis,
                figure: figure,
                part: fields.choice("of", &source.problems) ?? .estimate,
                scale: fields.number("scale", &source.problems) ?? 1,
                agrees: fields.flag("agrees", &source.problems) ?? true,
                note: fields.text("note", &source.problems),
                line: fields.line
            )
        )
    }

    private static func table(_ fields: Fields, _ source: inout RecipeText) -> Entry? {
        guard let file = fields.text("table", &source.problems),
            let value = fields.text("value", isNeeded: true, &source.problems),
            let text = fields.text("figure", isNeeded: true, &source.problems),
            let (analysis, figure) = reference(text, fields, &source)
        else { return nil }
        return .table(
            PublishedTable(
                label: fields.text("cell", &source.problems) ?? file,
                file: file,
                value: value,
                conditions: Condition.list(fields["where"], &source),
                analysis: analysis,
                figure: figure,
                scale: fields.number("scale", &source.problems) ?? 1,
                tolerance: tolerance(fields, &source),
                line: fields.line
            )
        )
    }

    /// Splits "analysis.figure/part" at the first dot.
    private static func reference(_ text: String, _ fields: Fields, _ source: inout RecipeText) -> (String, String)? {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2 { return (parts[0], parts[1]) }
        source.report(fields.line, "\"\(text)\" is no figure: write analysis.figure, such as share.share/left")
        return nil
    }

    private static func tolerance(_ fields: Fields, _ source: inout RecipeText) -> Tolerance? {
        let stated = ["exact", "within", "decimals"].filter { fields[$0] != nil }
        if stated.count > 1 {
            source.report(fields.line, "state one tolerance, not \(stated.joined(separator: " and "))")
        }
        if fields.flag("exact", &source.problems) == true { return .exact }
        if let distance = fields.number("within", &source.problems) {
            if distance < 0 { source.report(fields["within"]?.line ?? fields.line, "within must not be negative") }
            return .within(distance)
        }
        guard let decimals = fields.number("decimals", &source.problems) else { return nil }
        guard (0...15).contains(decimals), decimals == decimals.rounded() else {
            source.report(fields["decimals"]?.line ?? fields.line, "decimals must be a whole number from 0 to 15")
            return nil
        }
        return .decimals(Int(decimals))
    }
}
