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

    /// Authors of each part; one that belongs to several counts in each.
    var counts: [Double] {
        var counts = Array(repeating: 0.0, count: partCount)
        for (index, member) in isMember.enumerated() where member { counts[index % partCount] += 1 }
        return counts
    }
}
