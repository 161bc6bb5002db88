// SPDX-License-Identifier: Apache-2.0
import Evidence
import TestSupport

/// Tables that writers and readers find hard.
enum RandomTable {
    static let kinds: [(String, ColumnRequest.Kind)] = [
        ("plain", .name), ("hostile, \"name\"\nin two lines", .name), ("count", .integer), ("score", .number),
        ("time", .instant(.iso8601, zone: 0)),
    ]

    private static let pieces = [
        "a", "12", "-3.5", "007", "1e5", "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}",
        "é", "日本", "🇪🇺",
        "\u{FEFF}", "null", "NaN", "true", " ", "\\", "\\n", "{", "[", "#", "=", "\u{2028}", "e\u{301}",
    ]

    /// A name without being empty: an empty text is no value.
    static func name(_ draws: inout Draws) -> String {
        (0...draws.below(4)).map { _ in draws.pick(pieces) }.joined()
    }

    static func make(seed: Int, columns: [(String, ColumnRequest.Kind)] = kinds) -> Table {
        var draws = Draws(seed: seed)
        let rows = draws.below(40)
        var table = Table(rowCount: rows)
        for (name, kind) in columns {
            let isAbsent = (0..<rows).map { _ in draws.chance(0.2) }
            table.set(name, column(kind, isAbsent, &draws))
        }
        return table
    }

    private static func column(_ kind: ColumnRequest.Kind, _ isAbsent: [Bool], _ draws: inout Draws) -> Column {
        switch kind {
        case .name: return .names(Categorical(isAbsent.map { $0 ? nil : name(&draws) }))
        case .integer, .boolean:
            return .integers(isAbsent.map { $0 ? Column.absentInteger : Int32(draws.below(1 << 32) - 1 << 31 + 1) })
        case .number: return .numbers(isAbsent.map { $0 ? .nan : number(&draws) })
        case .instant: return .instants(isAbsent.map { $0 ? .nan : instant(&draws) })
        }
    }

    private static func number(_ draws: inout Draws) -> Double {
        if draws.chance(0.3) { return Double(draws.below(2_000) - 1_000) / 8 }
        if draws.chance(0.3) {
            return draws.pick([
                0, 1e15, -1e15, 1e16, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 123_456_789.125,
            ])
        }
        let value = Double(bitPattern: draws.word())
        return value.isFinite ? value : 0.5
    }

    private static func instant(_ draws: inout Draws) -> Double {
        let seconds = Double(draws.below(315_569_520_000) - 62_167_219_200)
        return draws.chance(0.5) ? seconds : seconds + Double(draws.below(1_000_000)) / 1_000_000
    }
}
