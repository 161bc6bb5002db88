// SPDX-License-Identifier: Apache-2.0
public import Notation

extension Position {
    /// Reads a position, in YAML or JSON, and reports everything that is wrong with it at once.
    ///
    /// `{signatory: A, clauses: {ev-3: {bound: 1.25, tolerance: 0.15}, ac-1: {}}}`. A clause that is not listed is not accepted; a
    /// parameter that is not stated is accepted as the rule-book proposes it.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - file: What to call it in messages.
    ///   - ruleBook: What is negotiated over.
    ///   - day: The day whose proposal fills what is not stated.
    /// - Throws: `Problems` with file and line.
    public init(_ text: String, file: String, for ruleBook: RuleBook, asOf day: Day) throws(Problems) {
        let node = try YAMLText.node(text, file: file)
        var fields = BlockFields(
            node,
            known: ["signatory", "vocabulary", "asOf", "ratified", "left", "clauses", "reservations"],
            file: file
        )
        let name = fields.text("signatory", isNeeded: true) ?? ""
        if fields.fields["signatory"] != nil, name.isEmpty || name.utf8.count > 80 {
            fields.report("signatory", "signatory: a name of 1 … 80 characters was expected")
        }
        let version = fields.text("vocabulary")
        if let version, version != ruleBook.head.version {
            fields.report(
                "vocabulary",
                "the position is written for version \(version.prefix(40)) of the vocabulary; the rule-book is version \(ruleBook.head.version)"
            )
        }
        let reader = PositionReader(ruleBook, day, file)
        let terms = reader.terms(&fields)
        let ratified = fields.day("ratified")
        let left = fields.day("left")
        if let ratified, let left, left < ratified { fields.report("left", "left lies before ratified") }
        self.init(
            signatory: name,
            terms: terms,
            vocabulary: version,
            stated: fields.day("asOf"),
            ratified: ratified,
            left: left,
            reservations: reader.reservations(&fields)
        )
        guard fields.problems.isEmpty else { throw Problems(fields.problems.sorted { $0.line < $1.line }) }
    }
}

/// Reads what a position says about clauses.
struct PositionReader {
    private let articles: [String: (article: Article, clause: Clause)]
    private let ruleBook: RuleBook
    private let file: String

    init(_ ruleBook: RuleBook, _ day: Day, _ file: String) {
        self.ruleBook = ruleBook
        self.file = file
        articles = Dictionary(
            ruleBook.articles.compactMap { article in
                article.clause(asOf: day).map { ($0.id, (article, $0)) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func terms(_ fields: inout BlockFields) -> Terms {
        guard let node = fields.fields["clauses"] else { return Terms() }
        let group = BlockFields(node, known: nil, file: file)
        fields.problems += group.problems
        var terms = Terms()
        for id in group.fields.names {
            guard let node = group.fields[id] else { continue }
            guard let entry = articles[id] else {
                fields.problems.append(Problem(file: file, line: node.line, message: unknown(id)))
                continue
            }
            // A name with nothing behind it accepts the clause as proposed.
            terms[id] = node.isNull ? entry.clause.terms : values(node, entry.clause, &fields.problems)
        }
        return terms
    }

    /// The values of one clause: those stated, and the proposed ones for the rest.
    func values(_ node: Node, _ clause: Clause, _ problems: inout [Problem]) -> Terms.Clause {
        let names = clause.parameters.keys.sorted()
        var fields = BlockFields(node, known: ["bound", "tolerance"] + names.map(\.rawValue), file: file)
        let range = ReadingContext.range(of: clause, in: ruleBook)
        var values = clause.terms
        let bound =
            fields.fields["bound"].flatMap { ValueReader.number($0, "bound", range, file, &fields.problems) }
            ?? clause.criterion.bound
        let tolerance =
            fields.number("tolerance", in: 0...Double.greatestFiniteMagnitude) ?? clause.criterion.tolerance
        let criterion = Criterion(clause.criterion.direction, bound: bound, tolerance: tolerance)
        if clause.rule == .eValue, criterion != clause.criterion {
            fields.report(
                bound == clause.criterion.bound ? "tolerance" : "bound",
                "\(clause.id): the bound of an e-value is a matter of confidence and not negotiated"
            )
        }
        values[.bound] = .number(criterion.bound)
        values[.limit] = .number(criterion.limit)
        for parameter in names {
            guard let node = fields.fields[parameter.rawValue] else { continue }
            if let value = ValueReader.value(node, parameter, file, &fields.problems) { values[parameter] = value }
        }
        problems += fields.problems.map {
            $0.message.hasPrefix(clause.id)
                ? $0 : Problem(file: $0.file, line: $0.line, message: "\(clause.id): \($0.message)")
        }
        return values
    }

    func reservations(_ fields: inout BlockFields) -> [Reservation] {
        var reservations: [Reservation] = []
        for node in fields.list("reservations") {
            var group = BlockFields(node, known: ["clause", "parameters"], file: file)
            let id = group.text("clause", isNeeded: true) ?? ""
            if !id.isEmpty {
                if articles[id] == nil { group.report("clause", unknown(id)) }
                if articles[id]?.clause.isCore == true {
                    group.report("clause", "\(id) is a core clause: it cannot be reserved")
                }
            }
            var parameters: Set<Parameter> = []
            for word in group.texts("parameters") {
                switch word {
                case "bound", "tolerance": parameters.formUnion([.bound, .limit])
                default:
                    guard let parameter = Parameter(rawValue: word), parameter != .limit else {
                        group.report("parameters", "there is no parameter \"\(word.prefix(40))\"")
                        continue
                    }
                    parameters.insert(parameter)
                }
            }
            reservations.append(Reservation(clause: id, parameters: parameters.sorted()))
            fields.problems += group.problems
        }
        return reservations
    }

    private func unknown(_ id: String) -> String {
        "the rule-book has no clause \"\(id.prefix(60))\" in force; it has \(articles.keys.sorted().joined(separator: ", "))"
    }
}

extension ReadingContext {
    /// Values that the bound of a clause can have.
    static func range(of clause: Clause, in ruleBook: RuleBook) -> ClosedRange<Double> {
        var context = ReadingContext(figures: [:])
        context.terms = Dictionary(ruleBook.measures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return context.range(of: clause.measure, clause.rule)
    }
}
