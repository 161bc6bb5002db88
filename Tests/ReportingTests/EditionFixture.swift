// SPDX-License-Identifier: Apache-2.0
@testable import Instrument

/// Small editions: the golden case of the derivation, and one with names that mean harm.
enum EditionFixture {
    static let script = "<script>alert(1)</script>"

    static let text = """
        # Rules

        ```instrument
        title: Rules <b>for</b> feeds
        version: "1"
        date: 2027-01-01
        lawsPerArticle: 0
        ```

        Words **before** the first article, see `ev-3`.

        - an entry

        ```vocabulary
        measures:
          spread: {unit: ratio, least: 0, what: "The largest ratio, \(script)."}
          mismatch: {unit: share, least: 0, most: 1, what: "A share."}
          mixing: {unit: ratio, least: 0, what: "A ratio."}
          stake: {unit: e-value, least: 0, what: "A stake."}
        laws:
          a.law: {title: "A law & more", citation: "No. 1", status: binding, uri: "https://example.org/law?a=1&b=2"}
          a.bill: {title: "A bill", citation: "No. 2", status: bill, uri: "javascript:alert(1)"}
        ```

        # Chapter I — Voice

        ## Article 1 — Equal voice {#ev-3}

        No part is *amplified* much more than another, \(script).

        *Why.* See [the law](https://example.org) and [nothing](javascript:alert(1)); `ac-3` is near.

        - first entry
        - second entry

        ```clause
        measure: spread
        reads: [ranks, partition]
        symmetric: partition
        atMost: 1.25
        parameters: {minMonthlyUsers: 100000, surfaces: [feed, search]}
        access: L2
        evidence: [impressions]
        anchors:
          - {to: a.law, at: "34(1)", relation: subset-of}
          - {to: a.bill, at: "2", relation: intersects-with}
        ```

        ```example
        case: a case with **marks** and \(script)
        given: {limits: [1.3, 1.35], monthlyUsers: 200000}
        verdict: not-met
        ```

        ### Exception for small services {#ev-3.small}

        They are *small*.

        ```exception
        of: ev-3
        when: {monthlyUsersBelow: 100000, surfaces: [feed]}
        replaces: {bound: 2, minMonthlyUsers: 0}
        ```

        ## Article 2 — No defeat device {#ac-3}

        It is the same on every day.

        ```clause
        measure: mismatch
        reads: [ranks]
        atMost: 0.001
        ```

        ```example
        case: none of many
        given: {counted: {events: 0, of: 50000}}
        verdict: met
        ```

        # Chapter II — Encounter

        ## Article 3 — People meet {#pl-1}

        People meet across circles.

        ```clause
        measure: mixing
        reads: [impressions]
        atLeast: 0.8
        ```

        ## Article 4 — No special treatment {#ac-5}

        Examiners are shown what others are.

        ```clause
        measure: stake
        reads: [sessions]
        atMost: 20
        rule: e-value
        ```
        """

    static let sources = [RuleBook.Source(name: "rules.md", text: text)]

    static func ruleBook() throws -> RuleBook { try RuleBook(sources, measures: [:]) }

    /// The golden case: A, B, C and D, bounds only.
    static let golden = [
        "A": "{ev-3: {bound: 1.1}, ac-3: {}, pl-1: {bound: 0.9}, ac-5: {}}",
        "B": "{ev-3: {bound: 1.25, surfaces: [feed, search, trends]}, ac-3: {}, pl-1: {bound: 0.8}, ac-5: {}}",
        "C": "{ev-3: {bound: 1.4, surfaces: [feed]}, ac-3: {bound: 0.002}, ac-5: {}}",
        "D": "{ev-3: {bound: 1.4}, ac-3: {}, pl-1: {bound: 0.7}, ac-5: {}}",
    ]

    static func edition(_ positions: [String: String]? = nil, on day: String = "2027-06-01") throws -> Edition {
        let book = try ruleBook()
        let day = Day(day) ?? book.date
        guard let positions else { return Edition(book, asOf: day) }
        let sorted = positions.sorted { $0.key < $1.key }
        let sources = sorted.map { name, clauses in
            RuleBook.Source(name: "\(name).yaml", text: "signatory: S\nratified: 2027-01-02\nclauses: \(clauses)\n")
        }
        let read = try zip(sources, sorted).map { source, entry in
            var position = try Position(source.text, file: source.name, for: book, asOf: day)
            // Names that no YAML can hold reach an edition from elsewhere.
            position.signatory = entry.key
            return position
        }
        return Edition(book, asOf: day, positions: (read, sources))
    }

    /// So many signatories, each accepting all with a bound of its own, the last one without the third clause.
    static func many(_ count: Int) throws -> Edition {
        try edition(
            Dictionary(
                uniqueKeysWithValues: (1...count).map { index in
                    let last = index == count ? "" : ", pl-1: {}"
                    return (
                        "State \(index)", "{ev-3: {bound: \(1 + Double(index % 20) / 10)}, ac-3: {}, ac-5: {}\(last)}"
                    )
                }
            )
        )
    }
}
