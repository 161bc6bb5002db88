// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

extension ColumnDefinition {
    private static let others = [
        "with", "type", "format", "zone", "percent", "required", "optional", "separator", "split", "piece", "replace",
        "map", "otherwise", "lower", "trim", "bins", "scale", "offset", "calendar",
    ]

    init?(_ entry: Node.Entry, numbers: NumberFormat?, _ source: inout RecipeText) {
        name = entry.name
        line = entry.line
        (changes, kind, numberFormat, isRequired, isOptional) = ([], .name, numbers, false, false)
        guard case .mapping = entry.value.content else {
            guard let places = Self.places(entry.value, &source) else { return nil }
            origin = .file(places)
            return
        }
        let fields = source.fields(entry.value, Self.originNames + Self.others)
        guard let origin = Self.origin(fields, entry, &source) else { return nil }
        self.origin = origin
        changes = Self.changes(fields, &source)
        kind = Self.kind(fields, &source)
        isRequired = fields.flag("required", &source.problems) ?? false
        isOptional = fields.flag("optional", &source.problems) ?? false
        separator = fields.text("separator", &source.problems)
        if separator == "" { source.report(line, "separator must not be empty") }
        if case .lookup(let lookup) = origin, lookup.takesAll, separator == nil {
            source.report(
                line,
                "\"\(name)\" takes all values, so it needs a separator to stand between them, such as \"|\""
            )
        }
        numberFormat = Self.numberFormat(fields, numbers, kind, &source)
        scale = fields.number("scale", &source.problems)
        offset = fields.number("offset", &source.problems)
        calendar = Self.calendar(fields, &source)
    }

    /// One heading, position or path, or several of which files have one.
    static func places(_ node: Node, _ source: inout RecipeText) -> [ColumnRequest.Source]? {
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
        } else if let node = fields["piece"] {
            source.report(node.line, "piece needs split: the text to cut at")
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
                map[entry.name] =
                    entry.value.isNull ? "" : Fields.text(entry.value, entry.name, source.file, &source.problems)
            }
            changes.append(.rename(map, otherwise: fields.choice("otherwise", &source.problems) ?? .keep))
        } else if let node = fields["otherwise"], fields["when"] == nil {
            source.report(node.line, "otherwise needs a map, or when")
        }
        if fields["bins"] != nil {
            let bounds = fields.list("bins", &source.problems).compactMap { RecipeText.number($0) }
            if bounds.isEmpty || zip(bounds, bounds.dropFirst()).contains(where: { $0 >= $1 }) {
                source.report(fields["bins"]?.line ?? fields.line, "bins needs ascending numbers")
            } else {
                changes.append(.bins(bounds))
            }
        }
        return changes
    }

    // MARK: Kinds

    private enum KindName: String, CaseIterable {
        case name, integer, number, boolean, time
    }

    private static func kind(_ fields: Fields, _ source: inout RecipeText) -> ColumnRequest.Kind {
        let name: KindName = fields.choice("type", &source.problems) ?? (fields["format"] == nil ? .name : .time)
        if let node = fields["format"], name != .time { source.report(node.line, "format belongs to type: time") }
        if let node = fields["zone"], name != .time, fields["calendar"] == nil {
            source.report(node.line, "zone belongs to type: time, or to calendar")
        }
        switch name {
        case .name: return .name
        case .integer: return .integer
        case .number: return .number
        case .boolean: return .boolean
        case .time:
            let text = fields.text("format", &source.problems) ?? "iso8601"
            guard let format = InstantFormat(text) else {
                source.report(
                    fields["format"]?.line ?? fields.line,
                    "\"\(text)\" is no time format: iso8601, epoch-seconds, epoch-milliseconds or a pattern such as M/d/yy H:mm"
                )
                return .name
            }
            // With calendar, the zone is that of the calendar; a moment that says no zone is then one of that zone, too.
            return .instant(format, zone: zone(fields, &source))
        }
    }

    private static func numberFormat(
        _ fields: Fields,
        _ numbers: NumberFormat?,
        _ kind: ColumnRequest.Kind,
        _ source: inout RecipeText
    ) -> NumberFormat? {
        guard fields.flag("percent", &source.problems) == true else { return numbers }
        if kind != .number { source.report(fields["percent"]?.line ?? fields.line, "percent needs type: number") }
        var format = numbers ?? NumberFormat()
        format.isPercent = true
        return format
    }

    private static func calendar(_ fields: Fields, _ source: inout RecipeText) -> CalendarStretch? {
        guard let unit: CalendarStretch.Unit = fields.choice("calendar", &source.problems) else { return nil }
        return CalendarStretch(unit: unit, zone: zone(fields, &source))
    }

    /// Seconds east of UTC.
    private static func zone(_ fields: Fields, _ source: inout RecipeText) -> Double {
        guard let text = fields.text("zone", &source.problems), text != "UTC" else { return 0 }
        if let utc = InstantFormat.iso8601.seconds("2000-01-01T00:00:00" + text) { return 946_684_800 - utc }
        let message = "zone must be UTC or an offset such as +02:00"
        let line = fields["zone"]?.line ?? fields.line
        if !source.problems.contains(where: { $0.line == line && $0.message == message }) {
            source.report(line, message)
        }
        return 0
    }
}
