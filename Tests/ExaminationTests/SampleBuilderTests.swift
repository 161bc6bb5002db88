// SPDX-License-Identifier: Apache-2.0
import Evidence
import Measures
import TestSupport
import Testing

@testable import Examination

@Suite("Making a sample")
struct SampleBuilderTests {
    private static let csv = """
        viewer,arm,page,slot,item,author,tags,count,score,time
        ann,new,1,1,i1,a,left|news,1,0.5,10
        ann,old,2,1,i2,b,,2,0.25,20
        bob,new,3,1,i3,c,right,3,,30
        bob,newer,4,1,i1,a,left|left,4,1,40
        cem,other,5,1,i4,d,news,5,2,50
        cem,,6,1,i5,,|,6,3,60

        """

    private static let tables = """
        recipe: r
        tables:
          shown:
            files: shown.csv
            columns:
              viewer: viewer
              arm: arm
              page: page
              slot: {from: slot, type: number}
              item: item
              author: author
              tags: {from: tags, separator: "|"}
              count: {from: count, type: number}
              score: {from: score, type: number}
              time: {from: time, type: number}
            order: time
        analyses:

        """

    /// A folder with one analysis called "a".
    private static func folder(
        _ fields: String,
        csv: String = csv,
        tables: String = tables,
        unit: String = "viewer"
    ) throws -> TemporaryFolder {
        try TemporaryFolder([
            "shown.csv": csv,
            "recipe.yaml": tables + "  - {id: a, from: shown, measure: volume, unit: \(unit), \(fields)}\n",
        ])
    }

    // MARK: Rows

    @Test("without conditions and arms every row is there, with the columns that were named and no others")
    func whole() async throws {
        let sample = try await Self.folder("columns: {item: item, score: score, time: time, count: count}").sample("a")
        #expect(sample.rows == 6 && sample.unitName == "viewer")
        #expect(sample.unit.texts == ["ann", "ann", "bob", "bob", "cem", "cem"])
        #expect(sample.item?.texts == ["i1", "i2", "i3", "i1", "i4", "i5"])
        #expect(sample.count == [1, 2, 3, 4, 5, 6] && sample.time == [10, 20, 30, 40, 50, 60])
        #expect(sample.score?[2].isNaN == true && sample.score?[3] == 1)
        #expect(sample.arm == nil && sample.author == nil && sample.viewer == nil && sample.part == nil)
        #expect(sample.slot == nil && sample.page == nil && sample.twin == nil && sample.eligibleAuthors == nil)
    }

    @Test("arms select rows: several values are pooled into one arm, rows of neither arm are left out")
    func arms() async throws {
        let sample = try await Self.folder(
            "arms: {by: arm, subject: [new, newer], reference: old, subjectName: current}, columns: {item: item}"
        ).sample("a")
        #expect(sample.rows == 4)
        #expect(sample.arm == [Arm.subject, Arm.reference, Arm.subject, Arm.subject])
        #expect(sample.armNames == ArmNames(subject: "current", reference: "old"))
        #expect(sample.unit.texts == ["ann", "ann", "bob", "bob"] && sample.unit.names.list == ["ann", "bob"])
        #expect(sample.item?.texts == ["i1", "i2", "i3", "i1"])
    }

    @Test("arms of numbers are told apart by how the numbers are written plainly")
    func numericArms() async throws {
        let sample = try await Self.folder("arms: {by: slot, subject: \"1\", reference: \"2\"}").refusal("a")
        #expect(sample == "recipe.yaml:18: a: no row has \"2\" in \"slot\"; its values are \"1\"")
        let counts = try await Self.folder("arms: {by: count, subject: 1, reference: [2, 3]}").sample("a")
        #expect(counts.arm == [Arm.subject, Arm.reference, Arm.reference])
    }

