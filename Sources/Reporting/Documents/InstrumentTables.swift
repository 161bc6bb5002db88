// SPDX-License-Identifier: Apache-2.0
internal import Instrument

/// The CSV twins of an edition: the values of each clause, and who accepts which value.
struct InstrumentTables {
    private let edition: Edition

    init(_ edition: Edition) { self.edition = edition }

    /// Name and text of each table that has rows.
    var texts: [(name: String, text: String)] {
        [instrument, ladder].filter { !$0.rows.isEmpty }.map { ($0.name, $0.text) }
    }

    /// One row a clause and parameter, agreed on or not.
    private var instrument: CSVTable {
        var table = CSVTable(
            "instrument.csv",
            [
                "clause", "title", "parameter", "strictness", "value", "proposed", "in_force", "binding", "next",
                "needs", "would_be", "absent_because_of",
            ]
        )
        for entry in edition.entries {
            let proposed = entry.article.clause(asOf: edition.day)?.terms ?? [:]
            for (parameter, strictness) in entry.clause.strictness.sorted(by: { $0.key < $1.key }) {
                let derived = entry.derived?[parameter]
                table.add([
                    .text(entry.clause.id), .text(entry.clause.title), .text(parameter.rawValue),
                    .text(strictness.rawValue),
                    Self.field(edition.derivation == nil ? proposed[parameter] : derived?.value),
                    Self.field(proposed[parameter]), .text(entry.isInForce ? "true" : "false"),
                    Self.field(derived?.binding), Self.field(derived?.next?.value), Self.field(derived?.next?.needs),
                    Self.field(derived?.wouldBe), Self.field(entry.derived?.absentBecauseOf),
                ])
            }
        }
        return table
    }

    /// One row a value that somebody holds, from the strictest down.
    private var ladder: CSVTable {
        var table = CSVTable("ladder.csv", ["clause", "parameter", "rung", "accepted_by"])
        for entry in edition.entries {
            for parameter in entry.derived?.parameters ?? [] {
                for rung in parameter.ladder {
                    table.add([
                        .text(entry.clause.id), .text(parameter.parameter.rawValue), Self.field(rung.value),
                        Self.field(rung.acceptedBy),
                    ])
                }
            }
        }
        return table
    }

    private static func field(_ value: Value?) -> CSVTable.Field {
        switch value {
        case .number(let number)?: .optional(number)
        case .set?: field(value?.elements)
        case nil: .absent
        }
    }

    /// Several words in one field, apart by semicolons.
    private static func field(_ words: [String]?) -> CSVTable.Field {
        guard let words, !words.isEmpty else { return .absent }
        return .text(words.joined(separator: "; "))
    }
}
