// SPDX-License-Identifier: Apache-2.0
internal import Measures

extension Reading {
    /// Says that there is no such figure, and which there are.
    func lacks(_ key: String, of name: String) -> String {
        let keys = figures.map(\.key)
        let more = keys.count > 12 ? " and \(keys.count - 12) more" : ""
        return "\(name) gives no figure \"\(key)\"; there are \(keys.prefix(12).joined(separator: ", "))\(more)"
    }
}
