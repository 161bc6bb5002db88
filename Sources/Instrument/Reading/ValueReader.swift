// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// Reads values of parameters: plain ones, and histories of dated ones.
enum ValueReader {
    /// A number within a range.
    static func number(
        _ node: Node,
        _ name: String,
        _ range: ClosedRange<Double>,
        _ file: String,
        _ problems: inout [Problem]
    ) -> Double? {
        guard case .scalar(let text, false) = node.content, let number = PlainNumber.value(text) else {
            problems.append(Problem(file: file, line: node.line, message: "\(name): \(node.kind) is not a number"))
            return nil
        }
        guard range.contains(number) else {
            problems.append(
                Problem(
                    file: file,
                    line: node.line,
                    message: "\(name): \(text) is out of range; it can be \(BlockFields.words(range))"
                )
            )
            return nil
        }
        // There is one zero: −0 would make equal instruments differ in their bytes.
        return number + 0
    }

    /// The value of a parameter.
    static func value(_ node: Node, _ parameter: Parameter, _ file: String, _ problems: inout [Problem]) -> Value? {
        guard let known = parameter.elements else {
            let found = number(node, parameter.rawValue, parameter.range, file, &problems)
            if let found, parameter.isWhole, found != found.rounded() {
                problems.append(
                    Problem(file: file, line: node.line, message: "\(parameter.rawValue): a whole number was expected")
                )
                return nil
            }
            return found.map { .number($0) }
        }
        let words = Fields.texts(node, parameter.rawValue, file, &problems)
        let count = problems.count
        for word in words where !known.contains(word) {
            problems.append(
                Problem(
                    file: file,
                    line: node.line,
                    message:
                        "\(parameter.rawValue): there is no \"\(word.prefix(40))\"; there are \(known.joined(separator: ", "))"
                )
            )
        }
        return problems.count > count ? nil : .set(Set(words))
    }

    /// A value, or a history: `[{from: 2027-01-01, value: 1.25, reference: …}, …]`, where `null` ends the rule.
    static func dated<Found>(
        _ node: Node,
        _ name: String,
        _ file: String,
        _ problems: inout [Problem],
        _ value: (Node, inout [Problem]) -> Found?
    ) -> Dated<Found>? {
        guard case .list(let entries) = node.content, entries.contains(where: isMapping) else {
            return value(node, &problems).map { Dated($0) }
        }
        var changes: [Dated<Found>.Change] = []
        for entry in entries {
            var fields = BlockFields(entry, known: ["from", "value", "reference"], file: file)
            let from = fields.day("from")
            if fields.fields["from"] == nil {
                fields.report("from", "\(name): each value of a history says from which day on it holds")
            }
            let reference = fields.text("reference")
            problems += fields.problems
            guard let node = fields.fields["value"] else {
                problems.append(Problem(file: file, line: entry.line, message: "\(name): field \"value\" is missing"))
                continue
            }
            if let from, changes.contains(where: { $0.from == from }) {
                problems.append(
                    Problem(file: file, line: entry.line, message: "\(name): two values begin on one day")
                )
            }
            let found = node.isNull ? nil : value(node, &problems)
            changes.append(Dated<Found>.Change(from: from, value: found, reference: reference))
        }
        return Dated(changes)
    }

    private static func isMapping(_ node: Node) -> Bool {
        if case .mapping = node.content { return true }
        return false
    }
}
