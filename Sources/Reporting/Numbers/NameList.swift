// SPDX-License-Identifier: Apache-2.0

/// Several things in a sentence.
enum NameList {
    /// "A, B and C"; empty for nothing.
    static func joined(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Names of signatories, "nobody" for none, shortened where they are many.
    static func words(_ names: [String], most: Int = 6) -> String {
        if names.isEmpty { return "nobody" }
        guard names.count > most else { return joined(names) }
        return joined([names.prefix(most - 1).joined(separator: ", "), "\(names.count - most + 1) more"])
    }
}
