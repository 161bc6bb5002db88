// SPDX-License-Identifier: Apache-2.0
internal import Examination
public import Instrument
internal import Notation

/// `instrument.json`: the clauses in force with their values, and the digests of everything they follow from.
///
/// The field `clauses` has the shape of a position, so that it can be compared with one. The same text and positions, in any order,
/// give the same bytes.
public struct InstrumentDocument: Sendable {
    /// The version of the keys.
    public static let schema = "euthyna-instrument/1"

    private let edition: Edition

    /// The document of an edition.
    public init(_ edition: Edition) { self.edition = edition }

    /// Indented JSON that ends with a line break.
    public var text: String {
        let head = edition.ruleBook.head
        return JSONValue.object([
            "schema": .text(Self.schema),
            "title": .text(head.title),
            "version": .text(head.version),
            "asOf": .text(edition.day.description),
            "confidence": .number(head.confidence),
            "vocabulary": .object([
                "version": .text(head.version),
                "digest": .text("sha256:" + InstrumentSummary.digest(edition.ruleBook.sources)),
            ]),
            "positions": edition.derivation == nil
                ? .null
                : .list(
                    edition.positionSources.map { (name: $0.name, digest: InstrumentSummary.digest(ofFile: $0)) }
                        .sorted { $0.name < $1.name }
                        .map { .object(["file": .text($0.name), "digest": .text("sha256:" + $0.digest)]) }
                ),
            "clauses": .object(
                Dictionary(
                    edition.entries.filter(\.isInForce).map { ($0.clause.id, Self.clause($0.clause)) },
                    uniquingKeysWith: { first, _ in first }
                )
            ),
        ]).indented
    }

    /// The values of a clause in the shape of a position.
    static func clause(_ clause: Clause) -> JSONValue {
        var fields: [String: JSONValue] = [
            "bound": .number(clause.criterion.bound), "tolerance": .number(clause.criterion.tolerance),
        ]
        for (parameter, value) in clause.parameters { fields[parameter.rawValue] = value.json }
        return .object(fields)
    }
}
