// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// Reads a block `exception`, and finds exceptions that contradict each other.
enum ExceptionReader {
    /// More exceptions of one article are refused: each is held against each other.
    static let most = 100

    static func exception(
        _ block: LiterateText.Block,
        _ file: String,
        heading: LiterateText.Heading,
        id: String,
        _ problems: inout [Problem]
    ) throws(Problems) -> ClauseException {
        var fields = try BlockFields(block, known: ["of", "when", "applies", "replaces"], file: file)
        let of = fields.text("of", isNeeded: true) ?? ""
        let when = condition(&fields)
        let applies = fields.flag("applies")
        var replaced: ClauseException.Replacement?
        if let node = fields.fields["replaces"] { replaced = replacement(node, file, &fields.problems) }
        if (applies == nil) == (replaced == nil) || applies == true {
            fields.report(
                "applies",
                "say what the exception does: \"applies: false\", or \"replaces\" with other values"
            )
        }
        problems += fields.problems
        return ClauseException(
            id: id,
            title: heading.title,
            of: of,
            when: when,
            effect: replaced.map { .replaces($0) } ?? .doesNotApply,
            prose: [],
            line: heading.line
        )
    }

    private static func condition(_ fields: inout BlockFields) -> Condition {
        guard let node = fields.fields["when"] else {
            fields.report("when", "field \"when\" is missing: an exception says when it holds")
            return Condition()
        }
        let known = ["monthlyUsersBelow", "monthlyUsersFrom", "surfaces", "accessBelow"]
        var group = BlockFields(node, known: known, file: fields.file)
        let names = group.texts("surfaces")
        for name in names where Surface(rawValue: name) == nil {
            let all = Surface.allCases.map(\.rawValue).joined(separator: ", ")
            group.report("surfaces", "surfaces: there is no \"\(name.prefix(40))\"; there are \(all)")
        }
        let condition = Condition(
            monthlyUsersBelow: group.whole("monthlyUsersBelow"),
            monthlyUsersFrom: group.whole("monthlyUsersFrom"),
            surfaces: group.fields["surfaces"] == nil ? nil : Set(names.compactMap { Surface(rawValue: $0) }),
            accessBelow: group.choice("accessBelow")
        )
        if group.problems.isEmpty {
            if condition == Condition() {
                group.report("when", "when states nothing: an exception that always holds is a rule")
            }
            if !condition.canHold { group.report("when", "no circumstances are such that this condition holds") }
        }
        fields.problems += group.problems
        return condition
    }

    private static func replacement(
        _ node: Node,
        _ file: String,
        _ problems: inout [Problem]
    ) -> ClauseException.Replacement {
        let names = ["bound", "tolerance", "access", "method"] + Parameter.negotiable.map(\.rawValue)
        var fields = BlockFields(node, known: names, file: file)
        var replacement = ClauseException.Replacement(
            bound: fields.number("bound"),
            tolerance: fields.number("tolerance", in: 0...Double.greatestFiniteMagnitude),
            access: fields.choice("access"),
            method: fields.choice("method")
        )
        for parameter in Parameter.negotiable {
            guard let node = fields.fields[parameter.rawValue] else { continue }
            let value = ValueReader.value(node, parameter, file, &fields.problems)
            if value?.isEmptySet == true {
                fields.report(
                    parameter.rawValue,
                    "\(parameter.rawValue): an empty set leaves the clause without an object"
                )
            }
            replacement.parameters[parameter] = value
        }
        if fields.fields.names.isEmpty { fields.report("", "replaces states nothing") }
        problems += fields.problems
        return replacement
    }

    /// Reports bounds that the measure cannot have, exceptions of nothing, cycles of exceptions, exceptions that never hold, and
    /// exceptions that can hold side by side.
    static func check(_ article: Article, _ context: ReadingContext, _ problems: inout [Problem]) {
        let exceptions = article.exceptions
        let byID = Dictionary(exceptions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        func report(_ exception: ClauseException, _ message: String) {
            problems.append(Problem(file: article.clause.file, line: exception.line, message: message))
        }
        guard exceptions.count <= most else {
            return report(exceptions[most], "more than \(most) exceptions of one article")
        }
        let range = context.range(of: article.clause.measure, article.clause.rule)
        for exception in exceptions {
            guard case .replaces(let values) = exception.effect, let bound = values.bound, !range.contains(bound) else {
                continue
            }
            report(exception, "bound of \"\(exception.id)\" is out of range; it can be \(BlockFields.words(range))")
        }
        var chains: [String: [ClauseException]] = [:]
        for exception in exceptions {
            var chain = [exception]
            while let last = chain.last, last.of != article.clause.id {
                guard let next = byID[last.of] else {
                    if chain.count == 1 {
                        report(
                            exception,
                            "\"\(exception.id)\" is an exception of \"\(last.of.prefix(60))\", which this article does not have"
                        )
                    }
                    chain = []
                    break
                }
                if chain.contains(where: { $0.id == next.id }) {
                    let ring = (chain.map(\.id) + [next.id]).joined(separator: " → ")
                    report(exception, "exceptions of each other have no beginning: \(ring)")
                    chain = []
                    break
                }
                chain.append(next)
            }
            guard !chain.isEmpty else { continue }
            if chain.count > 1, Condition.all(chain.map(\.when)) == nil {
                report(exception, "\"\(exception.id)\" never holds: what it is an exception of excludes its condition")
            } else {
                chains[exception.id] = chain
            }
        }
        for (index, one) in exceptions.enumerated() {
            for two in exceptions[(index + 1)...] {
                guard let first = chains[one.id], let second = chains[two.id] else { continue }
                if first.contains(where: { $0.id == two.id }) || second.contains(where: { $0.id == one.id }) {
                    continue
                }
                guard Condition.all((first + second).map(\.when)) != nil else { continue }
                report(
                    two,
                    "\"\(one.id)\" (line \(one.line)) and \"\(two.id)\" (line \(two.line)) can hold at once: make one an exception of the "
                        + "other, or let their conditions exclude each other"
                )
            }
        }
    }
}
