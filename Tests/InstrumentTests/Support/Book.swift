// SPDX-License-Identifier: Apache-2.0
import Instrument
import Notation

/// A rule-book of one article, the measures it may bind, and what is said about changed ones.
enum Book {
    static let measures = [
        "voice": ["spread", "largest", "ratio/<part>", "share/<part>/subject", "gini/difference"],
        "meeting": ["least", "encounter/<part>"],
    ]

    static let whitelist =
        "identifiers, times, ranks, scores, impressions, reactions, follows, surfaces, languages, candidates, sessions, "
        + "declared-advertisement, declared-automation, builds, registers, simulation, partition"

    /// How a problem of its article begins.
    static let place = "Article 1, Equal voice {#ev-1}: "

    static let head = """
        # Charter

        What is signed here holds.

        ```instrument
        title: Charter
        version: "0.1"
        date: 2027-06-01
        confidence: 0.9
        core: ev
        ```

        ```vocabulary
        measures:
          deposits: {unit: share, least: 0, most: 1, what: "share deposited in time"}
        laws:
          iccpr: {title: "Civil Covenant", citation: "999 UNTS 171", status: binding}
          eu.dsa: {title: "Digital Services Act", citation: "Regulation (EU) 2022/2065", status: binding}
          a.bill: {title: "A bill", citation: "H.R. 1", status: bill, uri: "https://example.org/1"}
        ```

        # Chapter I — Voice


        """

    /// Begins on line 24.
    static let article = """
        ## Article 1 — Equal voice {#ev-1}

        Voices are heard alike.

        Because people differ.

        ```clause
        measure: voice
        figure: spread
        population: authors
        reads: [impressions]
        symmetric: partition
        atMost: 1.25
        tolerance: 0.15
        parameters: {surfaces: [feed, search], minMonthlyUsers: 1000}
        access: L2
        method: TEST
        burden: body
        status: draft
        evidence: [impressions]
        anchors:
          - {to: iccpr, at: "25", relation: intersects-with}
          - {to: eu.dsa, at: "34(1)(b)", relation: subset-of}
        ```

        ### Exception for small services {#ev-1.small}

        Small services cannot do all.

        ```exception
        of: ev-1
        when: {monthlyUsersBelow: 100000}
        replaces: {bound: 1.5, access: L1}
        ```

        ```example
        case: far beyond
        given: {limits: [1.48, 1.79], monthlyUsers: 5000000}
        verdict: not-met
        ```

        """

    static let text = head + article

    static func read(_ text: String = text) throws(Problems) -> RuleBook {
        try RuleBook([RuleBook.Source(name: "b.md", text: text)], measures: measures)
    }

    /// What is said about a text; empty where it is read.
    static func problems(_ text: String) -> [String] { problems([("b.md", text)]) }

    static func problems(_ files: [(String, String)]) -> [String] {
        do {
            _ = try RuleBook(files.map { RuleBook.Source(name: $0.0, text: $0.1) }, measures: measures)
            return []
        } catch {
            return error.list.map(\.description)
        }
    }

    /// What is said about the rule-book with one thing changed.
    static func problems(_ old: String, _ new: String) -> [String] {
        problems(text.replacing(old, with: new, maxReplacements: 1))
    }

    /// The rule-book with other exceptions in place of its own, which begin on line 49.
    static func with(exceptions: String) -> String {
        guard let start = text.firstRange(of: "### Exception"), let end = text.firstRange(of: "```example") else {
            return ""
        }
        return text[..<start.lowerBound] + exceptions + "\n" + text[end.lowerBound...]
    }
}
