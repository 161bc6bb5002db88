// SPDX-License-Identifier: Apache-2.0
import Instrument
import Notation
import Testing

@testable import Reporting

@Suite struct OSCALInstrumentTests {
    private let catalog = OSCALCatalog(ExportFixture.derived).json["catalog"] ?? .null

    private func control(_ id: String) throws -> JSONValue {
        let controls = (catalog["groups"]?.items ?? []).flatMap { $0["controls"]?.items ?? [] }
        return try #require(controls.first { $0["id"]?.string == id })
    }

    @Test("an article is a control of the group of its letters")
    func groups() throws {
        let groups = try #require(catalog["groups"]?.items)
        #expect(groups.map { $0["id"]?.string } == ["ac", "ev", "_3__b_family"])
        #expect(groups.map { $0["title"]?.string } == ["Access", "Voice", "Voice"])
        #expect(try control("ac-5").property("core") == "true")
        #expect(try control("ev-3").property("symmetric") == "partition")
    }

    @Test("every parameter says which value is stricter, with the value that the text proposes")
    func parameters() throws {
        let parameters = try #require(try control("ev-3")["params"])
        #expect(
            parameters.items.map { $0["id"]?.string }
                == ["ev-3_bound", "ev-3_tolerance", "ev-3_minMonthlyUsers", "ev-3_surfaces"]
        )
        #expect(parameters.items.map { $0.property("stricter") } == ["lower", "lower", "lower", "superset"])
        #expect(
            parameters.texts("expression") == [
                "value <= 1.25", "value <= 0.15", "value <= 1000", "value contains all of (feed, search)",
            ]
        )
        #expect(parameters.first("id", "ev-3_surfaces")?["values"] == ["feed", "search"])
        #expect(try control("_3__b")["params"]?.items.first?.texts("expression") == ["value >= 0.8"])
        // Evidence by betting knows no tolerance.
        #expect(try control("ac-5")["params"]?.items.map { $0.property("stricter") } == ["neutral"])
    }

    @Test("a control has a statement, an objective with its parameters inserted, and a method with its objects")
    func parts() throws {
        let parts = try #require(try control("ev-3")["parts"])
        #expect(
            parts.items.map { $0["name"]?.string } == [
                "statement", "guidance", "assessment-objective", "assessment-method",
            ]
        )
        #expect(
            parts.first("id", "ev-3_obj")?["prose"]?.string
                == "amplification, figure largest, over items in a partition is at most {{ insert: param, ev-3_bound }}, "
                + "tolerated up to {{ insert: param, ev-3_tolerance }} more. Agreed on: people a month from which it binds "
                + "{{ insert: param, ev-3_minMonthlyUsers }}; surfaces {{ insert: param, ev-3_surfaces }}."
        )
        #expect(parts.first("id", "ev-3_asm")?["props"]?.items.first?["value"] == "TEST")
        #expect(parts.first("id", "ev-3_smt")?["parts"]?.items.first?["id"] == "ev-3.small_exc")
        #expect(
            try control("ac-5")["parts"]?.first("id", "ac-5_obj")?["prose"]?.string?.contains("stays below") == true
        )
    }

    @Test("laws are resources, those that nobody cites are not")
    func laws() throws {
        #expect(catalog["back-matter"]?.texts("title") == ["Convention 108+", "Digital Services Act"])
        #expect(try control("ev-3")["links"]?.items.map { $0["rel"]?.string } == ["reference", "reference"])
    }

    @Test("the profile holds what all signatories accept, and nothing else")
    func profile() throws {
        let profile = try #require(OSCALProfile(ExportFixture.derived)?.json["profile"])
        #expect(profile.texts("with-ids") == ["ac-5", "ev-3"])
        let settings = try #require(profile["modify"]?["set-parameters"])
        #expect(settings.first("param-id", "ev-3_bound")?["values"] == ["1.5"])
        #expect(settings.first("param-id", "ev-3_tolerance")?["values"] == ["0.1"])
        #expect(settings.first("param-id", "ev-3_surfaces")?["values"] == ["feed"])
        #expect(profile["merge"] == ["as-is": true])
        #expect(profile["metadata"]?.texts("name") == ["Borduria", "San Theodoros", "Syldavia"])
        let all = try #require(OSCALProfile(ExportFixture.proposed)?.json["profile"])
        #expect(all.texts("with-ids") == ["ac-5", "ev-3", "_3__b"])
    }

    @Test("where nobody has accepted anything there is no profile")
    func noProfile() {
        let nobody = Edition(
            ExportFixture.ruleBook,
            asOf: ExportFixture.ruleBook.date,
            positions: ([Position(signatory: "Nobody", terms: Terms())], [])
        )
        #expect(OSCALProfile(nobody) == nil)
        #expect(!InstrumentExports.files(of: nobody).map(\.name).contains(OSCALProfile.file))
    }

    @Test("each anchor is a map to the places it names")
    func mapping() throws {
        let mapping = try #require(OSCALMapping(ExportFixture.derived))
        let maps = mapping.json.everything.filter { $0.value["relationship"] != nil }.map(\.value)
        #expect(maps.map { $0["relationship"]?.string } == ["intersects-with", "subset-of", "superset-of"])
        #expect(
            maps.map { ($0["targets"] ?? .null).texts("id-ref") } == [
                ["coe.108plus_5-2-3"], ["eu.dsa_34-1-b", "eu.dsa_14-4"], ["eu.dsa_34-1-b"],
            ]
        )
        #expect(mapping.catalogs.map(\.name) == ["law-coe.108plus.json", "law-eu.dsa.json"])
        #expect(mapping.catalogs.last?.text.contains("\"id\": \"eu.dsa_34-1-b_smt\"") == true)
    }

    // MARK: Files

    @Test("an edition becomes OSCAL and tables")
    func files() {
        #expect(
            InstrumentExports.files(of: ExportFixture.derived).map(\.name) == [
                "oscal-catalog.json", "oscal-profile.json", "oscal-mapping.json", "law-coe.108plus.json",
                "law-eu.dsa.json", "instrument.csv", "ladder.csv",
            ]
        )
        #expect(!InstrumentExports.files(of: ExportFixture.proposed).map(\.name).contains("ladder.csv"))
    }

    @Test("the table says what is in force, what keeps it there, and what was proposed")
    func tables() throws {
        let files = InstrumentExports.files(of: ExportFixture.derived)
        let instrument = try #require(files.first { $0.name == "instrument.csv" }).text
        #expect(
            instrument.contains(
                "ev-3,Equal voice across groups,bound,lower,1.5,1.25,true,Borduria,1.25,Borduria,1.5,\r\n"
            )
        )
        #expect(instrument.contains("3_b,People meet,bound,higher,,0.8,false,"))
        #expect(instrument.contains(",Borduria\r\n"))
        let ladder = try #require(files.first { $0.name == "ladder.csv" }).text
        #expect(ladder.contains("ev-3,bound,1.2,Syldavia\r\nev-3,bound,1.25,San Theodoros; Syldavia\r\n"))
        let proposed = InstrumentExports.files(of: ExportFixture.proposed).first { $0.name == "instrument.csv" }?.text
        #expect(
            proposed?.contains("ev-3,Equal voice across groups,surfaces,superset,feed; search,feed; search,true,")
                == true
        )
    }
}
