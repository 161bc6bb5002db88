// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Notation

extension FindingsDocument {
    static func instrument(_ instrument: InstrumentSummary) -> JSONValue {
        let circumstances = instrument.circumstances
        return .object([
            "title": .text(instrument.title),
            "version": .text(instrument.version),
            "date": .optional(instrument.head.date?.description),
            "asOf": .text(instrument.day.description),
            "digest": .text("sha256:" + instrument.digest),
            "clauses": .integer(instrument.clauses),
            "confidence": .number(instrument.head.confidence),
            "signatories": .list(instrument.signatories.map { .text($0) }),
            "circumstances": .object([
                "monthlyUsers": circumstances.monthlyUsers.map { .integer($0) } ?? .null,
                "surface": .optional(circumstances.surface?.rawValue),
                "access": .optional(circumstances.access?.rawValue),
            ]),
            "laws": .list(instrument.laws.map { law($0) }),
        ])
    }

    private static func law(_ law: RuleBook.Law) -> JSONValue {
        .object([
            "key": .text(law.key),
            "title": .text(law.title),
            "citation": .text(law.citation),
            "status": .text(law.status.rawValue),
            "uri": .optional(law.uri),
        ])
    }

    static func clause(_ clause: Clause) -> JSONValue {
        .object([
            "id": .text(clause.id),
            "title": .text(clause.title),
            "duty": .text(clause.duty),
            "measure": .text(clause.measure),
            "figure": .text(clause.figure),
            "population": .text(clause.population),
            "reads": .list(clause.reads.map { .text($0.rawValue) }),
            "symmetry": .optional(clause.symmetry?.rawValue),
            "isSymmetric": .flag(clause.isSymmetric),
            "rule": .text(clause.rule.rawValue),
            "parameters": .object(
                Dictionary(
                    clause.parameters.map { ($0.key.rawValue, $0.value.json) },
                    uniquingKeysWith: { first, _ in first }
                )
            ),
            "access": .text(clause.access.rawValue),
            "method": .text(clause.method.rawValue),
            "burden": .text(clause.burden.rawValue),
            "status": .text(clause.status.rawValue),
            "isCore": .flag(clause.isCore),
            "evidence": .list(clause.evidence.map { .text($0) }),
            "anchors": .list(
                clause.anchors.map {
                    .object([
                        "to": .text($0.law), "at": .text($0.place), "relation": .text($0.relation.rawValue),
                    ])
                }
            ),
        ])
    }

    static func multiplicity(_ multiplicity: Finding.Multiplicity) -> JSONValue {
        .object([
            "family": .integer(multiplicity.family),
            "method": .text(multiplicity.method),
            "pValue": .optional(multiplicity.pValue),
            "eValue": .optional(multiplicity.eValue),
            "adjusted": .optional(multiplicity.adjusted),
        ])
    }
}
