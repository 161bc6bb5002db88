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
        let problems = RuleBook.problems(RuleBook.text.replacing("figure: spread", with: "figure: \"\(figure)\""))
        #expect(
            problems == [
                "c.yaml:9: \"\(figure)\" names a part of the data: a clause treats all names alike; bind one of spread, largest, "
                    + "gini/difference"
            ]
        )
    }

    @Test("every figure that treats all names alike can be bound", arguments: ["spread", "largest", "gini/difference"])
    func figures(_ figure: String) {
        #expect(RuleBook.problems(RuleBook.text.replacing("figure: spread", with: "figure: \(figure)")).isEmpty)
    }

    @Test("what a clause may read is a closed list, and nothing on it is about content")
    func whitelist() {
        #expect(Clause.Field.allCases.map(\.rawValue).joined(separator: ", ") == RuleBook.whitelist)
        for word in [
            "text", "content", "topic", "stance", "sentiment", "truth", "toxicity", "keywords", "opinion", "Partition",
            "declaredAutomation", "impressions ", "",
        ] {
            let text = RuleBook.text.replacing("[impressions]", with: "[impressions, \"\(word)\"]")
            #expect(RuleBook.problems(text).count == 1, "\(word)")
        }
        for field in Clause.Field.allCases {
            let text = RuleBook.text.replacing("[impressions]", with: "[\(field.rawValue)]")
            #expect(RuleBook.problems(text).isEmpty, "\(field)")
        }
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
