// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Notation
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.hostile)) struct OSCALTests {
    /// A document with a name that a log can bear.
    struct Exported: Sendable, CustomTestStringConvertible {
        let name: String
        let document: JSONValue
        var testDescription: String { name }
    }

    private static let documents: [Exported] = {
        let fixture = ExportFixture.self
        let editions = [("proposed", fixture.proposed), ("derived", fixture.derived)].flatMap { name, edition in
            [
                ("\(name) catalog", OSCALCatalog(edition).json),
                ("\(name) profile", OSCALProfile(edition)?.json ?? .null),
                ("\(name) mapping", OSCALMapping(edition)?.json ?? .null),
            ]
        }
        let records = [
            ("results", OSCALResults(fixture.mixed)?.json ?? .null),
            ("milestones", OSCALMilestones(fixture.mixed)?.json ?? .null),
        ]
        return (editions + records).map { Exported(name: $0, document: $1) }
    }()

    // MARK: What its models refuse

    @Test("nothing is empty, and nothing is null", arguments: documents)
    func isFilled(exported: Exported) {
        let document = exported.document
        for (name, value) in document.everything {
            #expect(value != .list([]) && value != .null && value != "", "\(name)")
        }
    }

    @Test("every id and every UUID occurs once, and every link leads to one of them", arguments: documents)
    func isLinked(exported: Exported) {
        let document = exported.document
        let (ids, uuids) = (document.texts("id"), document.texts("uuid"))
        #expect(Set(ids).count == ids.count)
        #expect(Set(uuids).count == uuids.count)
        let links = document.texts("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        let references = [
            "observation-uuid", "risk-uuid", "finding-uuid", "actor-uuid", "subject-uuid", "component-uuid",
        ].flatMap(document.texts)
        #expect(Set(links + references).isSubset(of: uuids))
    }

    @Test("titles, properties and values stand on one line without blanks around them", arguments: documents)
    func isOnLines(exported: Exported) {
        let document = exported.document
        for name in ["title", "value", "values", "expression", "label", "version"] {
            for text in document.texts(name) { #expect(OSCAL.line(text) == text) }
        }
        for (_, value) in document.everything where value["ns"] != nil {
            #expect(value["ns"]?.string == OSCAL.namespace)
        }
    }

    @Test("a parameter is inserted only where there is one", arguments: documents)
    func insertsParameters(exported: Exported) {
        let document = exported.document
        let ids = Set((document["catalog"] ?? .null).texts("id"))
        for text in document.texts("prose") + document.texts("statement") + document.texts("description") {
            for piece in text.split(separator: "{{ insert: param, ", omittingEmptySubsequences: false).dropFirst() {
                #expect(ids.contains(String(piece.prefix { $0 != " " })))
            }
        }
    }

    @Test("the same edition and the same record give the same bytes")
    func isStable() throws {
        #expect(
            InstrumentExports.files(of: ExportFixture.derived).map(\.text)
                == InstrumentExports.files(of: ExportFixture.derived).map(\.text)
        )
        let first = try #require(OSCALResults(ExportFixture.mixed)).text
        #expect(try #require(OSCALResults(ExportFixture.mixed)).text == first && first.hasSuffix("}\n"))
    }

    @Test("another record is another document, with the findings of the same name")
    func otherRecord() throws {
        var other = ExportFixture.mixed
        other.inference.seed = 1
        let (one, two) = (try #require(OSCALResults(ExportFixture.mixed)).json, try #require(OSCALResults(other)).json)
        #expect(one["assessment-results"]?["uuid"] != two["assessment-results"]?["uuid"])
        #expect(one.texts("finding-uuid") == two.texts("finding-uuid"))
    }

    // MARK: Names

    @Test("UUIDs are those of RFC 9562, version 5")
    func namedUUIDs() {
        // The example of its appendix A.4; the other one by Python's uuid.uuid5.
        #expect(NamedUUID.text("www.example.com", in: NamedUUID.dns) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
        #expect(NamedUUID.text("catalog") == "05ff4fad-8ec0-50f0-92ee-851d52bc23dc")
    }

    @Test(
        "places become tokens",
        arguments: [
            ("34(1)(b)", "34-1-b"), ("VA.X 46-48", "VA.X-46-48"), ("108+", "108plus"), ("§", "x"), ("(f)", "f"),
            ("a\u{301}/b", "a-b"), ("第三条", "第三条"),
        ]
    )
    func tokens(text: String, token: String) {
        #expect(OSCAL.token(text) == token)
    }

    @Test(
        "no two ids of a rule-book become one",
        arguments: [("ev-3", "ev-3"), ("3_b", "_3__b"), ("_3", "__3"), ("3", "_3")]
    )
    func ids(id: String, token: String) {
        #expect(OSCAL.id(id) == token)
    }

    @Test("a path is a reference", arguments: [("a/b c.csv", "a/b%20c.csv"), ("<é>%\"", "%3C%C3%A9%3E%%22")])
    func references(path: String, reference: String) {
        #expect(OSCAL.reference(path) == reference)
    }

    @Test("a rule-book without a day is of one that models know")
    func instants() throws {
        #expect(OSCAL.instant(try #require(Day("0001-01-01"))) == "1970-01-01T00:00:00Z")
        #expect(OSCAL.instant(try #require(Day("2026-11-25"))) == "2026-11-25T00:00:00Z")
    }
}
