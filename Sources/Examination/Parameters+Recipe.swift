// SPDX-License-Identifier: Apache-2.0
internal import Measures
internal import Notation
internal import Recipes

extension Parameters {
    /// The parameters of an analysis as its recipe states them.
    init(_ analysis: Analysis) {
        self.init(
            Dictionary(
                analysis.parameters.map { ($0.name, Self.value($0.value)) },
                uniquingKeysWith: { _, last in last }
            )
        )
    }

    private static func value(_ node: Node) -> Value {
        switch node.content {
        case .scalar("true", false): .flag(true)
        case .scalar("false", false): .flag(false)
        case .scalar(let text, let isQuoted): isQuoted ? .text(text) : Double(text).map { .number($0) } ?? .text(text)
        case .list(let nodes): .list(nodes.map { value($0) })
        case .mapping(let entries): .list(entries.map { .list([.text($0.name), value($0.value)]) })
        }
    }

    /// The parameters as text, for the record.
    var texts: [String: String] { values.mapValues { Self.text($0) } }

    private static func text(_ value: Value) -> String {
        switch value {
        case .number(let number): JSONValue.format(number)
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values): values.map { text($0) }.joined(separator: ", ")
        }
    }
}
