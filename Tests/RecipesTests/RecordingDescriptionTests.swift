// SPDX-License-Identifier: Apache-2.0
import Evidence
import Recipes
import TestSupport
import Testing

@Suite("Files without a recipe")
struct RecordingDescriptionTests {
    private func propose(_ data: TemporaryFolder, _ names: String...) async throws -> Recipe {
        let paths = names.isEmpty ? [data.path] : names.map { data.path + "/" + $0 }
        let (recipe, folder) = try await RecordingDescription.recipe(forFiles: paths)
        // What is proposed can be saved, read again, and used.
        #expect(try Recipe.parse(recipe.text, file: "saved.yaml").tables == recipe.tables)
        let recording = try await RecordingReader(recipe, folder: folder).read()
        #expect(recording.tables["impressions"]?.rowCount ?? 0 > 0)
        return recipe
    }

    private func failure(_ data: TemporaryFolder, _ names: String...) async -> String {
        do {
            _ = try await RecordingDescription.recipe(
                forFiles: names.isEmpty ? [data.path] : names.map { data.path + "/" + $0 }
            )
            return "it was taken"
        } catch {
            return "\(error)".replacing(data.path, with: "DATA")
        }
    }

    @Test("the canonical columns give every analysis they allow, by viewer, against the chronological arm")
    func canonical() async throws {
        let data = try TemporaryFolder([
            "impressions.csv": """
            viewer,arm,session,time,slot,item,author,part,score
            ann,ranked,1,2026-03-01T10:00:00Z,1,p,alice,left,1
            ann,ranked,1,2026-03-01T10:00:00Z,2,q,ben,right,0
            ann,chronological,2,2026-03-01T11:00:00Z,1,q,ben,right,0
            bob,chronological,1,2026-03-01T10:00:00Z,1,p,alice,left,1

            """
        ])
        let recipe = try await propose(data)
        #expect(
            recipe.analyses.map(\.id) == [
                "volume", "amplification", "author-amplification", "concentration", "rank-weighted-score",
                "reference-effect",
            ],
            "ann is in both arms, so nobody was assigned to one"
        )
        #expect(recipe.analyses.allSatisfy { $0.unit == "viewer" })
        let amplification = try #require(recipe.analyses.first { $0.id == "amplification" })
        #expect(amplification.arms?.subject == ["ranked"] && amplification.arms?.reference == ["chronological"])
        #expect(amplification.columns == ["part": ["part"], "slot": ["slot"], "page": ["page"]])
        #expect(recipe.analyses[0].arms == nil)
        #expect(recipe.notes.contains("a page is what has the same viewer, session, arm"))
        #expect(recipe.notes.contains("the reference arm is \"chronological\": by its name"))
        #expect(recipe.tables[0].order == ["time"])
    }

    @Test("viewers who are in one arm each were assigned to it, which allows to count whom a part reaches")
    func assigned() async throws {
        let data = try TemporaryFolder([
            "impressions.csv": """
            viewer,arm,time,item,part
            ann,ranked,2026-03-01T10:00:00Z,p,left
            ann,ranked,2026-03-01T10:00:00Z,q,right
            bob,chronological,2026-03-01T10:00:00Z,p,left

            """
        ])
        #expect(try await propose(data).analyses.map(\.id).contains("reach-amplification"))
    }

    @Test("common names are recognised, other tables are joined, and everything assumed is noted")
    func synonyms() async throws {
        let data = try TemporaryFolder([
            "feed.jsonl": """
            {"userId":"u1","post_id":"p","Position":0,"timestamp":1772366400,"request_id":"r1","x":1}
            {"userId":"u1","post_id":"q","Position":1,"timestamp":1772366400,"request_id":"r1","x":1}
            {"userId":"u2","post_id":"p","Position":0,"timestamp":1772366460,"request_id":"r2","x":1}

            """, "posts.csv": "post_id;author.id;created_at\np;a;2026-02-28\nq;b;2026-02-27\n",
            "people.csv": "user_id,party,cluster\nu1,left,c1\nu2,right,c2\na,left,\nb,right,\n",
            "candidates.csv": "item,created_at\np,2026-02-28\nq,2026-02-27\nz,2026-02-01\n",
            "follows.csv": "follower,followee\nu1,a\nu2,b\n",
            "LICENSE": "text",
        ])
        let recipe = try await propose(data)
        #expect(Set(recipe.tables.map(\.kind)) == [.impressions, .items, .people, .candidates, .follows])
        #expect(
            recipe.analyses.map(\.id) == [
                "volume", "amplification", "concentration", "encounter", "coverage", "newest-first",
            ]
        )
        #expect(recipe.analyses.allSatisfy { $0.unit == "cluster" })
        for note in [
            "viewer is taken from \"userId\"", "item is taken from \"post_id\"",
            "\"Position\" counts places from 0; slot counts from 1",
            "times of \"timestamp\" are read as epoch-seconds, in UTC where they say no zone",
            "impressions: not used: \"x\"",
            "author is that of the item among the items", "readerPart is the part of the viewer among the people",
            "part is the part of the author among the people",
            "what is independent of each other: the values of cluster",
        ] {
            #expect(recipe.notes.contains(note), "\(note)")
        }
        let recording = try await RecordingReader(recipe, folder: data.path).read()
        #expect(recording.texts("impressions", "slot") == ["1", "2", "1"])
        #expect(recording.texts("impressions", "author") == ["a", "b", "a"])
        #expect(recording.texts("impressions", "part") == ["left", "right", "left"])
        #expect(recording.texts("impressions", "readerPart") == ["left", "left", "right"])
        #expect(recording.texts("impressions", "cluster") == ["c1", "c1", "c2"])
        #expect(recording.texts("impressions", "time")[0] == "2026-03-01T12:00:00Z")
    }

    @Test("two files may be the two arms; several arms are each compared with the reference")
    func arms() async throws {
        let rows = "viewer,seq,item,author\nann,1,p,a\nann,2,q,b\n"
        let files = try TemporaryFolder(["ranked.csv": rows, "chronological.csv": rows])
        let recipe = try await propose(files, "ranked.csv", "chronological.csv")
        #expect(recipe.analyses.first { $0.id == "concentration" }?.arms?.subject == ["ranked"])
        let many = try TemporaryFolder([
            "f.csv": "viewer,seq,item,author,condition\nann,1,p,a,v1.0\nann,2,q,b,v2\nann,3,q,b,control\n"
        ])
        let others = try await propose(many)
        #expect(
            others.analyses.filter { $0.measure == "concentration" }.map(\.id) == [
                "concentration-v1-0", "concentration-v2",
            ]
        )
        #expect(
            others.analyses.filter { $0.measure == "concentration" }.compactMap { $0.arms?.reference } == [
                ["control"], ["control"],
            ]
        )
        #expect(others.analyses.first?.id == "volume")
        let unnamed = try await propose(
            try TemporaryFolder(["f.csv": "viewer,seq,item,author,arm\nann,1,p,a,x\nann,2,q,b,y\n"])
        )
        #expect(
            unnamed.notes.contains(
                "the reference arm is \"x\": the first by name, as none says that it is the reference"
            )
        )
    }

    @Test("a partition may have a name of its own where it is clear whose it is")
    func ownNames() async throws {
        let data = try TemporaryFolder([
            "impressions.csv":
                "viewer,viewer_district,user_name,seq,item,author\nann,hill,Ann,1,p,a\nbob,harbour,Bob,1,q,b\n",
            "authors.csv": "author,district\na,hill\nb,harbour\n",
        ])
        let recipe = try await propose(data)
        #expect(recipe.analyses.map(\.id) == ["volume", "amplification", "concentration", "encounter"])
        let recording = try await RecordingReader(recipe, folder: data.path).read()
        #expect(recording.texts("impressions", "readerPart") == ["hill", "harbour"])
        #expect(recording.texts("impressions", "part") == ["hill", "harbour"])
        #expect(recipe.notes.contains("readerPart is taken from \"viewer_district\""))
    }

    @Test("rows of a document of JSON are found, compressed files are read")
    func layouts() async throws {
        let data = try TemporaryFolder([
            "d.json": "{\"meta\":{\"n\":1},\"data\":{\"shown\":[{\"viewer\":\"ann\",\"item\":\"p\",\"seq\":1}]}}"
        ])
        let recipe = try await propose(data)
        #expect(recipe.tables[0].format == .json(.document, rowPath: "data.shown"))
    }

    @Test("hostile headings are texts of the recipe, never parts of its notation")
    func hostile() async throws {
        let data = try TemporaryFolder([
            "impressions.csv": "viewer,seq,item,\"x: {y\"\"}\n# &a *a\",\"\"\"}, z: [\"\nann,1,p,1,2\n"
        ])
        let recipe = try await propose(data)
        #expect(recipe.notes.contains { $0.contains("x: {y\"}\n# &a *a") })
    }

    @Test("without an order, a unit or impressions the run refuses and says what to do")
    func refusals() async throws {
        #expect(
            await failure(try TemporaryFolder(["f.csv": "viewer,item,slot\nann,p,1\n"])).hasPrefix(
                "DATA/f.csv: impressions need a time or a sequence (columns time or seq): the order of lines is not evidence."
            )
        )
        #expect(
            await failure(try TemporaryFolder(["f.csv": "viewer,item,slot,time\nann,p,1,yesterday\n"])).contains(
                "\"time\" puts nothing in order: \"yesterday\" is no time"
            )
        )
        #expect(
            await failure(try TemporaryFolder(["f.csv": "item,seq,slot\np,1,1\n"])).contains(
                "no column says who saw what (viewer, or unit"
            )
        )
        #expect(await failure(try TemporaryFolder(["f.csv": "a,b\n1,2\n"])).hasPrefix("DATA/f.csv: impressions need"))
        #expect(
            await failure(try TemporaryFolder(["items.csv": "item,author\np,a\n"])).hasPrefix(
                "none of the files holds impressions"
            )
        )
        #expect(await failure(try TemporaryFolder(), "none.csv") == "DATA/none.csv: there is no such file or folder")
        #expect(await failure(try TemporaryFolder()) == "DATA: there are no files")
        #expect(await failure(try TemporaryFolder(["f.csv": ""])) == "DATA/f.csv: is empty")
        #expect(
            await failure(try TemporaryFolder(["f.csv": "ann,1,p\nbob,2,q\n"])).contains(
                "has no headings: its first line holds \"1\""
            )
        )
        #expect(await failure(try TemporaryFolder(["f.json": "[{"])).contains("is no JSON"))
        let two = try TemporaryFolder([
            "a.csv": "viewer,item,seq\nann,p,1\n", "b.csv": "viewer,item,seq,slot\nann,p,1,1\n",
        ])
        #expect(await failure(two).contains("a.csv and b.csv both look like impressions but have different columns"))
    }

    @Test("a time that could be two things is not guessed: the message shows it")
    func ambiguousTime() async throws {
        let data = try TemporaryFolder(["a.csv": "viewer,item,time\nann,p,03/04/2026 10:00\n"])
        #expect(
            await failure(data, "a.csv")
                == "DATA/a.csv: \"time\" puts nothing in order: \"03/04/2026 10:00\" is no time or number that can be read "
                + "without being told how. Write a recipe that says its format"
        )
    }
}
