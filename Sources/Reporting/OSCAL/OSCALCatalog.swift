// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Notation

/// `oscal-catalog.json`: the articles of a rule-book as an OSCAL catalog, one control an article.
///
/// The values are those that the text proposes on the day of the edition; what signatories made of them is an ``OSCALProfile``.
public struct OSCALCatalog: Sendable {
    /// The name of its file.
    public static let file = "oscal-catalog.json"

    private let edition: Edition

    /// The catalogue of an edition.
    public init(_ edition: Edition) { self.edition = edition }

    /// Indented JSON that ends with a line break.
    public var text: String { json.indented }

    var json: JSONValue {
        let clauses = edition.proposals.map(\.clause)
        let laws = LawIndex(edition.ruleBook.laws, cited: clauses)
        let ids = Set(clauses.map { OSCAL.id($0.id) })
        var groups: [(id: String, title: String, controls: [JSONValue])] = []
        for (article, clause) in edition.proposals {
            let name = OSCAL.id(clause.group)
            let id = ids.contains(name) ? name + "_family" : name
            let control = OSCALControl(article, clause, laws).json
            if let index = groups.firstIndex(where: { $0.id == id }) {
                groups[index].controls.append(control)
            } else {
                groups.append((id, article.chapter.isEmpty ? clause.group : article.chapter, [control]))
            }
        }
        let head = edition.ruleBook.head
        let catalog: JSONValue = .fields([
            "uuid": .text(NamedUUID.text("catalog/\(edition.textDigest)/\(edition.day)")),
            "metadata": OSCAL.metadata(head.title, version: head.version, day: edition.day),
            "groups": .list(
                groups.map { group in
                    .object([
                        "id": .text(group.id), "class": "family", "title": OSCAL.title(group.title),
                        "controls": .list(group.controls),
                    ])
                }
            ),
            "back-matter": OSCAL.backMatter(laws.entries.map(\.json)),
        ])
        return .object(["catalog": catalog])
    }
}

/// One control of a catalogue.
private struct OSCALControl {
    private let article: Article
    private let clause: Clause
    private let laws: LawIndex
    private let id: String
    private let parameters: [OSCALParameter]

    init(_ article: Article, _ clause: Clause, _ laws: LawIndex) {
        (self.article, self.clause, self.laws) = (article, clause, laws)
        id = OSCAL.id(clause.id)
        parameters = OSCALParameter.all(of: clause)
    }

    var json: JSONValue {
        .fields([
            "id": .text(id), "class": "obligation", "title": OSCAL.title(clause.title),
            "params": .list(parameters.map(\.definition)), "props": .list(properties), "links": .list(links),
            "parts": .list([statement, guidance, objective, method].compactMap(\.self)),
        ])
    }

    private var properties: [JSONValue] {
        [OSCAL.property("label", article.label)]
            + OSCAL.properties([
                "measure": clause.measure, "figure": clause.figure, "population": clause.population,
                "direction": clause.criterion.direction.rawValue, "rule": clause.rule.rawValue,
                "reads": clause.reads.map(\.rawValue).joined(separator: ", "),
                "symmetric": clause.symmetry?.rawValue, "access-level": clause.access.rawValue,
                "method": clause.method.rawValue, "burden": clause.burden.rawValue, "status": clause.status.rawValue,
                "core": clause.isCore ? "true" : "false",
            ])
    }

    private var links: [JSONValue] {
        clause.anchors.compactMap { anchor in
            laws.entry(of: anchor).map { entry in
                .object([
                    "href": .text("#" + entry.element.resource), "rel": "reference",
                    "text": OSCAL.title("\(entry.element.law.title), \(anchor.place): \(anchor.relation.words)"),
                ])
            }
        }
    }

    /// The duty, and below it the cases in which it binds otherwise.
    private var statement: JSONValue {
        .fields([
            "id": .text("\(id)_smt"), "name": "statement", "prose": OSCAL.prose(clause.duty),
            "parts": .list(
                article.exceptions.map { exception in
                    .object([
                        "id": .text("\(OSCAL.id(exception.id))_exc"), "name": "exception",
                        "ns": .text(OSCAL.namespace), "title": OSCAL.title(exception.title),
                        "prose": OSCAL.prose(exception.prose.joined(separator: "\n\n")),
                    ])
                }
            ),
        ])
    }

    private var guidance: JSONValue? {
        guard !article.prose.isEmpty else { return nil }
        return .object([
            "id": .text("\(id)_gdn"), "name": "guidance", "prose": OSCAL.prose(article.prose.joined(separator: "\n\n")),
        ])
    }

    /// Which figure has to stay where, with the values of all parameters inserted.
    private var objective: JSONValue {
        let figure = clause.figure.isEmpty ? clause.measure : "\(clause.measure), figure \(clause.figure),"
        let population = clause.population.isEmpty ? "" : " over \(clause.population)"
        let subject = (OSCAL.line(figure + population) ?? "the figure") + " "
        let bound = parameters.first?.insertion ?? ""
        let asked: String
        switch (clause.rule, clause.criterion.direction) {
        case (.eValue, _): asked = "stays below \(bound), from where on the duty is refuted."
        case (.limits, .atMost): asked = "is at most \(bound), tolerated up to \(parameters[1].insertion) more."
        case (.limits, .atLeast): asked = "is at least \(bound), tolerated down to \(parameters[1].insertion) less."
        }
        let others = parameters.dropFirst(clause.rule == .eValue ? 1 : 2).map { "\($0.label) \($0.insertion)" }
        guard case .text(let harmless) = OSCAL.prose(subject) else { return .null }
        return .object([
            "id": .text("\(id)_obj"), "name": "assessment-objective",
            "prose": .text(harmless + asked + (others.isEmpty ? "" : " Agreed on: \(others.joined(separator: "; ")).")),
        ])
    }

    private var method: JSONValue {
        let evidence = clause.evidence.isEmpty ? "a recording" : clause.evidence.joined(separator: "\n\n")
        return .object([
            "id": .text("\(id)_asm"), "name": "assessment-method",
            "props": .list([OSCAL.property("method", clause.method.rawValue)]),
            "parts": .list([.object(["name": "assessment-objects", "prose": OSCAL.prose(evidence)])]),
        ])
    }
}

extension LawIndex.Entry {
    /// The law as a resource of back matter.
    var json: JSONValue {
        OSCAL.resource(
            resource,
            law.title,
            citation: law.citation,
            properties: OSCAL.properties(["key": law.key, "status": law.status.rawValue]),
            files: law.uri.flatMap { $0.hasPrefix("http") ? [($0, nil)] : nil } ?? []
        )
    }
}
