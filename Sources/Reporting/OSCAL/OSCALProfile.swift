// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Notation

/// `oscal-profile.json`: the clauses in force as an OSCAL profile of the catalogue, with the values that all signatories accept.
///
/// What signatories have in common is computed by us and published as a profile. Merging their profiles would not give it: OSCAL
/// keeps, merges or chooses controls, and never takes the looser of two values.
public struct OSCALProfile: Sendable {
    /// The name of its file.
    public static let file = "oscal-profile.json"

    private let edition: Edition

    /// The profile of an edition; `nil` where no clause is in force.
    public init?(_ edition: Edition) {
        guard edition.entries.contains(where: \.isInForce) else { return nil }
        self.edition = edition
    }

    /// Indented JSON that ends with a line break.
    public var text: String { json.indented }

    var json: JSONValue {
        let clauses = edition.entries.filter(\.isInForce).map(\.clause)
        let head = edition.ruleBook.head
        let catalog = NamedUUID.text("resource/\(OSCALCatalog.file)")
        let imports: JSONValue = .object([
            "href": .text("#" + catalog),
            "include-controls": .list([
                .object(["with-ids": .list(clauses.map { .text(OSCAL.id($0.id)) })])
            ]),
        ])
        let profile: JSONValue = .fields([
            "uuid": .text(NamedUUID.text("profile/\(edition.digest)/\(edition.day)")),
            "metadata": OSCAL.metadata(
                "\(head.title), as it binds",
                version: head.version,
                day: edition.day,
                parties: edition.derivation?.positions.map(\.signatory) ?? []
            ),
            "imports": .list([imports]),
            "merge": .object(["as-is": true]),
            "modify": .object([
                "set-parameters": .list(clauses.flatMap(OSCALParameter.all).map(\.setting))
            ]),
            "back-matter": OSCAL.backMatter([
                OSCAL.resource(catalog, "\(head.title), the articles", files: [(OSCALCatalog.file, nil)])
            ]),
        ])
        return .object(["profile": profile])
    }
}
