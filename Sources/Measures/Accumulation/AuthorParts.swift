// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Which parts each author belongs to: those of any of its rows.
struct AuthorParts: Sendable {
    private let partCount: Int
    private var isMember: [Bool]

    init(_ author: Categorical, _ part: Partition) {
        partCount = part.partCount
        isMember = Array(repeating: false, count: author.names.count * part.partCount)
        for (row, code) in author.codes.enumerated() where code >= 0 {
            for member in part.range(ofRow: row) { isMember[Int(code) * partCount + Int(part.members[member])] = true }
        }
    }

    func contains(_ author: Int32, part: Int) -> Bool { isMember[Int(author) * partCount + part] }

    /// Authors of each part; one that belongs to several is shared out among them.
    var shares: [Double] {
        var shares = Array(repeating: 0.0, count: partCount)
        for first in stride(from: 0, to: isMember.count, by: max(partCount, 1)) {
            let parts = (0..<partCount).filter { isMember[first + $0] }
            for part in parts { shares[part] += 1 / Double(parts.count) }
        }
        return shares
    }
}
