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
        let reader = PositionReader(ruleBook, day)
        try self.init(text, file: file) { _ in reader }
    }

    /// Reads one of many positions.
    ///
    /// - Parameters:
    ///   - text: The YAML.
    ///   - file: What to call it in messages.
    ///   - reader: The reader for the day on which the position was ratified, or else stated; `nil` where it says neither.
    /// - Throws: `Problems` with file and line.
    package init(_ text: String, file: String, reader: (Day?) -> PositionReader) throws(Problems) {
        let node = try YAMLText.node(text, file: file)
        var fields = BlockFields(
            node,
            known: ["signatory", "vocabulary", "asOf", "ratified", "left", "clauses", "reservations"],
            file: file
        )
        let name = fields.text("signatory", isNeeded: true) ?? ""
        let isClean = name.first?.isWhitespace == false && name.last?.isWhitespace == false && !name.contains("\n")
        if fields.fields["signatory"] != nil, !isClean || name.utf8.count > 80 {
            fields.report("signatory", "signatory: a name of 1 … 80 characters without blanks around it was expected")
        }
        let ratified = fields.day("ratified")
        let left = fields.day("left")
        let stated = fields.day("asOf")
        let reader = reader(ratified ?? stated)
        let version = fields.text("vocabulary")
        if let version, version != reader.version {
            fields.report(
                "vocabulary",
                "the position is written for version \(version.prefix(40)) of the vocabulary; the rule-book is version \(reader.version)"
            )
        }
        let terms = reader.terms(&fields)
        if let left, ratified.map({ left <= $0 }) ?? true {
            fields.report(
                "left",
                ratified == nil ? "left: only who has ratified can leave" : "left has to lie behind ratified"
            )
        }
        self.init(
            signatory: name,
            terms: terms,
            vocabulary: version,
            stated: stated,
            ratified: ratified,
            left: left,
            reservations: reader.reservations(&fields, accepted: terms)
        )
        guard fields.problems.isEmpty else { throw Problems(fields.problems.sorted { $0.line < $1.line }) }
    }
}

extension Terms {
    /// Reads the field `clauses` of a position or of an `instrument.json`, whatever else the text holds.
    ///
    /// - Throws: `Problems` with file and line.
    public init(_ text: String, file: String, for ruleBook: RuleBook, asOf day: Day) throws(Problems) {
        var fields = BlockFields(try YAMLText.node(text, file: file), known: nil, file: file)
        if fields.fields["clauses"] == nil {
            fields.report("clauses", "field \"clauses\" is missing: a position or an instrument.json was expected")
        }
        self = PositionReader(ruleBook, day).terms(&fields)
        guard fields.problems.isEmpty else { throw Problems(fields.problems.sorted { $0.line < $1.line }) }
    }

    /// Changes one clause as somebody types it: `ev-3.bound=1.25`, `ad-1.fields=sponsor,payer`, `ev-3=none`, `ev-3=proposed`.
    ///
    /// - Throws: `Problems` with what was expected.
    public mutating func apply(change text: String, for ruleBook: RuleBook, asOf day: Day) throws(Problems) {
        func wrong(_ message: String) -> Problems {
            Problems([Problem(file: "change \"\(text.prefix(80))\"", line: 1, message: message)])
        }
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2 else { throw wrong("a change is written ev-3.bound=1.25, ev-3=none or ev-3=proposed") }
        let (path, value) = (sides[0], sides[1])
        let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let id = names.first, let clause = ruleBook[id]?.clause(asOf: day), names.count <= 2 else {
            let known = ruleBook.clauses(asOf: day).map(\.id).joined(separator: ", ")
            throw wrong("the rule-book has no clause \"\(names.first ?? "")\" in force; it has \(known)")
        }
        guard names.count == 2 else {
            switch value {
            case "none": self[id] = nil
            case "proposed": self[id] = clause.terms
            default:
                throw wrong(
                    "\(id) can become \"none\" or \"proposed\"; a value belongs to a parameter: \(id).bound=\(value.prefix(20))"
                )
            }
            return
        }
        var current = clause
        if let own = self[id], case .number(let bound)? = own[.bound], case .number(let limit)? = own[.limit] {
            current.criterion = Criterion(clause.criterion.direction, bound: bound, limit: limit)
            current.parameters = own.filter { $0.key != .bound && $0.key != .limit }
        }
        let isSet = Parameter(rawValue: names[1])?.elements != nil
        let node = try YAMLText.node(
            "\(names[1]): \(isSet ? "[\(value)]" : value)",
            file: "change \"\(text.prefix(80))\""
        )
        var problems: [Problem] = []
        let values = PositionReader(ruleBook, day).values(node, current, "change \"\(text.prefix(80))\"", &problems)
        guard problems.isEmpty else { throw Problems(problems) }
        self[id] = values
    }
}

