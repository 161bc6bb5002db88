// SPDX-License-Identifier: Apache-2.0
public import Notation
public import Society

/// A society in YAML: sections with settings, each of which overrides a default.
public enum SocietyFile {
    /// Reads a file.
    ///
    /// - Parameter path: Where it lies.
    /// - Returns: The settings, checked against each other too.
    /// - Throws: `InputError` with a line for each setting that does not exist or lies outside its range.
    public static func settings(at path: String) throws(InputError) -> SocietySettings {
        let text = try InputFile.text(path, what: "a society in YAML", largest: YAMLText.largestText)
        do throws(Problems) {
            return try settings(text, file: path)
        } catch {
            throw InputError(.bad, error.description)
        }
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: YAML.
    ///   - file: What to call it in messages.
    /// - Returns: The settings.
    /// - Throws: `Problems` with every setting that does not exist or lies outside its range.
    public static func settings(_ text: String, file: String) throws(Problems) -> SocietySettings {
        var settings = SocietySettings()
        var problems: [Problem] = []
        let root = Fields(try YAMLText.node(text, file: file), known: sections, file: file, problems: &problems)
        for section in sections {
            guard let node = root[section] else { continue }
            let members = Setting.all.filter { $0.section == section }
            let choices = section == "change" ? ["kernel", "supply"] : []
            let fields = Fields(node, known: choices + members.map(\.name), file: file, problems: &problems)
            for setting in members { read(setting, fields, file, &settings, &problems) }
            guard section == "change" else { continue }
            if let rule: OpinionKernel.Rule = fields.choice("kernel", &problems) { settings.kernel.rule = rule }
            if let supply: SocietySettings.Supply = fields.choice("supply", &problems) { settings.supply = supply }
        }
        problems += settings.contradictions.map { Problem(file: file, line: 1, message: $0) }
        guard problems.isEmpty else { throw Problems(problems.sorted { $0.line < $1.line }) }
        return settings
    }

    /// The sections of a file, in its order.
    private static let sections = Setting.all.map(\.section).reduce(into: [String]()) {
        if $0.last != $1 { $0.append($1) }
    }

    private static func read(
        _ setting: Setting,
        _ fields: Fields,
        _ file: String,
        _ settings: inout SocietySettings,
        _ problems: inout [Problem]
    ) {
        guard let value = fields.number(setting.name, &problems) else { return }
        let isWhole = !setting.isCount || value == value.rounded()
        guard setting.range.contains(value), isWhole else {
            let kind = setting.isCount ? "a whole number" : "a number"
            let (least, most) = (JSONValue.format(setting.range.lowerBound), JSONValue.format(setting.range.upperBound))
            problems.append(
                Problem(
                    file: file,
                    line: fields[setting.name]?.line ?? fields.line,
                    message:
                        "\(setting.name): \(JSONValue.format(value)) must be \(kind) from \(least) to \(most): \(setting.summary)"
                )
            )
            return
        }
        setting.set(value, in: &settings)
    }

    /// The settings as a file: every one, with what it is and where it comes from.
    ///
    /// - Parameter settings: Their values.
    /// - Returns: YAML that reads back as the same settings.
    public static func text(_ settings: SocietySettings) -> String {
        var lines = ["# A society. Every setting may be left out; it then has the value that stands here by default."]
        let values = SettingText.values(of: settings, defaults: SocietySettings())
        for section in sections {
            lines += ["", "\(section):"]
            for value in values where value.name.hasPrefix("\(section).") {
                lines.append("  # \(value.summary). Source: \(value.source).")
                lines.append("  \(value.name.dropFirst(section.count + 1)): \(value.value)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
