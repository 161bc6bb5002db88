// SPDX-License-Identifier: Apache-2.0
public import Examination
internal import Instrument
internal import Notation
internal import Rankers
internal import Society

/// `hunt.json`: everything a hunt found, in a canonical form: the same record gives the same bytes.
///
/// Where a value is missing the key is there and `null`; nothing is rounded. The seed is a text, because JSON numbers end at 2⁵³.
/// `clause` is what was asked, `property` what that means for one persona, `found` the worst case of the search, `trace` every simpler
/// one that was accepted, `confirmed` the last of them in the worlds of the confirmation, whose `outcomes` carry their digests.
public struct HuntDocument: Sendable {
    /// The version of the keys: raised when one changes its meaning or goes.
    public static let schema = "euthyna-hunt/1"
    /// The version of the keys of a persona that can be met again.
    public static let personaSchema = "euthyna-persona/1"

    private let record: HuntRecord

    /// The document of a record.
    public init(_ record: HuntRecord) { self.record = record }

    /// Indented JSON that ends with a line break.
    public var text: String { json.indented }

    /// `persona.json`: the persona that the hunt ends with and what it takes to meet them again, bit for bit; `nil` where nobody was
    /// tried.
    public var persona: String? {
        guard let best = HuntWords(record).best else { return nil }
        return JSONValue.object([
            "schema": .text(Self.personaSchema),
            "tool": .text(record.tool),
            "outcome": .text(record.result.outcome.rawValue),
            "persona": Self.persona(best.persona),
            "property": property,
            "subject": Self.card(record.subject),
            "reference": Self.card(record.reference),
            "seed": .text(String(record.result.seed)),
            "society": society,
            "worlds": .list(record.result.outcomes.map { Self.outcome($0) }),
        ]).indented
    }

    private var json: JSONValue {
        let result = record.result
        return .object([
            "schema": .text(Self.schema),
            "tool": .text(record.tool),
            "outcome": .text(result.outcome.rawValue),
            "clause": clause,
            "property": property,
            "subject": Self.card(record.subject),
            "reference": Self.card(record.reference),
            "seed": .text(String(result.seed)),
            "society": society,
            "search": search,
            "searched": .integer(result.searched),
            "tried": .integer(result.tried),
            "found": result.found.map { Self.found($0) } ?? .null,
            "trace": .list(result.trace.map { Self.found($0) }),
            "confirmed": result.confirmed.map { Self.found($0) } ?? .null,
            "outcomes": .list(result.outcomes.map { Self.outcome($0) }),
            "worlds": .object(
                Dictionary(
                    uniqueKeysWithValues: HuntPhase.allCases.map { phase in
                        (phase.rawValue, .list((result.worlds[phase] ?? []).map { .integer($0) }))
                    }
                )
            ),
            "sensitivity": .list(
                result.sensitivity.map {
                    .object(["influence": .number($0.influence), "figure": Self.figure($0.figure)])
                }
            ),
            "story": result.story.map { story($0) } ?? .null,
        ])
    }

    private var clause: JSONValue {
        let (clause, head) = (record.target.clause, record.target.head)
        return .object([
            "id": .text(clause.id),
            "title": .text(clause.title),
            "measure": .text(clause.measure),
            "figure": .text(clause.figure),
            "direction": .text(clause.criterion.direction.rawValue),
            "bound": .optional(clause.criterion.bound),
            "tolerance": .optional(clause.criterion.tolerance),
            "instrument": .object([
                "title": .text(head.title),
                "version": .text(head.version),
                "asOf": .text("\(record.target.day)"),
            ]),
        ])
    }

    private var property: JSONValue {
        .object([
            "kind": .text(record.result.property.kind.rawValue), "bound": .optional(record.result.property.bound),
        ])
    }

    private var society: JSONValue {
        .object([
            "warmUp": .integer(record.result.settings.warmUp),
            "settings": .object(
                Dictionary(record.settings.map { ($0.name, .text($0.value)) }, uniquingKeysWith: { first, _ in first })
            ),
        ])
    }

    private var search: JSONValue {
        let settings = record.result.settings
        return .object([
            "personas": .integer(settings.personas),
            "keptShare": .number(settings.keptShare),
            "generations": .integer(settings.generations),
            "mutants": .integer(settings.mutants),
            "rungs": .list(settings.rungs.map { .integer($0) }),
            "trialWorlds": .integer(settings.trialWorlds),
            "trials": .integer(settings.trials),
            "trialConfidence": .number(settings.trialConfidence),
            "confirmationWorlds": .integer(settings.confirmationWorlds),
            "confidence": .number(settings.confidence),
            "block": .integer(settings.block),
        ])
    }

    private func story(_ story: HuntStory) -> JSONValue {
        .object([
            "world": .integer(story.world),
            "digest": .text(story.hash),
            "paragraphs": .list(HuntWords(record).paragraphs.map { .text($0) }),
            "subject": Self.probe(story.subject),
            "reference": Self.probe(story.reference),
            "plain": Self.probe(story.plain),
        ])
    }

    private static func persona(_ persona: Persona) -> JSONValue {
        .object([
            "record": .object(persona.record.mapValues { .text($0) }),
            "text": .text(persona.text),
            "sentences": .list([persona.sentence, persona.pastSentence].compactMap { $0.map { .text($0) } }),
        ])
    }

    private static func card(_ card: RankerCard) -> JSONValue {
        .object(["name": .text(card.name), "version": .text(card.version)])
    }

    private static func found(_ found: HuntCase) -> JSONValue {
        .object(["persona": persona(found.persona), "figure": figure(found.figure)])
    }

    private static func figure(_ figure: HuntFigure) -> JSONValue {
        .object([
            "worlds": .integer(figure.worlds),
            "subject": .optional(figure.subject),
            "reference": .optional(figure.reference),
            "margin": .optional(figure.margin),
            "lowerLimit": .optional(figure.lowerLimit),
            "p": .optional(figure.p),
            "fails": .flag(figure.fails),
        ])
    }

    private static func outcome(_ outcome: HuntOutcome) -> JSONValue {
        .object([
            "world": .integer(outcome.world),
            "digest": .text(outcome.hash),
            "subject": .optional(outcome.subject),
            "reference": .optional(outcome.reference),
            "margin": .optional(outcome.margin),
        ])
    }

    private static func probe(_ record: ProbeRecord) -> JSONValue {
        .object([
            "circle": .integer(record.circle),
            "drift": .optional(record.drift),
            "turn": .optional(record.turn),
            "narrowing": .optional(record.narrowing),
            "seconds": .optional(record.seconds),
            "shown": .list(
                record.shown.map { shown in
                    .object([
                        "item": .integer(shown.item),
                        "author": .integer(shown.author),
                        "topic": .integer(shown.topic),
                        "circle": .integer(shown.circle),
                        "step": .integer(shown.step),
                        "position": .integer(shown.position),
                        "inNetwork": .flag(shown.isInNetwork),
                        "noticed": .flag(shown.isNoticed),
                    ])
                }
            ),
        ])
    }
}
