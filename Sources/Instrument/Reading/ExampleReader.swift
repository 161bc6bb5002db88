// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// Reads a block `example`.
enum ExampleReader {
    private static let evidence = ["limits", "counted", "census", "eValue", "evidence", "recording"]

    static func example(
        _ block: LiterateText.Block,
        _ file: String,
        _ problems: inout [Problem]
    ) throws(Problems) -> Example {
        var fields = try BlockFields(block, known: ["case", "given", "verdict"], file: file)
        let title = fields.text("case", isNeeded: true) ?? ""
        let verdict: Verdict? = fields.choice("verdict")
        if fields.fields["verdict"] == nil { fields.report("verdict", "field \"verdict\" is missing") }
        var example = Example(
            title: title,
            evidence: .none,
            circumstances: Circumstances(),
            verdict: verdict ?? .notDetermined,
            line: fields.line
        )
        if let node = fields.fields["given"] {
            given(node, file, into: &example, &fields.problems)
        } else {
            fields.report("given", "field \"given\" is missing: say what is known in the case")
        }
        problems += fields.problems
        return example
    }

    private static func given(_ node: Node, _ file: String, into example: inout Example, _ problems: inout [Problem]) {
        var group = BlockFields(node, known: evidence + ["monthlyUsers", "surface", "access"], file: file)
        example.circumstances = Circumstances(
            monthlyUsers: group.whole("monthlyUsers"),
            surface: group.choice("surface"),
            access: group.choice("access")
        )
        let kinds = evidence.filter { group.fields[$0] != nil }
        if kinds.count > 1 { group.report(kinds[1], "one kind of evidence a case: \(kinds.joined(separator: " or "))") }
        switch kinds.first {
        case "limits": example.evidence = limits(&group)
        case "counted": example.evidence = counted(&group)
        case "census": example.evidence = group.number("census").map { .census($0) } ?? .none
        case "eValue": example.evidence = eValue(&group)
        case "recording": example.evidence = group.text("recording").map { .recording($0) } ?? .none
        case "evidence":
            if group.text("evidence") != "none" { group.report("evidence", "evidence can only be \"none\"") }
        default: break
        }
        problems += group.problems
    }

    private static func limits(_ group: inout BlockFields) -> Example.Evidence {
        let nodes = group.list("limits")
        let range = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
        let numbers = nodes.compactMap { ValueReader.number($0, "limits", range, group.file, &group.problems) }
        guard numbers.count == 2, numbers[0] <= numbers[1] else {
            if numbers.count == nodes.count {
                group.report("limits", "limits: two numbers were expected, the lower one first")
            }
            return .none
        }
        return .limits(lower: numbers[0], upper: numbers[1])
    }

    private static func counted(_ group: inout BlockFields) -> Example.Evidence {
        guard let node = group.fields["counted"] else { return .none }
        var fields = BlockFields(node, known: ["events", "of"], file: group.file)
        let events = fields.whole("events")
        let total = fields.whole("of", least: 1)
        if fields.problems.isEmpty {
            if let events, let total, events <= total {
                return .counted(events: events, of: total)
            }
            fields.report("events", "counted: say how many events of how many cases, {events: 3, of: 5000}")
        }
        group.problems += fields.problems
        return .none
    }

    private static func eValue(_ group: inout BlockFields) -> Example.Evidence {
        guard let node = group.fields["eValue"] else { return .none }
        var fields = BlockFields(node, known: ["value", "pairs", "planned"], file: group.file)
        let value = fields.number("value", in: 0...Double.greatestFiniteMagnitude)
        let pairs = fields.whole("pairs")
        let planned = fields.whole("planned", least: 1)
        if fields.problems.isEmpty {
            if let value, let pairs, let planned { return .eValue(value, pairs: pairs, planned: planned) }
            fields.report("value", "eValue: say {value: 25, pairs: 500, planned: 500}")
        }
        group.problems += fields.problems
        return .none
    }
}
