// SPDX-License-Identifier: Apache-2.0
import Instrument
import Notation
import TestSupport
import Testing

/// Where headings and blocks stand.
@Suite("The structure of a rule-book")
struct ArticleStructureTests {
    @Test("a rule-book without an article is refused: nothing would be asked, and all of it be met")
    func noArticle() {
        let message =
            "there is no article: a heading of level 2 with an id, \"## Article 1 — Title {#xx-1}\", and a block \"clause\""
        #expect(Book.problems("```instrument\ntitle: C\nversion: 1\n```\n") == ["b.md:1: \(message)"])
        #expect(Book.problems("") == ["b.md:1: there is no block \"instrument\" with title and version"])
        #expect(Book.problems([]) == ["rule-book:1: there is no block \"instrument\" with title and version"])
        #expect(Book.problems("Only prose.\n\n# And a chapter\n").count == 1)
    }

    @Test("a rule-book has one head")
    func heads() {
        #expect(Book.problems(Book.article).first == "b.md:1: there is no block \"instrument\" with title and version")
        #expect(
            Book.problems("```instrument", "```instruments") == [
                "b.md:1: there is no block \"instrument\" with title and version",
                "b.md:5: there is no block \"instruments\"; \"instrument\" was probably meant",
            ]
        )
        let second = "\n```instrument\ntitle: D\nversion: 2\n```\n"
        #expect(
            Book.problems(Book.text + second) == [
                "b.md:65: a rule-book has one block \"instrument\"; the first is at b.md:5"
            ]
        )
        #expect(
            Book.problems([("a.md", Book.text), ("c.md", second)])
                == ["c.md:2: a rule-book has one block \"instrument\"; the first is at a.md:5"]
        )
    }

    @Test(
        "an article has one clause and a duty",
        arguments: [
            Change("```clause", "```", 24, "the article has no block \"clause\""),
            Change("```clause", "    ```clause", 24, "the article has no block \"clause\""),
            Change(
                "Voices are heard alike.\n\nBecause people differ.\n",
                "",
                24,
                "the duty is missing: the first paragraph below the heading"
            ),
        ]
    )
    func clause(_ change: Change) { change.check() }

    @Test(
        "a block that is nearly one that is read was meant to be read; another language was not",
        arguments: [("clauses", "clause"), ("Clause", "clause"), ("exeption", "exception"), ("exampel", "example")]
    )
    func misspelt(kind: String, meant: String) {
        let text = Book.text + "\n```\(kind)\na: 1\n```\n"
        #expect(
            Book.problems(text).contains {
                $0.hasSuffix("there is no block \"\(kind)\"; \"\(meant)\" was probably meant")
            }
        )
        for other in ["swift", "yaml", "json", ""] {
            #expect(Book.problems(Book.text + "\n```\(other)\na\n```\n") == [])
        }
    }

    @Test("any dash stands between number and title, and a number occurs once")
    func headings() throws {
        for dash in ["—", "–", "-"] {
            let book = try Book.read(Book.text.replacing("Article 1 — ", with: "Article 1 \(dash) "))
            #expect(book.articles[0].label == "Article 1" && book.articles[0].clause.title == "Equal voice", "\(dash)")
        }
        let again = "\n## Article 1 — Again {#ev-9}\n\nA duty.\n"
        #expect(Book.problems(Book.text + again).contains { $0.contains("\"Article 1\" occurs twice") })
    }

    @Test("a character that cannot be seen is refused where it stands")
    func hiddenCharacters() {
        for scalar in ["\u{0}", "\u{1B}", "\u{202E}", "\u{200B}"] {
            let text = Book.text.replacing("Because people differ.", with: "Because \(scalar) people differ.")
            #expect(Book.problems(text).first?.contains("holds a character that cannot be seen, U+") == true)
        }
    }

    @Test("a second clause in an article is refused where it stands")
    func twoClauses() {
        let clause =
            "```clause\nmeasure: meeting\nfigure: least\nreads: follows\natLeast: 1\nanchors: [{to: iccpr, at: 1, relation: subset-of}, {to: eu.dsa, at: 1, relation: subset-of}]\n```\n"
        #expect(
            Book.problems(Book.text + clause).first
                == "b.md:64: \(Book.place)an article has one clause; this is a second"
        )
    }

    @Test(
        "blocks outside an article are refused, whatever stands before them",
        arguments: ["clause", "exception", "example"]
    )
    func outside(_ kind: String) {
        let message = "a block \"\(kind)\" belongs below the heading of an article, \"## Article 1 — Title {#xx-1}\""
        #expect(
            Book.problems("# Chapter I — Voice\n", "# Chapter I — Voice\n```\(kind)\nx: 1\n```\n") == [
                "b.md:23: \(message)"
            ]
        )
        // A heading without an id ends the article.
        #expect(Book.problems(Book.text + "## Notes\n```\(kind)\nx: 1\n```\n") == ["b.md:65: \(message)"])
        #expect(Book.problems(Book.text + "# Chapter II\n```\(kind)\nx: 1\n```\n") == ["b.md:65: \(message)"])
    }

    @Test(
        "an id is letters, digits, hyphens and points",
        arguments: ["ev 1", "", "é-1", "ev/1", String(repeating: "a", count: 61)]
    )
    func ids(_ id: String) {
        let said =
            "b.md:24: \"\(id.prefix(60))\" is no id: letters, digits, hyphens and points, as in \"ev-3\" or \"ev-3.small\""
        #expect(Book.problems("{#ev-1}", "{#\(id)}").contains(said))
    }

    @Test("an article without an id is prose, and its blocks are without an article")
    func noID() {
        #expect(Book.problems(" {#ev-1}", "").count == 3)
    }

    @Test("prose below sub-headings belongs to the article or to the exception, and none of it is lost")
    func prose() throws {
        let book = try Book.read(
            Book.text.replacing(
                "Because people differ.\n",
                with:
                    "Because people differ.\n\n### Why\n\n- First.\n- Second,\n  in two lines.\n\n### How it is shown {#ev-1.how}\n\nWith a chart.\n"
            ) + "\nBehind the example.\n"
        )
        let article = try #require(book.articles.first)
        #expect(article.prose == ["Because people differ.", "– First.", "– Second, in two lines.", "With a chart."])
        #expect(article.exceptions[0].prose == ["Small services cannot do all.", "Behind the example."])
    }

    @Test("blocks of other kinds are prose for people, and comments are for nobody")
    func others() throws {
        let plain = try Book.read()
        let more = try Book.read(
            Book.text.replacing(
                "Because people differ.\n",
                with: "Because people differ.\n\n```json\n{\"a\": [\n```\n<!-- a\n```clause\n-->\n"
            )
        )
        #expect(more.articles.map(\.prose) == plain.articles.map(\.prose) && more.articles.count == 1)
    }

    @Test("Windows line ends and a byte-order mark change nothing", .tags(.hostile))
    func editors() throws {
        let plain = try Book.read()
        for text in [
            Book.text.replacing("\n", with: "\r\n"), "\u{FEFF}" + Book.text,
            "\u{FEFF}" + Book.text.replacing("\n", with: "\r\n"), Book.text.replacing("```", with: "~~~~"),
            String(Book.text.dropLast()),
        ] {
            let book = try Book.read(text)
            #expect(book.articles == plain.articles && book.head == plain.head && book.preamble == plain.preamble)
            #expect(book.laws == plain.laws && book.measures == plain.measures)
        }
        let broken = Book.text.replacing("atMost: 1.25", with: "atMost: much").replacing("\n", with: "\r\n")
        #expect(Book.problems(broken) == ["b.md:36: \(Book.place)atMost: \"much\" is not a number"])
    }

    @Test("titles, duties and laws are written in any script", .tags(.hostile))
    func scripts() throws {
        let book = try Book.read(
            Book.text.replacing("Article 1 — Equal voice", with: "第一条 — 平等な声 🗣️")
                .replacing("Voices are heard alike.", with: "تُسمَع الأصوات على السواء.")
                .replacing("title: Charter", with: "title: \"Χάρτης — Хартия\"")
        )
        #expect(book.articles[0].label == "第一条" && book.articles[0].clause.title == "平等な声 🗣️")
        #expect(book.articles[0].clause.duty == "تُسمَع الأصوات على السواء." && book.head.title == "Χάρτης — Хартия")
    }
}
