// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Notation

/// `derivation.json`: for each clause and parameter the value, who binds it, the next rung and whom it takes, the whole ladder.
///
/// `limit` stands for bound and tolerance taken together: where "does not comply" begins.
public struct DerivationDocument: Sendable {
    /// The version of the keys.
    public static let schema = "euthyna-derivation/1"

    private let derivation: Derivation

    /// The document of a derivation.
    public init(_ derivation: Derivation) { self.derivation = derivation }

    /// Indented JSON that ends with a line break.
    public var text: String {
        JSONValue.object([
            "schema": .text(Self.schema),
            "signatories": .list(derivation.positions.map { .text($0.signatory) }),
            "coverage": .number(derivation.coverage),
            "clauses": .list(derivation.clauses.map { Self.clause($0) }),
            "spoilers": .list(derivation.spoilers.map { Self.spoiler($0) }),
        ]).indented
    }

    private static func clause(_ clause: DerivedClause) -> JSONValue {
        .object([
            "id": .text(clause.id),
            "title": .text(clause.title),
            "isCore": .flag(clause.isCore),
            "isAgreed": .flag(clause.isAgreed),
            "absentBecauseOf": names(clause.absentBecauseOf),
            "disagreement": .list(clause.disagreement.map { .text($0.rawValue) }),
            "parameters": .list(clause.parameters.map { parameter($0) }),
        ])
    }

    private static func parameter(_ parameter: DerivedParameter) -> JSONValue {
        .object([
            "parameter": .text(parameter.parameter.rawValue),
            "stricter": .text(parameter.strictness.rawValue),
            "value": parameter.value?.json ?? .null,
            "wouldBe": parameter.wouldBe?.json ?? .null,
            "binding": names(parameter.binding),
            "next": parameter.next.map { .object(["value": $0.value.json, "needs": names($0.needs)]) } ?? .null,
            "ladder": .list(
                parameter.ladder.map { .object(["value": $0.value.json, "acceptedBy": names($0.acceptedBy)]) }
            ),
        ])
    }

    private static func spoiler(_ spoiler: Spoiler) -> JSONValue {
        .object([
            "signatory": .text(spoiler.signatory),
            "adds": names(spoiler.adds),
            "tightens": .list(
                spoiler.tightens.map {
                    .object(["clause": .text($0.clause), "parameter": .optional($0.parameter?.rawValue)])
                }
            ),
        ])
    }

    private static func names(_ names: [String]) -> JSONValue { .list(names.map { .text($0) }) }
}
