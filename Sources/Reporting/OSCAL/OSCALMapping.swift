// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Notation

/// `oscal-mapping.json`: which article stands near which law, as an OSCAL mapping collection; and a catalogue of the places cited for
/// each law, which the mapping points to.
///
/// The catalogues name places and do not repeat the law: who wants to know what a law asks for has to read the law.
public struct OSCALMapping: Sendable {
    /// The name of its file.
    public static let file = "oscal-mapping.json"

    private let edition: Edition
    private let clauses: [Clause]
    private let laws: LawIndex

    /// The mapping of an edition; `nil` where no article points to a law.
    public init?(_ edition: Edition) {
        self.edition = edition
        clauses = edition.proposals.map(\.clause)
        laws = LawIndex(edition.ruleBook.laws, cited: clauses)
        if laws.entries.isEmpty { return nil }
    }

    /// Indented JSON that ends with a line break.
    public var text: String { json.indented }

    /// One catalogue a law: the name of its file, and its text.
    public var catalogs: [(name: String, text: String)] { laws.entries.map { ($0.file, catalog($0).indented) } }

    var json: JSONValue {
        let head = edition.ruleBook.head
        let files = [(OSCALCatalog.file, "\(head.title), the articles")] + laws.entries.map { ($0.file, $0.law.title) }
        let collection: JSONValue = .fields([
            "uuid": .text(NamedUUID.text("mapping/\(edition.textDigest)/\(edition.day)")),
            "metadata": OSCAL.metadata("\(head.title), beside laws", version: head.version, day: edition.day),
            "provenance": .object([
                "method": "human", "matching-rationale": "semantic", "status": "draft",
                "mapping-description": "Anchors of the articles: where existing law asks for the like.",
            ]),
            "mappings": .list(laws.entries.map(mapping)),
            "back-matter": OSCAL.backMatter(
                files.map { OSCAL.resource(Self.resource($0.0), $0.1, files: [($0.0, nil)]) }
            ),
        ])
        return .object(["mapping-collection": collection])
    }

    private static func resource(_ file: String) -> String { NamedUUID.text("resource/\(file)") }

    private static func target(_ file: String) -> JSONValue {
        .object(["type": "catalog", "href": .text("#" + resource(file))])
    }

    private func mapping(_ entry: LawIndex.Entry) -> JSONValue {
        let maps = clauses.flatMap { clause in
            clause.anchors.enumerated().filter { $0.element.law == entry.law.key }.map { index, anchor -> JSONValue in
                .object([
                    "uuid": .text(NamedUUID.text("map/\(edition.textDigest)/\(clause.id)/\(index)")),
                    "relationship": .text(anchor.relation.rawValue),
                    "sources": .list([Self.control(OSCAL.id(clause.id))]),
                    "targets": .list(laws.places(of: anchor).map { Self.control($0.id) }),
                ])
            }
        }
        return .object([
            "uuid": .text(NamedUUID.text("mapping/\(edition.textDigest)/law/\(entry.law.key)")),
            "source-resource": Self.target(OSCALCatalog.file), "target-resource": Self.target(entry.file),
            "maps": .list(maps),
        ])
    }

    private static func control(_ id: String) -> JSONValue { .object(["type": "control", "id-ref": .text(id)]) }

    private func catalog(_ entry: LawIndex.Entry) -> JSONValue {
        let head = edition.ruleBook.head
        let controls = entry.places.map { place -> JSONValue in
            .object([
                "id": .text(place.id), "title": OSCAL.title(place.text),
                "links": .list([.object(["href": .text("#" + entry.resource), "rel": "reference"])]),
                "parts": .list([
                    .object([
                        "id": .text(place.id + "_smt"), "name": "statement",
                        "prose": OSCAL.prose("\(entry.law.citation), \(place.text). Its text is that of the law."),
                    ])
                ]),
            ])
        }
        let catalog: JSONValue = .fields([
            "uuid": .text(NamedUUID.text("law/\(entry.law.key)/\(edition.textDigest)/\(edition.day)")),
            "metadata": OSCAL.metadata("\(entry.law.title), places cited", version: head.version, day: edition.day),
            "controls": .list(controls),
            "back-matter": OSCAL.backMatter([entry.json]),
        ])
        return .object(["catalog": catalog])
    }
}
