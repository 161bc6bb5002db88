// SPDX-License-Identifier: Apache-2.0
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Reporting

@Suite(.tags(.hostile)) struct InlineMarkupTests {
    @Test(
        "strong, emphasis, code and links become what they are",
        arguments: [
            ("**Nobody** signed.", "<strong>Nobody</strong> signed."), ("*Why.* So.", "<em>Why.</em> So."),
            ("see `ev-3`", "see <code>ev-3</code>"), ("a `` b`c `` d", "a <code>b`c</code> d"),
            ("**a *b* `c`**", "<strong>a <em>b</em> <code>c</code></strong>"),
            ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
            (
                "[law](https://example.org/a?b=1&c)",
                "<a href=\"https://example.org/a?b=1&amp;c\" rel=\"noreferrer\">law</a>"
            ),
            ("[here](#ev-3), [there](docs/a.md)", "<a href=\"#ev-3\">here</a>, <a href=\"docs/a.md\">there</a>"),
            ("[*in* it](#a)", "<a href=\"#a\"><em>in</em> it</a>"), ("\\*not\\*", "*not*"),
        ]
    )
    func marks(text: String, markup: String) {
        #expect(InlineMarkup(text).markup().text == markup)
    }

    @Test(
        "marks without a partner stay what they are",
        arguments: [
            "**a", "a*", "2 * 3 * 4", "`a", "``a`", "[a](b", "[a]", "[a] (b)", "](", "***", "** a **", "[](#a)",
            "a** b",
        ]
    )
    func unbalanced(text: String) {
        #expect(InlineMarkup(text).pieces == [.text(text)])
        #expect(InlineMarkup(text).markup() == Markup(text))
    }

    @Test(
        "a link that leads elsewhere than to the web or beside the page is none",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "vbscript:x",
            "//example.org", "/\\example.org", "\\\\example.org", "file:///etc", "mailto:a@b", " javascript:x", "x y",
            "",
            "a\u{1}b", "https://a\u{202E}b",
        ]
    )
    func addresses(target: String) {
        let markup = InlineMarkup("[a](\(target))").markup().text
        #expect(!markup.contains("<a "), "\(markup)")
    }

    @Test(
        "nothing in a text becomes an element of its own",
        arguments: [
            "<script>alert(1)</script>", "**<script>**", "`<script>`", "[<img src=x onerror=alert(1)>](#a)",
            "[a](#\"onclick=\"alert(1))", "[a](https://x/\"><script>)", "*<b*", "&lt;script&gt;", "a\u{0}b\u{202E}c",
        ]
    )
    func escapes(text: String) {
        let markup = "<p>" + InlineMarkup(text).markup().text + "</p>"
        #expect(XMLParser(data: Data(markup.utf8)).parse(), "\(markup)")
        for word in ["<script", "<img", "<b", "onclick=\"", "onerror=\""] {
            #expect(!markup.contains(word), "\(markup)")
        }
    }

    @Test("ids in code lead to their places, but not from within a link")
    func places() {
        let places = ["ev-3": "#ev-3"]
        #expect(
            InlineMarkup("`ev-3` `x`").markup(places: places).text
                == "<a href=\"#ev-3\"><code>ev-3</code></a> <code>x</code>"
        )
        #expect(InlineMarkup("[`ev-3`](#a)").markup(places: places).text == "<a href=\"#a\"><code>ev-3</code></a>")
    }

    @Test("a terminal gets the words, and the address of a link to the web")
    func plain() {
        #expect(InlineMarkup("**a** *b* `c` [d](#e) [f](https://g)").plain == "a b c d f (https://g)")
    }

    @Test(
        "a long text of marks is read in no time",
        arguments: ["*", "**", "`", "[", "[a](", "*a ", "**a ", "``a`", "](", "*(", "\\"]
    )
    func isQuick(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        let start = ContinuousClock.now
        let markup = InlineMarkup(text).markup().text
        #expect(XMLParser(data: Data("<p>\(markup)</p>".utf8)).parse())
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test("entries that follow each other are one list")
    func lists() {
        #expect(
            Prose.markup(["a", "– b", "– **c**", "d"]).text
                == "<p>a</p><ul><li>b</li><li><strong>c</strong></li></ul><p>d</p>"
        )
    }
}
