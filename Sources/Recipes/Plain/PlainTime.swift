// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// How a column of a file without a recipe writes its times.
enum PlainTime {
    /// Formats that are tried; patterns whose day and month could be exchanged are not.
    private static let formats = [
        "iso8601", "EEE MMM dd HH:mm:ss Z yyyy", "yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm", "yyyy/MM/dd",
        "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm", "dd.MM.yyyy", "MMM d, yyyy h:mm:ss a", "yyyyMMdd", "yyyyMMddHHmmss",
    ]

    /// What a column is: a time of a format, a plain number that sorts, or nothing of the kind.
    enum Guess: Equatable {
        case format(String)
        case number
    }

    static func guess(_ examples: [String]) -> Guess? {
        guard !examples.isEmpty else { return nil }
        for name in formats {
            guard let format = InstantFormat(name) else { continue }
            if examples.allSatisfy({ format.seconds($0) != nil }) { return .format(name) }
        }
        let numbers = examples.compactMap { Double($0) }
        guard numbers.count == examples.count else { return nil }
        // Seconds and milliseconds of the years 2001 to 2286.
        if numbers.allSatisfy({ 1e9..<1e10 ~= $0 }) { return .format("epoch-seconds") }
        if numbers.allSatisfy({ 1e12..<1e13 ~= $0 }) { return .format("epoch-milliseconds") }
        return .number
    }
}
