// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

extension ColumnDefinition {
    private static let origins = ["from", "file", "of", "join", "constant", "lookup"]
    private static let others = [
        "with", "type", "format", "zone", "required", "optional", "separator", "split", "piece", "replace", "map",
        "otherwise",
        "lower", "trim", "bins",
    ]

    init?(_ entry: Node.Entry, _ source: inout RecipeText) {
        name = entry.name
        line = entry.line
        (changes, kind, isRequired, isOptional, separator) = ([], .name, false, false, nil)
        switch entry.value.content {
        case .scalar, .list:
            guard let places = Self.places(entry.value, &source) else { return nil }
            origin = .file(places)
        case .mapping:
            let fields = source.fields(entry.value, Self.origins + Self.others)
            guard let origin = Self.origin(fields, entry, &source) else { return nil }
            self.origin = origin
            changes = Self.changes(fields, &source)
            kind = Self.kind(fields, &source)
            isRequired = fields.flag("required", &source.problems) ?? false
            isOptional = fields.flag("optional", &source.problems) ?? false
            separator = fields.text("separator", &source.problems)
            if separator == "" { source.report(line, "separator must not be empty") }
        }
    }

    /// One heading, position or path, or several of which files have one.
    private static func places(_ node: Node, _ source: inout RecipeText) -> [ColumnRequest.Source]? {
        if case .list(let nodes) = node.content { return nodes.flatMap { places($0, &source) ?? [] } }
        guard case .scalar(let text, let isQuoted) = node.content else {
            source.report(node.line, "\(node.kind): a heading, a position or a path was expected")
            return nil
        }
        if !isQuoted, let position = Int(text) {
            if position < 1 { source.report(node.line, "positions count from 1") }
            return [.position(max(position, 1))]
        }
        return [.name(text)]
    }

    private static func origin(_ fields: Fields, _ entry: Node.Entry, _ source: inout RecipeText) -> Origin? {
        let stated = origins.filter { fields[$0] != nil }
        guard stated.count <= 1 else {
            source.report(entry.line, "\"\(entry.name)\" has several origins: \(stated.joined(separator: ", "))")
            return nil
        }
        switch stated.first {
        case "from": return fields["from"].flatMap { places($0, &source) }.map { .file($0) }
        case "file": return fields.text("file", &source.problems).map { .path($0) }
        case "of": return fields.text("of", &source.problems).map { .column($0) }
        case "constant": return fields.text("constant", &source.problems).map { .constant($0) }
        case "join":
            return .join(fields.texts("join", &source.problems), with: fields.text("with", &source.problems) ?? " / ")
        case "lookup":
            guard let node = fields["lookup"] else { return nil }
            let lookup = source.fields(node, ["in", "by", "key", "take"])
            guard let table = lookup.text("in", isNeeded: true, &source.problems),
                let by = lookup.text("by", isNeeded: true, &source.problems),
                let take = lookup.text("take", isNeeded: true, &source.problems)
            else { return nil }
            return .lookup(table: table, by: by, key: lookup.text("key", &source.problems) ?? by, take: take)
        default: return .file([.name(entry.name)])
        }
    }

    private static func changes(_ fields: Fields, _ source: inout RecipeText) -> [Change] {
        var changes: [Change] = []
        if let text = fields.text("split", &source.problems) {
            let piece = fields.number("piece", &source.problems) ?? 1
            if text.isEmpty || piece == 0 || piece.magnitude > 1_000 || piece != piece.rounded() {
                source.report(
                    fields["split"]?.line ?? fields.line,
                    "split needs a text, and piece a number: 1 is the first piece, -1 the last"
                )
            } else {
                changes.append(.piece(of: text, Int(piece)))
            }
        }
        for entry in source.entries(fields["replace"]) {
            guard let with = Fields.text(entry.value, entry.name, source.file, &source.problems) else { continue }
            if entry.name.isEmpty { source.report(entry.line, "an empty text cannot be replaced") }
            changes.append(.replace(entry.name, with: with))
        }
        if fields.flag("lower", &source.problems) == true { changes.append(.lowercase) }
        if fields.flag("trim", &source.problems) == true { changes.append(.trim) }
        if fields["map"] != nil {
            var map: [String: String] = [:]
            for entry in source.entries(fields["map"]) {
                map[entry.name] = Fields.text(entry.value, entry.name, source.file, &source.problems)
            }
            changes.append(.rename(map, otherwise: fields.choice("otherwise", &source.problems) ?? .keep))
        } else if let node = fields["otherwise"] {
            source.report(node.line, "otherwise needs a map")
        }
        if fields["bins"] != nil {
            let bounds = fields.list("bins", &source.problems).compactMap { RecipeText.number($0) }
            if bounds.isEmpty || zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) {
                source.report(fields["bins"]?.line ?? fields.line, "bins needs ascending numbers")
            }
            changes.append(.bins(bounds))
        }
        return changes
    }

    private enum KindName: String, CaseIterable {
        case name, integer, number, time
    }

    private static func kind(_ fields: Fields, _ source: inout RecipeText) -> ColumnRequest.Kind {
        let name: KindName = fields.choice("type", &source.problems) ?? (fields["format"] == nil ? .name : .time)
        switch name {
        case .name: return .name
        case .integer: return .integer
        case .number: return .number
        case .time:
            let text = fields.text("format", &source.problems) ?? "iso8601"
            guard let format = InstantFormat(text) else {
                source.report(
                    fields["format"]?.line ?? fields.line,
                    "\"\(text)\" is no time format: iso8601, epoch-seconds, epoch-milliseconds or a pattern such as M/d/yy H:mm"
                )
                return .name
            }
            return .instant(format, zone: zone(fields, &source))
        }
    }

    /// Seconds east of UTC.
    private static func zone(_ fields: Fields, _ source: inout RecipeText) -> Double {
        guard let text = fields.text("zone", &source.problems), text != "UTC" else { return 0 }
        if let utc = InstantFormat.iso8601.seconds("2000-01-01T00:00:00" + text) { return 946_684_800 - utc }
        source.report(fields["zone"]?.line ?? fields.line, "zone must be UTC or an offset such as +02:00")
        return 0
    }
}
