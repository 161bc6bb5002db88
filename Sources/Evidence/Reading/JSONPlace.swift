// SPDX-License-Identifier: Apache-2.0

/// Where a value stands, seen from its row.
///
/// | written | stands for |
/// |---|---|
/// | `author.id` | the field `id` of the field `author`; a field that is itself called `author.id` is found, too |
/// | `../name` | the field `name` of the object around the row; `../../` goes out twice |
/// | `@value` | the row itself, where rows are texts or numbers |
/// | `@position` | the place of the row in its list, counted from 1; `../@position` that of the object around it |
/// | `@key` | the name under which the row stands; `../@key` that of the object around it |
struct JSONPlace: Sendable {
    enum Target: Sendable, Equatable {
        /// Names that lead to a value, and each of them joined with those behind it.
        case names([[UInt8]], rests: [[UInt8]])
        case value
        case position
        case key
    }

    /// How many objects to go out of.
    let up: Int
    let target: Target

    init(_ text: String) {
        var rest = Substring(text)
        var up = 0
        while rest.hasPrefix("../") {
            rest = rest.dropFirst(3)
            up += 1
        }
        self.up = up
        switch rest {
        case "@value": target = .value
        case "@position": target = .position
        case "@key": target = .key
        default:
            let names = rest.split(separator: ".", omittingEmptySubsequences: false)
            let rests = names.indices.map { Array(names[$0...].joined(separator: ".").utf8) }
            target = .names(names.map { Array($0.utf8) }, rests: rests)
        }
    }
}
