// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import TestSupport
import Testing

@Suite("A treaty from files") struct TreatyFilesTests {
    private static let charter = """
        ```instrument
        title: Charter
        version: "1"
        date: 2026-01-01
        lawsPerArticle: 0
        entryIntoForce: {parties: 3, days: 90}
        ```
        ```vocabulary
        measures: {share: {unit: share, least: 0, what: A share}}
        ```
        ## Article 1 — Voice {#ev-3}

        A duty.

        ```clause
        measure: share
        reads: ranks
        atMost: [{from: 2026-01-01, value: 1.25, reference: one}, {from: 2029-01-01, value: 1.1, reference: two},
          {from: 2031-01-01, value: null, reference: three}]
        ```

        ## Article 2 — Hands {#md-2}

        A duty.

        ```clause
        measure: share
        reads: ranks
        atMost: 1
        parameters: {publishDays: 30}
        ```
        """

    private static func treaty(_ positions: [String: String]) throws -> Treaty {
        var files = ["charter.md": charter]
        for (name, text) in positions { files["p/\(name).yaml"] = "signatory: \(name)\n" + text }
        let folder = try TemporaryFolder(files)
        return try RuleBookFiles(path: folder.path + "/charter.md").treaty([folder.path + "/p"])
    }

    private static let founder = "ratified: 2027-01-01\nclauses: {ev-3: {}, md-2: {}}\n"

    @Test("what came into force stays as it was that day, whatever the text says later")
    func frozen() throws {
        let treaty = try Self.treaty([
            "A": Self.founder, "B": Self.founder, "C": Self.founder,
            "D": "ratified: 2028-01-01\nclauses: {ev-3: {bound: 1.6}, md-2: {}}\n",
        ])
        for day in ["2028-06-01", "2030-06-01", "2032-01-01"].compactMap({ Day($0) }) {
            guard case .inForce(_, let terms, let parties) = treaty.state(asOf: day) else {
                Issue.record("not in force on \(day)")
                continue
            }
            #expect(terms["ev-3"]?[.bound] == .number(1.25), "\(day)")
            #expect(parties.map(\.signatory) == ["A", "B", "C", "D"])
            #expect(parties[3].reservations == [Reservation(clause: "ev-3", parameters: [.bound, .limit])])
            #expect(treaty.terms(between: "A", and: "D", asOf: day)?["ev-3"]?[.bound] == .number(1.6))
        }
    }

    @Test("a founder's reservation lowers nothing for the others, and frees its author")
    func founderReserves() throws {
        let treaty = try Self.treaty([
            "A": "ratified: 2027-01-01\nclauses: {ev-3: {}, md-2: {publishDays: 90}}\n"
                + "reservations: [{clause: md-2, parameters: [publishDays]}]\n",
            "B": Self.founder, "C": "ratified: 2027-01-01\nclauses: {md-2: {}}\nreservations: [{clause: ev-3}]\n",
        ])
        let day = try #require(Day("2027-06-01"))
        guard case .inForce(_, let terms, _) = treaty.state(asOf: day) else {
            Issue.record("not in force")
            return
        }
        #expect(terms["md-2"]?[.publishDays] == .number(30) && terms["ev-3"]?[.bound] == .number(1.25))
        #expect(treaty.terms(between: "B", and: "C", asOf: day)?["md-2"]?[.publishDays] == .number(30))
        #expect(treaty.terms(between: "A", and: "B", asOf: day)?["md-2"]?[.publishDays] == .number(90))
        #expect(treaty.terms(between: "B", and: "C", asOf: day)?["ev-3"] == nil)
        #expect(treaty.terms(between: "A", and: "B", asOf: day)?["ev-3"] != nil)
    }
}
