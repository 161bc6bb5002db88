// SPDX-License-Identifier: Apache-2.0
import Evidence
import Measures
import TestSupport
import Testing

@testable import Examination

@Suite("Tables beside the impressions")
struct RelatedTablesTests {
    private static let files = [
        "shown.csv": "viewer,item,author,time\nann,i1,a,1\nann,i2,b,2\nbob,i1,a,3\n",
        "people.csv": "who,active\nz,yes\nb,yes\na,yes\ny,yes\nx,no\n",
        "posts.csv": "post,writer,made,viewers\ni9,z,5,0\ni1,a,6,2\ni2,b,,1\ni8,,8,0\ni7,q,9,3\n",
        "graph.csv": "from,to\nann,a\nann,z\ncem,b\nbob,\n,a\n",
    ]

    private static let tables = """
        recipe: r
        tables:
          shown:
            files: shown.csv
            columns: {viewer: viewer, item: item, author: author, time: {from: time, type: number}}
            order: time
          people:
            kind: people
            files: people.csv
            columns: {who: who, active: active}
          posts:
            kind: candidates
            files: posts.csv
            columns:
              item: post
              writer: writer
              time: {from: made, type: number}
              outreach: {from: viewers, type: integer}
          graph:
            kind: follows
            files: graph.csv
            columns: {viewer: from, leader: to}
        analyses:

        """

    private static func folder(_ fields: String, tables: String = tables) throws -> TemporaryFolder {
        var files = files
        files["recipe.yaml"] = tables + "  - {id: a, from: shown, measure: volume, unit: viewer, \(fields)}\n"
        return try TemporaryFolder(files)
    }

    @Test("a population adds authors without exposure behind those that were shown")
    func population() async throws {
        let sample = try await Self.folder("columns: {author: author}, population: {table: people, author: who}")
            .sample("a")
        #expect(sample.author?.names.list == ["a", "b", "z", "y", "x"] && sample.eligibleAuthors == 5)
        #expect(sample.author?.texts == ["a", "b", "a"])
    }

    @Test("who is not kept in the table of people is not eligible")
    func eligible() async throws {
        let tables = Self.tables.replacing(
            "columns: {who: who, active: active}",
            with: "columns: {who: who, active: active}\n    keep: {active: yes}"
        )
        let sample = try await Self.folder(
            "columns: {author: author}, population: {table: people, author: who}",
            tables: tables
        ).sample("a")
        #expect(sample.author?.names.list == ["a", "b", "z", "y"] && sample.eligibleAuthors == 4)
    }

    @Test("authors without exposure lower no share but widen the field: the Gini index grows")
    func zeroExposure() async throws {
        let concentration = "{id: a, from: shown, measure: concentration, unit: viewer, columns: {author: author}"
        var files = Self.files
        files["recipe.yaml"] = Self.tables + "  - \(concentration)}\n"
        let shown = try await TemporaryFolder(files).record().analyses[0].reading["gini"]?.value
        files["recipe.yaml"] = Self.tables + "  - \(concentration), population: {table: people, author: who}}\n"
        let eligible = try await TemporaryFolder(files).record().analyses[0].reading["gini"]?.value
        // Exposures 1 and 2; then 0, 0, 0, 1, 2: Σ(2i − n − 1)x / (n·Σx).
        #expect(abs(try #require(shown) - 1.0 / 6) < 1e-12)
        #expect(abs(try #require(eligible) - 10.0 / 15) < 1e-12)
    }

    @Test("candidates keep their own numbering, and their authors take that of the sample")
    func candidates() async throws {
        let sample = try await Self.folder(
            "columns: {viewer: viewer, item: item, author: author}, candidates: {table: posts, author: writer}"
        ).sample("a")
        let candidates = try #require(sample.candidates)
        #expect(candidates.item.texts == ["i9", "i1", "i2", "i8", "i7"])
        #expect(candidates.time?.map { $0.isNaN ? -1 : $0 } == [5, 6, -1, 8, 9])
        #expect(candidates.outreach == [0, 2, 1, 0, 3])
        let names = try #require(sample.author?.names.list)
        #expect(names == ["a", "b", "z", "q"])
        #expect(candidates.author?.map { $0 < 0 ? "none" : names[Int($0)] } == ["z", "a", "b", "none", "q"])
        // Authors of candidates are known, not eligible.
        #expect(sample.eligibleAuthors == nil)
    }

    @Test("candidates need no authors where the impressions have none")
    func plainCandidates() async throws {
        let sample = try await Self.folder("columns: {item: item}, candidates: posts").sample("a")
        #expect(sample.candidates?.item.count == 5 && sample.candidates?.author == nil && sample.author == nil)
    }

    @Test("follow relations are in the numbering of viewers and authors; half a relation is none")
    func follows() async throws {
        let sample = try await Self.folder(
            "columns: {viewer: viewer, author: author}, follows: {table: graph, author: leader}"
        ).sample("a")
        let follows = try #require(sample.follows)
        let viewers = try #require(sample.viewer?.names.list)
        let authors = try #require(sample.author?.names.list)
        #expect(viewers.prefix(2) == ["ann", "bob"] && authors.prefix(2) == ["a", "b"])
        let pairs = zip(follows.viewer, follows.author).map { "\(viewers[Int($0)]) \(authors[Int($1)])" }
        #expect(pairs == ["ann a", "ann z", "cem b"])
    }

    @Test("population, candidates and follows together agree on who is who")
    func together() async throws {
        let sample = try await Self.folder(
            "columns: {viewer: viewer, item: item, author: author}, population: {table: people, author: who}, candidates: {table: "
                + "posts, author: writer}, follows: {table: graph, author: leader}"
        ).sample("a")
        let authors = try #require(sample.author?.names.list)
        #expect(authors == ["a", "b", "z", "y", "x", "q"] && sample.eligibleAuthors == 5)
        #expect(sample.follows?.author.map { authors[Int($0)] } == ["a", "z", "b"])
        #expect(sample.candidates?.author == [2, 0, 1, -1, 5])
    }

    @Test(
        "what another table lacks is named, with how to say which column it is",
        arguments: [
            (
                "columns: {author: author}, population: people",
                "table \"people\" has no author; say which column it is: {table: people, author: …}"
            ),
            ("columns: {item: item}, population: {table: people, author: who}", "a population needs the role author"),
            (
                "columns: {viewer: viewer, author: author}, follows: graph",
                "table \"graph\" has no author; say which column it is: {table: graph, author: …}"
            ),
            (
                "columns: {author: author}, follows: {table: graph, author: leader}",
                "follow relations need the roles viewer and author"
            ),
            (
                "columns: {item: item}, candidates: people",
                "table \"people\" has no item; say which column it is: {table: people, item: …}"
            ),
        ]
    )
    func missing(_ fields: String, _ message: String) async throws {
        #expect(try await Self.folder(fields).refusal("a") == "recipe.yaml:24: a: \(message)")
    }
}
