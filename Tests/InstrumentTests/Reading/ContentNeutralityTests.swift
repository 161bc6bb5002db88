// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

/// No clause depends on what is said or on who belongs to which group.
@Suite("Content-neutrality of clauses", .tags(.hostile))
struct ContentNeutralityTests {
    @Test(
        "a clause that names a group does not load, however it is written",
        arguments: [
            "ratio/left", "ratio/right", "share/left/subject", "ratio/", "encounter/left", "ratio/<part>",
            "share/<part>/subject", "ratio/spread", "spread/left", "gini/left/difference", "/spread", "ratio/<b>",
        ]
    )
    func groups(_ figure: String) {
        Change(
            "figure: spread",
            "figure: \"\(figure)\"",
            32,
            "\"\(figure)\" names a part of the data: a clause treats all names alike; bind one of spread, largest, "
                + "gini/difference"
        ).check()
    }

    @Test("every figure that treats all names alike can be bound", arguments: ["spread", "largest", "gini/difference"])
    func figures(_ figure: String) {
        #expect(Book.problems("figure: spread", "figure: \(figure)") == [])
    }

    @Test("what a clause may read is a closed list, and nothing on it is about content")
    func whitelist() {
        #expect(Clause.Field.allCases.map(\.rawValue).joined(separator: ", ") == Book.whitelist)
        for word in [
            "text", "content", "topic", "stance", "sentiment", "truth", "toxicity", "keywords", "opinion", "Partition",
            "declaredAutomation", "impressions ", "",
        ] {
            #expect(Book.problems("[impressions]", "[impressions, \"\(word)\"]").count == 1, "\(word)")
        }
        for field in Clause.Field.allCases {
            #expect(Book.problems("[impressions]", "[\(field.rawValue)]") == [], "\(field)")
        }
    }

    @Test("what is negotiated is a closed list, and no set of it can hold a name of somebody's choosing")
    func parameters() {
        #expect(
            Parameter.allCases.map(\.rawValue) == [
                "bound", "limit", "graceDays", "answerDays", "entryDays", "publishDays", "withinHours",
                "commitEveryMinutes",
                "maxSteps", "alteredShare", "distance", "minMonthlyUsers", "detectionProbability", "surfaces", "fields",
                "categories",
            ]
        )
        #expect(Parameter.allCases.filter { $0.elements != nil } == [.surfaces, .fields, .categories])
        #expect(Parameter.allCases.filter { $0.strictness == .superset } == [.surfaces, .fields, .categories])
        #expect(Parameter.allCases.filter { $0.strictness == .higher } == [.detectionProbability])
        for parameter in [Parameter.surfaces, .fields, .categories] {
            for word in ["left", "climate", "*", "", "Feed"] {
                #expect(Book.problems("surfaces: [feed, search]", "\(parameter.rawValue): [\"\(word)\"]").count == 1)
            }
        }
    }

    @Test("circumstances that make an exception are a closed list, too: no exception for a group or a topic")
    func conditions() {
        for word in ["topic", "group", "account", "language", "party", "country", "platform"] {
            #expect(
                Book.problems("{monthlyUsersBelow: 100000}", "{\(word): x, monthlyUsersBelow: 1000}").count == 1,
                "\(word)"
            )
        }
    }

    @Test(
        "names are nothing to a derivation: with clauses and signatories renamed it is the same but for the names",
        .tags(.law)
    )
    func renamed() {
        let clauses = ["ac-1": "zz-9", "ev-1": "ev-1", "ev-2": "aa-0", "pl-1": "mm-5"]
        let renamed = Vocabulary(
            RandomTerms.vocabulary.entries.map { entry in
                var entry = entry
                entry.id = clauses[entry.id] ?? entry.id
                return entry
            }
        )
        var random = RandomTerms(seed: 85)
        var failed = 0
        for _ in 0..<5_000 {
            let all = random.several()
            let names = zip("ABCDEF", random.draws.shuffled(Array("ABCDEF"))).map { (String($0), "\($1)'s people") }
            let newName = Dictionary(uniqueKeysWithValues: names)
            let positions = zip("ABCDEF", all).map { Position(signatory: String($0), terms: $1) }
            let other = positions.map { position in
                Position(
                    signatory: newName[position.signatory] ?? "",
                    terms: Terms(
                        Dictionary(uniqueKeysWithValues: position.terms.clauses.map { (clauses[$0] ?? $0, $1) })
                    )
                )
            }
            let before = Derivation(RandomTerms.vocabulary, positions)
            let after = Derivation(renamed, other)
            for (one, two) in zip(before.clauses, after.clauses) {
                func names(_ signatories: [String]) -> [String] { signatories.map { newName[$0] ?? "" }.sorted() }
                if clauses[one.id] != two.id || one.isAgreed != two.isAgreed { failed += 1 }
                if names(one.absentBecauseOf) != two.absentBecauseOf { failed += 1 }
                for (first, second) in zip(one.parameters, two.parameters) {
                    if first.value != second.value || first.wouldBe != second.wouldBe { failed += 1 }
                    if names(first.binding) != second.binding.sorted() { failed += 1 }
                    if first.next?.value != second.next?.value
                        || names(first.next?.needs ?? []) != second.next?.needs ?? []
                    {
                        failed += 1
                    }
                    // Neutral values have no order of their own: theirs is that of the names.
                    if first.strictness != .neutral, first.ladder.map(\.value) != second.ladder.map(\.value) {
                        failed += 1
                    }
                }
            }
        }
        #expect(failed == 0)
    }

    @Test("verdicts have fixed words, and none of them judges what was said or meant")
    func words() {
        #expect(
            Verdict.allCases.map(\.words) == [
                "complies", "complies within the tolerance", "does not comply", "could not be determined",
                "does not apply",
            ]
        )
        #expect(
            Verdict.allCases.map(\.rawValue)
                == ["met", "met-with-comments", "not-met", "not-determined", "not-applicable"]
        )
    }
}
