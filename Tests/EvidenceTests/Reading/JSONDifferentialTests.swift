// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import TestSupport
import Testing

@Suite("JSON beside Foundation", .tags(.oracle))
struct JSONDifferentialTests {
    private static let texts = [
        "", "a", "\"", "\\", "\n", "é", "日本", "🇪🇺", "\u{0}", "\u{1F}", "/", "a longer text, of thirty bytes or so",
        "\u{2028}",
    ]

    /// A value of a row: what Foundation writes, and what a column of names must hold.
    private func value(_ draws: inout Draws, depth: Int) -> Any {
        switch draws.below(depth > 2 ? 5 : 7) {
        case 0: return draws.pick(Self.texts)
        case 1: return draws.below(2_000_000) - 1_000_000
        case 2: return Double(draws.below(2_000_000) - 1_000_000) / 1_024
        case 3: return draws.chance(0.5)
        case 4: return NSNull()
        case 5: return (0..<draws.below(4)).map { _ in value(&draws, depth: depth + 1) }
        default:
            return Dictionary(
                (0..<draws.below(4)).map { _ in (draws.pick(Self.texts), value(&draws, depth: depth + 1)) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    @Test("texts, numbers and moments of random documents are those that Foundation wrote")
    func agree() async throws {
        for seed in 0..<400 {
            var draws = Draws(seed: seed)
            let rows = (0..<draws.below(12)).map { _ -> [String: Any] in
                [
                    "text": draws.pick(Self.texts) + draws.pick(Self.texts), "noise": value(&draws, depth: 0),
                    "number": Double(bitPattern: draws.word() & 0x7FDF_FFFF_FFFF_FFFF),
                    "deep": ["x": ["y": draws.below(1_000)]],
                    draws.pick(Self.texts): value(&draws, depth: 0),
                ]
            }
            let options: JSONSerialization.WritingOptions =
                seed % 2 == 0 ? [.prettyPrinted, .sortedKeys] : [.sortedKeys]
            let text = String(
                decoding: try JSONSerialization.data(withJSONObject: rows, options: options),
                as: UTF8.self
            )
            let read = try await readJSON(
                text,
                [
                    ColumnRequest("text", from: .name("text"), as: .name),
                    ColumnRequest("number", from: .name("number"), as: .number),
                    ColumnRequest("y", from: .name("deep.x.y"), as: .integer),
                ]
            )
            #expect(read.rejections.total == 0, "seed \(seed): \(read.places)")
            // Texts are compared with what Foundation reads, numbers with what it was given: it writes them exactly, but may
            // read them one bit off.
            let back = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
            #expect(
                read.texts("text") == back.map { ($0["text"] as? String).flatMap { $0.isEmpty ? nil : $0 } },
                "seed \(seed)"
            )
            #expect(read.table["number"]?.numbers == rows.map { $0["number"] as? Double ?? .nan }, "seed \(seed)")
            let deep = back.map { (($0["deep"] as? [String: Any])?["x"] as? [String: Any])?["y"] as? Int ?? -1 }
            #expect(read.texts("y") == deep.map { String($0) }, "seed \(seed)")
        }
    }

    @Test("what is JSON for one is JSON for the other")
    func grammar() async throws {
        var draws = Draws(seed: 7)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"a\"", "1", "-", "0", ".5", "e3", "true", "null", " ", "\"\\n\"", "\\",
        ]
        for round in 0..<20_000 {
            let text = (0...draws.below(7)).map { _ in draws.pick(pieces) }.joined()
            let read = try await readJSON("[\(text)]", .lines, rows: "none", names("a"))
            // Foundation takes a comma behind the last element, which RFC 8259 does not have.
            let dense = "[\(text)]".filter { $0 != " " }
            if dense.contains(",]") || dense.contains(",}") { continue }
            let isJSON = (try? JSONSerialization.jsonObject(with: Data("[\(text)]".utf8))) != nil
            #expect((read.rejections.counts["not JSON"] == nil) == isJSON, "round \(round): [\(text)]")
        }
    }
}
