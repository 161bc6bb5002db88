// SPDX-License-Identifier: Apache-2.0
import Evidence
import Recipes
import TestSupport
import Testing

@Suite("Looking up in other tables")
struct LookupTests {
    private let files = [
        "shown.csv": "viewer,item,n\nann,p,1\nbob,q,2\ncy,p,3\nann,zz,4\n",
        "items.csv": "id,author,score\np,alice,0.5\nq,ben,\nq,ben2,2\n",
        "groups.csv": "person,group\nann,union\nann,north\nbob,south\nann,union\n",
        "rates.csv": "viewer,item,rate\nann,p,9\nbob,p,8\n",
    ]

    private let others = """
        items: {kind: items, files: items.csv, columns: {item: id, author: author, score: {type: number}}}
        groups: {kind: people, files: groups.csv, columns: {person: person, group: group}}
        rates: {kind: items, files: rates.csv, columns: {viewer: viewer, item: item, rate: {type: integer}}}

        """

    private func read(_ columns: String) async throws -> Recording {
        let data = try TemporaryFolder(files)
        return try await data.read(
            others
                + "shown: {files: shown.csv, order: n, columns: {viewer: viewer, item: item, n: {type: integer}, \(columns)}}"
        )
    }

    @Test("the first value of a key is taken, with its kind; what is missing or ambiguous is counted")
    func first() async throws {
        let recording = try await read(
            "author: {lookup: {in: items, by: item, take: author}}, score: {lookup: {in: items, by: item, take: score}}"
        )
        #expect(recording.texts("shown", "author") == ["alice", "ben", "alice", nil])
        #expect(
            recording.tables["shown"]?["score"]?.numbers.map { $0.map { $0.isNaN ? -1 : $0 } } == [0.5, 2, 0.5, -1]
        )
        #expect(
            recording.notes("shown") == [
                "1 × author: not found", "1 × author: names with several values, the first is taken",
                "1 × score: not found",
            ]
        )
    }

    @Test("all values of a key make an overlapping membership")
    func all() async throws {
        let recording = try await read(
            "groups: {lookup: {in: groups, by: viewer, key: person, take: group, all: true}, separator: \"|\"}"
        )
        #expect(recording.texts("shown", "groups") == ["union|north", "south", nil, "union|north"])
        #expect(recording.recipe.table("shown")?.columns.last?.separator == "|")
        #expect(recording.notes("shown") == ["1 × groups: not found"])
    }

    @Test("a separator that stands in a name is an error, not a wrong group")
    func separatorInName() async {
        await #expect(throws: RecordingError.self) {
            try await read(
                "groups: {lookup: {in: groups, by: viewer, key: person, take: group, all: true}, separator: o}"
            )
        }
    }

    @Test("several columns may make the key")
    func several() async throws {
        let recording = try await read("rate: {lookup: {in: rates, by: [viewer, item], take: rate}}")
        #expect(recording.texts("shown", "rate") == ["9", nil, nil, nil])
    }

    @Test("tables are read in the order in which they need each other, never in a circle")
    func circle() async throws {
        let data = try TemporaryFolder(files)
        let text = """
            a: {kind: items, files: items.csv, columns: {item: id, x: {lookup: {in: b, by: item, take: item}}}}
            b: {kind: items, files: items.csv, columns: {item: id, x: {lookup: {in: a, by: item, take: item}}}}
            """
        await #expect(throws: RecordingError.self) { try await data.read(text) }
    }

    @Test("distinct keeps the first row of each key and counts the others")
    func distinct() async throws {
        let data = try TemporaryFolder(files)
        let recording = try await data.read(
            "groups: {kind: people, files: groups.csv, columns: {person: person, group: group}, distinct: [person, group]}"
        )
        #expect(recording.texts("groups", "group") == ["union", "north", "south"])
        #expect(recording.notes("groups") == ["1 × rows left out that repeat another in person, group"])
        #expect(recording.fillings[0].rows == 4 && recording.fillings[0].kept == 3)
    }
}