/// Reads what positions say about the clauses of one rule-book on one day.
package struct PositionReader: Sendable {
    private let clauses: [String: (clause: Clause, terms: Terms.Clause, range: ClosedRange<Double>)]
    /// The version of the rule-book.
    let version: String
    /// Every clause of the rule-book, in force or not.
    private let known: Set<String>

    /// Prepares for reading.
    package init(_ ruleBook: RuleBook, _ day: Day) {
        var context = ReadingContext(figures: [:])
        context.terms = Dictionary(ruleBook.measures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        version = ruleBook.head.version
        known = Set(ruleBook.articles.map(\.clause.id))
        clauses = Dictionary(
            ruleBook.clauses(asOf: day).map { clause in
                (clause.id, (clause, clause.terms, context.range(of: clause.measure, clause.rule)))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func terms(_ fields: inout BlockFields) -> Terms {
        guard let node = fields.fields["clauses"] else { return Terms() }
        let group = BlockFields(node, known: nil, file: fields.file)
        fields.problems += group.problems
        var terms = Terms()
        for id in group.fields.names {
            guard let node = group.fields[id] else { continue }
            guard let entry = clauses[id] else {
                // A clause that is not in force on the day is accepted by nobody, and no mistake.
                if known.contains(id) { continue }
                fields.problems.append(Problem(file: fields.file, line: node.line, message: unknown(id)))
                continue
            }
            // A name with nothing behind it accepts the clause as proposed.
            terms[id] = node.isNull ? entry.terms : values(node, entry.clause, fields.file, &fields.problems)
        }
        return terms
    }

    /// The values of one clause: those stated, and the proposed ones for the rest.
    func values(_ node: Node, _ clause: Clause, _ file: String, _ problems: inout [Problem]) -> Terms.Clause {
        let names = clause.parameters.keys.sorted()
        var fields = BlockFields(node, known: ["bound", "tolerance"] + names.map(\.rawValue), file: file)
        let range = clauses[clause.id]?.range ?? 0...0
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

    func reservations(_ fields: inout BlockFields, accepted terms: Terms) -> [Reservation] {
        var reservations: [Reservation] = []
        var reserved: Set<String> = []
        for node in fields.list("reservations") {
            var group = BlockFields(node, known: ["clause", "parameters"], file: fields.file)
            let id = group.text("clause", isNeeded: true) ?? ""
            if !id.isEmpty {
                if clauses[id] == nil, !known.contains(id) { group.report("clause", unknown(id)) }
                if !reserved.insert(id).inserted {
                    group.report("clause", "\(id) is reserved twice; name all parameters in one entry")
                }
                if clauses[id]?.clause.isCore == true {
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
                    if let own = clauses[id]?.terms, own[parameter] == nil {
                        group.report("parameters", "\(id) has no parameter \"\(word)\"")
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
        "the rule-book has no clause \"\(id.prefix(60))\" in force; it has \(clauses.keys.sorted().joined(separator: ", "))"
    }
}