    @Test("conditions come before arms, and an arm that nobody is left in is named")
    func conditions() async throws {
        let arms = "arms: {by: arm, subject: new, reference: old}"
        let sample = try await Self.folder("where: {viewer: ann, slot: {atMost: 1}}, \(arms)").sample("a")
        #expect(sample.rows == 2 && sample.arm == [Arm.subject, Arm.reference])
        #expect(
            try await Self.folder("where: {viewer: bob}, \(arms)").refusal("a").hasPrefix(
                "recipe.yaml:18: a: no row has \"old\" in \"arm\"" + "; its values are"
            )
        )
        #expect(
            try await Self.folder("where: {viewer: {not: ann}}, arms: {by: arm, subject: [old, older], reference: new}")
                .refusal("a").hasPrefix("recipe.yaml:18: a: no row has \"old\" or \"older\" in \"arm\"; its values are")
        )
    }

    @Test("an arm that no row ever had is an error, also without conditions")
    func unknownArm() async throws {
        #expect(
            try await Self.folder("arms: {by: arm, subject: New, reference: old}").refusal("a").hasPrefix(
                "recipe.yaml:18: a: no row has \"New\" in \"arm\"" + "; its values are"
            )
        )
        #expect(
            try await Self.folder("arms: {by: arm, subject: new, reference: [ancient]}").refusal("a").hasPrefix(
                "recipe.yaml:18: a: no row has \"ancient\" in \"arm\"" + "; its values are"
            )
        )
    }

    @Test("conditions that nobody meets are an error")
    func noRow() async throws {
        for condition in ["viewer: dan", "score: {above: 100}", "author: {present: false}, viewer: ann"] {
            #expect(
                try await Self.folder("where: {\(condition)}").refusal("a")
                    == "recipe.yaml:18: a: no row of \"shown\" meets its conditions",
                "\(condition)"
            )
        }
        #expect(
            try await Self.folder("where: {item: {above: 1}}").refusal("a")
                == "recipe.yaml:18: a: \"item\" holds names; declare type: number, integer or time to compare it with a number"
        )
    }

    @Test("each makes one analysis a value")
    func each() async throws {
        let folder = try TemporaryFolder([
            "shown.csv": Self.csv,
            "recipe.yaml": Self.tables
                + "  - {id: \"of {viewer}\", from: shown, measure: volume, unit: item, each: {viewer: [ann, cem]}}\n",
        ])
        #expect(try await folder.sample("of ann").unit.texts == ["i1", "i2"])
        #expect(try await folder.sample("of cem").unit.texts == ["i4", "i5"])
        let record = try await folder.record()
        #expect(record.analyses.map(\.id) == ["of ann", "of cem"] && record.analyses.map(\.rows) == [2, 2])
    }

    @Test(
        "names that no row has any more are no units, items or parts: rows that a table does not keep leave nothing behind"
    )
    func nothingLeftBehind() async throws {
        let kept = Self.tables.replacing("    order: time\n", with: "    order: time\n    keep: {viewer: {not: cem}}\n")
        let sample = try await Self.folder("columns: {item: item, author: author, part: arm}", tables: kept).sample("a")
        #expect(sample.rows == 4)
        #expect(sample.unit.names.list == ["ann", "bob"])
        #expect(sample.item?.names.list == ["i1", "i2", "i3"])
        #expect(sample.author?.names.list == ["a", "b", "c"])
        #expect(sample.part?.partNames == ["new", "old", "newer"])
        let record = try await Self.folder("columns: {item: item}", tables: kept).record()
        #expect(record.analyses.first?.reading.clusters == 2)
    }

    // MARK: Columns

    @Test("several columns of one role are joined, and a row that lacks one of them has none")
    func joined() async throws {
        let sample = try await Self.folder("columns: {page: [viewer, slot], stratum: [arm, author]}").sample("a")
        #expect(sample.page?.texts.first == "ann · 1")
        #expect(sample.stratum?.texts == ["new · a", "old · b", "new · c", "newer · a", "other · d", nil])
    }

    @Test("a separator makes overlapping parts: a row belongs to none, one or several of them, to each once")
    func overlapping() async throws {
        let sample = try await Self.folder("columns: {part: tags, readerPart: viewer}").sample("a")
        #expect(sample.part?.texts == [["left", "news"], [], ["right"], ["left"], ["news"], []])
        #expect(sample.part?.partNames == ["left", "news", "right"] && sample.part?.name == "tags")
        #expect(sample.readerPart?.texts == [["ann"], ["ann"], ["bob"], ["bob"], ["cem"], ["cem"]])
        // Joined with another column the text is a name of its own.
        let both = try await Self.folder("columns: {part: [tags, viewer]}").sample("a")
        #expect(both.part?.texts.first == ["left|news · ann"] && both.part?.name == "tags, viewer")
    }

    @Test(
        "numbers are asked of one column that holds numbers",
        arguments: [
            ("columns: {score: item}", "score: \"item\" holds names; declare type: number, integer or time"),
            ("columns: {slot: viewer}", "slot: \"viewer\" holds names; declare type: number, integer or time"),
            ("columns: {count: [count, slot]}", "count must be one column"),
            ("columns: {time: []}", "time must be one column"),
            ("columns: {item: []}", " is no column of \"shown\""),
        ]
    )
    func numbers(_ fields: String, _ message: String) async throws {
        #expect(try await Self.folder(fields).refusal("a") == "recipe.yaml:18: a: \(message)")
    }

    @Test(
        "a place is a whole number from 1 on, and a row without one is no impression at a place",
        arguments: [
            ("0", "0"), ("-1", "-1"), ("1.5", "1.5"),
            ("", "none: leave such rows out with where: {slot column: {present: true}}"),
            ("3000000000", "3000000000"),
        ]
    )
    func slots(_ text: String, _ shown: String) async throws {
        let csv = Self.csv.replacing("bob,new,3,1", with: "bob,new,3,\(text)")
        #expect(
            try await Self.folder("columns: {slot: slot}", csv: csv).refusal("a")
                == "recipe.yaml:18: a: slot must be a whole number from 1 on; row 3 of the analysis has \(shown)"
        )
        // Rows that do not belong to the analysis may have any.
        #expect(
            try await Self.folder("where: {viewer: ann}, columns: {slot: slot}", csv: csv).sample("a").slot == [1, 1]
        )
    }

    @Test(
        "a count is a number from 0 on, and the error says how to leave rows without one out",
        arguments: [
            ("-3", "-3.0"), ("", "none: leave such rows out with where: {count column: {present: true}}"),
            ("1e15", "1000000000000000.0"),
        ]
    )
    func counts(_ text: String, _ shown: String) async throws {
        let csv = Self.csv.replacing(",right,3,", with: ",right,\(text),")
        #expect(
            try await Self.folder("columns: {count: count}", csv: csv).refusal("a")
                == "recipe.yaml:18: a: count must be a number from 0 to below 10^15; row 3 of the analysis has \(shown)"
        )
        let present = try Self.folder("columns: {count: count}, where: {count: {present: true}}", csv: csv)
        if text.isEmpty { #expect(try await present.sample("a").count == [1, 2, 4, 5, 6]) }
    }

    @Test("a count of zero is an impression that did not happen, and no error")
    func zeroCount() async throws {
        let csv = Self.csv.replacing(",right,3,", with: ",right,0,")
        #expect(try await Self.folder("columns: {count: count}", csv: csv).sample("a").count == [1, 2, 0, 4, 5, 6])
    }

    @Test("a unit that tells every row apart is refused where viewers have several: impressions are not independent")
    func impressionsAsUnits() async throws {
        let refusal = try await Self.folder("columns: {viewer: viewer, item: item}", unit: "page").refusal("a")
        #expect(
            refusal
                == "recipe.yaml:18: a: the unit \"page\" tells every row apart, but 6 rows are of 3 viewers: rows of one viewer are "
                + "not independent; declare the viewer, or something larger, as unit"
        )
        // One row a viewer is one observation a viewer.
        let single = Self.csv.split(separator: "\n").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined(
            separator: "\n"
        )
        #expect(try await Self.folder("columns: {viewer: viewer}", csv: single, unit: "page").sample("a").rows == 3)
    }

    @Test("two items at one place of one page are an error that names page and place")
    func doubleSlots() async throws {
        #expect(
            try await Self.folder("columns: {page: viewer, slot: slot}").refusal("a")
                == "recipe.yaml:18: a: the page \"ann\" has slot 1 twice; name the columns that tell pages apart under page, "
                + "or keep one row of each under distinct in the table"
        )
        let sample = try await Self.folder("columns: {page: [viewer, arm], slot: slot}").sample("a")
        #expect(sample.slot == [1, 1, 1, 1, 1, 1])
        // Without pages or without places there is nothing to hold against each other.
        #expect(try await Self.folder("columns: {page: viewer}").sample("a").rows == 6)
        #expect(try await Self.folder("columns: {slot: slot}").sample("a").rows == 6)
        let far = Self.csv.replacing("cem,other,5,1", with: "cem,other,5,77").replacing("cem,,6,1", with: "cem,,5,77")
        #expect(
            try await Self.folder("columns: {page: page, slot: slot}", csv: far).refusal("a")
                == "recipe.yaml:18: a: the page \"5\" has slot 77 twice; name the columns that tell pages apart under page, "
                + "or keep one row of each under distinct in the table"
        )
    }

    @Test("a column that is absent in every file cannot be the unit")
    func unit() async throws {
        let tables = Self.tables.replacing("page: page", with: "page: {from: pages, optional: true}")
        let folder = try TemporaryFolder([
            "shown.csv": Self.csv,
            "recipe.yaml": tables + "  - {id: a, from: shown, measure: volume, unit: page}\n",
        ])
        #expect(await folder.refusal("a") == "recipe.yaml:18: a: no row has a value in \"page\", which is the unit")
    }
}
