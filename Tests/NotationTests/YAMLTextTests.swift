// SPDX-License-Identifier: Apache-2.0
import Notation
import TestSupport
import Testing

@Suite("Reading YAML", .tags(.hostile))
struct YAMLTextTests {
    private func problem(_ text: String) -> String? {
        do {
            _ = try YAMLText.node(text, file: "f.yaml")
            return nil
        } catch {
            return error.list.first?.description
        }
    }

    @Test("values keep their lines, texts whether they were quoted, names their order")
    func places() throws {
        let node = try YAMLText.node("b: 1\na:\n  - \"2\"\n  - {c: 'x: y'}\n", file: "f")
        guard case .mapping(let entries) = node.content, case .list(let list) = entries[1].value.content,
            case .mapping(let inner) = list[1].content
        else {
            Issue.record("\(node)")
            return
        }
        #expect(entries.map(\.name) == ["b", "a"] && entries.map(\.line) == [1, 2])
        #expect(entries[0].value.content == .scalar("1", isQuoted: false))
        #expect(list[0].content == .scalar("2", isQuoted: true) && list[0].line == 3)
        #expect(inner[0].value == Node(.scalar("x: y", isQuoted: true), line: 4, column: 9))
    }

    @Test("an empty text is an empty group")
    func empty() throws {
        #expect(try YAMLText.node("", file: "f").content == .mapping([]))
        #expect(try YAMLText.node("# only a remark\n", file: "f").content == .mapping([]))
    }

    @Test("a byte-order mark is no part of a text, and Windows line ends end lines")
    func editors() throws {
        #expect(try YAMLText.node("\u{FEFF}a: 1\r\nb: 2\r\n", file: "f") == YAMLText.node("a: 1\nb: 2\n", file: "f"))
        #expect(try YAMLText.node("\u{FEFF}", file: "f").content == .mapping([]))
    }

    @Test(
        "what is no YAML names its line",
        arguments: [
            ("a: 1\n\tb: 2\n", 2), ("a: [1, 2\nb: 3\n", 2), ("a: 1\nb: \"open\n", 3), ("a: b: c\n", 1),
            ("a: 1\n b: 2\n", 2),
            ("a: 1\n- b\n", 2), ("a: 1\n---\nb: 2\n", 2), ("a: @x\n", 1),
        ]
    )
    func malformed(text: String, line: Int) {
        #expect(problem(text)?.hasPrefix("f.yaml:\(line): not YAML: ") == true, "\(problem(text) ?? "read")")
    }

    @Test("a name that occurs twice is a problem at its line")
    func duplicates() {
        #expect(problem("a: 1\nb:\n  c: 1\n  c: 2\n")?.hasSuffix(": field \"c\" occurs twice in one group") == true)
        #expect(problem("a: 1\nb:\n  c: 1\n  c: 2\n")?.hasPrefix("f.yaml:3") == true)
    }

    @Test("aliases are refused before they multiply, also where they are names")
    func aliases() {
        var laughs = "a0: &a0 [x, x]\n"
        for level in 1...40 { laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let message = "aliases are not used here; write the value out"
        #expect(problem(laughs) == "f.yaml:2: " + message)
        #expect(problem(laughs + "? *a40\n: x\n")?.hasSuffix(message) == true)
        #expect(problem("a: &x 1\nb: *x\n") == "f.yaml:2: " + message)
        #expect(problem("- &x\n - 1\n- !!seq   *x\n")?.contains("f.yaml") == true)
    }

    @Test(
        "an alias is found behind whatever ends a line",
        arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\n\u{FEFF}"]
    )
    func aliasLines(end: String) {
        // A name that is an alias is expanded at once: fifty doublings would never end.
        var laughs = "a0: &a0 [x, x]" + end
        for level in 1...50 { laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]" + end }
        #expect(problem(laughs + "*a50 : x" + end)?.hasSuffix("aliases are not used here; write the value out") == true)
        #expect(problem("a: &x 1" + end + "*x : 2")?.hasPrefix("f.yaml:2: aliases") == true)
    }

    @Test(
        "marks of anchors without end are looked through once",
        arguments: ["[&", "{&", "&,", "-&", "&:", "[*&", "&a-"]
    )
    func marks(mark: String) {
        let clock = ContinuousClock()
        let time = clock.measure { #expect(problem("*x\n" + String(repeating: mark, count: 1 << 20)) != nil) }
        #expect(time < .seconds(60))
    }

    /// The parser stops at about a thousand levels, a little later where it has seen brackets close: nothing here goes deeper.
    @Test("values are nested as deep as the parser allows, and no deeper")
    func depth() throws {
        for depth in [1, 10, 500, 990] {
            let list = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(problem("a: " + list) == nil, "\(depth)")
            #expect(
                problem("a: " + String(repeating: "{a: ", count: depth) + "1" + String(repeating: "}", count: depth))
                    == nil
            )
            #expect(problem(String(repeating: "- ", count: depth) + "x") == nil, "\(depth)")
        }
        for depth in [1_000, 1_100, 1_200, 1_300, 1_400] {
            _ = problem("a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
        }
        for depth in [1_500, 100_000] {
            #expect(problem("a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)) != nil)
            #expect(problem(String(repeating: "- ", count: depth) + "x") != nil, "\(depth)")
        }
    }

    @Test("stars and ampersands in texts are letters")
    func noAliases() throws {
        for text in [
            "a: R & D\n", "a: \"*.csv\"\n", "a: x *y*\n", "a: &lonely 1\n", "a: \"x, &b\"\nb: \"x, *c\"\n",
            "a: b*c&d\n", "a: |\n  * one\n  & two\n  *three\n",
        ] {
            #expect(problem(text) == nil, "\(text)")
        }
    }

    @Test("hostile texts end soon, with a problem")
    func hostile() {
        let deep = 100_000
        let texts = [
            String(repeating: "[", count: deep), String(repeating: "{a: ", count: deep),
            String(repeating: "- ", count: deep),
            String(repeating: "? ", count: deep), String(repeating: "a: ", count: deep),
            String(repeating: "[[[[]]]],", count: deep), "a: \"" + String(repeating: "x", count: 5 << 20) + "\"",
            (0..<250_000).map { "k\($0): 1\n" }.joined(), String(repeating: "\t", count: deep),
            "%YAML 9.9\n---\na: 1\n", "\u{0}", "a: \u{1}\n", "? [a]\n: 1\n", "1: &a [*a]\n",
        ]
        for text in texts {
            let clock = ContinuousClock()
            let time = clock.measure { #expect(problem(text) != nil, "\(text.prefix(20))") }
            // Seconds where it is linear, hours where it is not: the bound only tells these apart on a busy machine.
            #expect(time < .seconds(60), "\(text.prefix(20)): \(time)")
        }
    }

    @Test("a problem is its file, line and message")
    func description() {
        let problems = Problems([Problem(file: "f", line: 3, message: "x"), Problem(file: "f", line: 4, message: "y")])
        #expect(problems.description == "f:3: x\nf:4: y")
    }
}
