// SPDX-License-Identifier: Apache-2.0
internal import Examination

/// Words of a command that makes a report again.
enum CommandWords {
    /// A name as a word of a command, or what stands for it where it is none.
    static func word(_ name: String, or other: String) -> String {
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return isPlain && !name.isEmpty && !name.hasPrefix("-") ? name : other
    }

    /// The options of a society; one that differs by more than its size is in a file, which has to be written from the settings.
    ///
    /// - Parameters:
    ///   - settings: All of them.
    ///   - people: In a world.
    ///   - steps: Of a run.
    ///   - slotsPerDay: Steps a day.
    /// - Returns: One text an option, with its value.
    static func society(
        _ settings: [SocietySummary.SettingValue],
        people: Int,
        steps: Int,
        slotsPerDay: Int
    ) -> [String] {
        var words: [String] = []
        let size: Set = ["size.people", "size.steps"]
        if settings.contains(where: { !$0.isDefault && !size.contains($0.name) }) {
            words.append("--society SOCIETY.yaml")
        }
        words.append("--people \(people)")
        let (days, rest) = steps.quotientAndRemainder(dividingBy: max(1, slotsPerDay))
        if rest == 0 { words.append("--days \(days)") }
        return words
    }
}
