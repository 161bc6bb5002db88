// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Notation

extension Condition {
    /// Conditions by column: a value, a list of values, or tests.
    static func list(_ node: Node?, _ source: inout RecipeText) -> [Condition] {
        source.entries(node).map { entry in
            Condition(column: entry.name, tests: tests(entry.value, &source), line: entry.line)
        }
    }

    private static func tests(_ node: Node, _ source: inout RecipeText) -> [Test] {
        guard case .mapping = node.content else {
            return [.isOneOf(Fields.texts(node, "condition", source.file, &source.problems))]
        }
        let fields = source.fields(node, ["in", "not", "atMost", "atLeast", "below", "above", "present"])
        var tests: [Test] = []
        if fields["in"] != nil { tests.append(.isOneOf(fields.texts("in", &source.problems))) }
        if fields["not"] != nil { tests.append(.isNoneOf(fields.texts("not", &source.problems))) }
        if let bound = bound("atMost", fields, &source) { tests.append(.atMost(bound)) }
        if let bound = bound("atLeast", fields, &source) { tests.append(.atLeast(bound)) }
        if let bound = bound("below", fields, &source) { tests.append(.below(bound)) }
        if let bound = bound("above", fields, &source) { tests.append(.above(bound)) }
        if let flag = fields.flag("present", &source.problems) { tests.append(.isPresent(flag)) }
        if tests.isEmpty { source.report(node.line, "a condition needs at least one test, such as atMost: 10") }
        return tests
    }

    /// A number, or a moment in ISO 8601.
    private static func bound(_ name: String, _ fields: Fields, _ source: inout RecipeText) -> Double? {
        guard let node = fields[name] else { return nil }
        if case .scalar(let text, _) = node.content {
            if let number = Double(text), number.isFinite { return number }
            if let seconds = InstantFormat.iso8601.seconds(text) { return seconds }
        }
        source.report(node.line, "\(name): \(node.kind) is neither a number nor a moment such as 2026-03-01T12:00:00Z")
        return nil
    }
}
