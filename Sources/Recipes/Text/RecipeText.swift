// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// What the readers of a recipe's parts share: the name of the file for messages, and the problems found so far.
struct RecipeText {
    let file: String
    var problems: [Problem] = []

    mutating func report(_ line: Int, _ message: String) {
        problems.append(Problem(file: file, line: line, message: message))
    }

    /// Reports the names that are no columns.
    mutating func need(_ names: [String], _ known: Set<String>, _ line: Int) {
        for name in names where !known.contains(name) {
            report(
                line,
                "there is no column \"\(name)\" before this; there are \(known.sorted().joined(separator: ", "))"
            )
        }
    }

    /// Refuses a path that leads out of the folder of the data.
    mutating func needBelow(_ path: String, _ line: Int) {
        guard !FileSelection.staysBelow(path) else { return }
        report(
            line,
            "\"\(path)\" leads out of the data folder: paths are relative to the folder that data: or --data names"
        )
    }

    mutating func fields(_ node: Node, _ known: [String]?) -> Fields {
        Fields(node, known: known, file: file, problems: &problems)
    }

    /// The named entries of a group whose names are data.
    mutating func entries(_ node: Node?) -> [Node.Entry] {
        guard let node else { return [] }
        if case .mapping(let entries) = node.content { return entries }
        report(node.line, "\(node.kind): a group of fields was expected")
        return []
    }

    /// A number that is written plainly.
    static func number(_ node: Node) -> Double? {
        guard case .scalar(let text, false) = node.content, let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
