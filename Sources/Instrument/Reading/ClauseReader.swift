// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// Reads the block `clause` of an article.
struct ClauseReader {
    private static let known = [
        "measure", "figure", "population", "reads", "symmetric", "atMost", "atLeast", "tolerance", "rule", "parameters",
        "access", "method", "burden", "status", "evidence", "anchors", "analyses",
    ]

    private var block: BlockFields
    private let context: ReadingContext

    init(_ block: LiterateText.Block, file: String, _ context: ReadingContext) throws(Problems) {
        self.block = try BlockFields(block, known: Self.known, file: file)
        self.context = context
    }

    /// Everything wrong with the block is in `problems` afterwards.
    mutating func read(into article: inout Article, _ problems: inout [Problem]) {
        let measure = block.text("measure", isNeeded: true) ?? ""
        let figure = block.text("figure") ?? ""
        if !measure.isEmpty { checkMeasure(measure, figure) }
        let direction: Criterion.Direction = block.fields["atLeast"] == nil ? .atMost : .atLeast
        let name = direction == .atMost ? "atMost" : "atLeast"
        if (block.fields["atMost"] == nil) == (block.fields["atLeast"] == nil) {
            block.report("atMost", "state one of \"atMost\" and \"atLeast\", a number")
        }
        let rule: Clause.Rule = block.choice("rule") ?? .limits
        if rule == .eValue, direction == .atLeast {
            block.report("atLeast", "evidence against a duty is bounded from above: state \"atMost\" for an e-value")
        }
        article.bound = number(name, context.range(of: measure, rule)) ?? Dated(0)
        article.tolerance = number("tolerance", 0...Double.greatestFiniteMagnitude) ?? Dated(0)
        article.parameters = parameters()
        let clause = Clause(
            id: article.clause.id,
            title: article.clause.title,
            duty: article.clause.duty,
            measure: measure,
            figure: figure,
            population: block.text("population") ?? "",
            reads: reads(),
            symmetry: block.choice("symmetric"),
            rule: rule,
            criterion: Criterion(direction, bound: article.bound.changes.last?.value ?? 0),
            access: block.choice("access") ?? .outside,
            method: block.choice("method") ?? .test,
            burden: block.choice("burden") ?? .body,
            status: block.choice("status") ?? .draft,
            isCore: context.head.core.map { $0 == article.clause.group } ?? false,
            evidence: block.texts("evidence"),
            anchors: anchors(),
            analyses: block.texts("analyses"),
            file: article.clause.file,
            line: article.clause.line
        )
        article.clause = clause
        problems += block.problems
    }

    private mutating func number(_ name: String, _ range: ClosedRange<Double>) -> Dated<Double>? {
        guard let node = block.fields[name] else { return nil }
        return ValueReader.dated(node, name, block.file, &block.problems) { node, problems in
            ValueReader.number(node, name, range, block.file, &problems)
        }
    }

    /// A figure that an arm, a group or another name of the data tells apart is not bound: a clause treats all names alike.
    ///
    /// Nor is the pattern of such figures, `share/<part>`: a part can have that very name.
    private mutating func checkMeasure(_ measure: String, _ figure: String) {
        guard let figures = context.figures[measure] else {
            if context.terms[measure] == nil {
                let known = Set(context.figures.keys).union(context.terms.keys).sorted().joined(separator: ", ")
                return block.report("measure", "there is no measure \"\(measure.prefix(60))\"; there are \(known)")
            }
            if !figure.isEmpty {
                block.report("figure", "\(measure) is not computed yet, so it has no figure \"\(figure.prefix(60))\"")
            }
            return
        }
        let all = figures.filter { !$0.contains("<") }
        let bindable = all.joined(separator: ", ")
        if block.fields["figure"] == nil {
            return block.report("measure", "field \"figure\" is missing: bind one of \(bindable)")
        }
        guard !all.contains(figure) else { return }
        if figure.contains("/") {
            block.report(
                "figure",
                "\"\(figure.prefix(60))\" names a part of the data: a clause treats all names alike; bind one of \(bindable)"
            )
        } else {
            block.report("figure", "\(measure) has no figure \"\(figure.prefix(60))\"; it has \(bindable)")
        }
    }

    private mutating func reads() -> [Clause.Field] {
        let whitelist = Clause.Field.allCases.map(\.rawValue).joined(separator: ", ")
        let names = block.texts("reads")
        if names.isEmpty { block.report("reads", "reads: say what the clause looks at, \(whitelist)") }
        return names.compactMap { name in
            if let field = Clause.Field(rawValue: name) { return field }
            block.report("reads", "no clause may read \"\(name.prefix(60))\": it may read \(whitelist)")
            return nil
        }
    }

    private mutating func parameters() -> [Parameter: Dated<Value>] {
        guard let node = block.fields["parameters"] else { return [:] }
        let group = BlockFields(node, known: Parameter.negotiable.map(\.rawValue), file: block.file)
        block.problems += group.problems
        var found: [Parameter: Dated<Value>] = [:]
        for parameter in Parameter.negotiable {
            guard let node = group.fields[parameter.rawValue] else { continue }
            let file = block.file
            let value = ValueReader.dated(node, parameter.rawValue, file, &block.problems) { node, problems in
                ValueReader.value(node, parameter, file, &problems)
            }
            if let value, value.changes.contains(where: { $0.value?.isEmptySet == true }) {
                block.problems.append(
                    Problem(
                        file: file,
                        line: node.line,
                        message: "\(parameter.rawValue): an empty set leaves the clause without an object"
                    )
                )
            }
            found[parameter] = value
        }
        return found
    }

    private mutating func anchors() -> [Anchor] {
        var anchors: [Anchor] = []
        for node in block.list("anchors") {
            var fields = BlockFields(node, known: ["to", "at", "relation"], file: block.file)
            let law = fields.text("to", isNeeded: true) ?? ""
            if !law.isEmpty, context.laws[law] == nil {
                let known = context.laws.keys.sorted().joined(separator: ", ")
                fields.report(
                    "to",
                    known.isEmpty
                        ? "there is no law \"\(law.prefix(40))\": the vocabulary lists none under \"laws\""
                        : "there is no law \"\(law.prefix(40))\"; there are \(known)"
                )
            }
            let place = fields.text("at", isNeeded: true) ?? ""
            let relation: Anchor.Relation? = fields.choice("relation")
            if fields.fields["relation"] == nil { fields.report("relation", "field \"relation\" is missing") }
            anchors.append(Anchor(law: law, place: place, relation: relation ?? .intersectsWith))
            block.problems += fields.problems
        }
        let reached = Set(anchors.map(\.law)).filter { context.laws[$0].map { $0.status != .bill } ?? false }
        if reached.count < context.head.lawsPerArticle {
            block.report(
                "anchors",
                "anchors reach \(reached.count) of the \(context.head.lawsPerArticle) different laws that are needed, bills not counted"
            )
        }
        return anchors
    }
}

extension Parameter {
    /// What stands under `parameters`: bound and limit have fields of their own.
    static var negotiable: [Parameter] { allCases.filter { $0 != .bound && $0 != .limit } }
}
