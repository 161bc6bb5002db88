// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// All pairs of viewers on the same occasion, with how alike their lists are.
struct ListPairs: Sendable {
    /// How two viewers stand to each other.
    enum Relation: Sendable, Equatable {
        /// Repeats of one viewer: whatever differs is noise.
        case twins
        /// Others, in the same part of readers.
        case within(part: Int)
        /// Others, in different parts or where no parts are known.
        case across
    }

    struct Pair: Sendable {
        var left: Int32
        var right: Int32
        var leftUnit: Int32
        var rightUnit: Int32
        var relation: Relation
        var similarity: Double
    }

    private(set) var list: [Pair] = []
    private(set) var occasions = 0

    init(_ shown: ShownLists, _ sample: Sample, _ similarity: ListSimilarity, isComplete: Bool) {
        let lists = shown.lists
        let viewers = Set(lists.map(\.viewer)).count
        let twins = Self.first(sample.twin?.codes, sample)
        let parts = Self.first(sample.readerPart.map(Self.parts(ofRows:)), sample)
        var start = 0
        while start < lists.count {
            var end = start
            while end < lists.count, lists[end].occasion == lists[start].occasion { end += 1 }
            if !isComplete || end - start == viewers {
                occasions += 1
                append(lists[start..<end], twins, parts, similarity)
            }
            start = end
        }
    }

    private mutating func append(
        _ lists: ArraySlice<ShownLists.List>,
        _ twins: [Int32]?,
        _ parts: [Int32]?,
        _ similarity: ListSimilarity
    ) {
        let sorted = similarity == .jaccard ? lists.map { $0.items.sorted() } : lists.map(\.items)
        for (i, left) in lists.enumerated() {
            for (j, right) in lists.enumerated().dropFirst(i + 1) {
                let value =
                    similarity == .jaccard
                    ? ListSimilarity.jaccard(ofSorted: sorted[i], sorted[j]) : similarity.of(sorted[i], sorted[j])
                list.append(
                    Pair(
                        left: left.viewer,
                        right: right.viewer,
                        leftUnit: left.unit,
                        rightUnit: right.unit,
                        relation: Self.relation(left.viewer, right.viewer, twins, parts),
                        similarity: value
                    )
                )
            }
        }
    }

    private static func relation(_ left: Int32, _ right: Int32, _ twins: [Int32]?, _ parts: [Int32]?) -> Relation {
        if let twins, twins[Int(left)] >= 0, twins[Int(left)] == twins[Int(right)] { return .twins }
        if let parts, parts[Int(left)] >= 0, parts[Int(left)] == parts[Int(right)] {
            return .within(part: Int(parts[Int(left)]))
        }
        return .across
    }

    /// The part of each row, −1 where it has none; who belongs to several was refused before.
    private static func parts(ofRows partition: Partition) -> [Int32] {
        partition.entities.indices.map { row in partition.range(ofRow: row).first.map { partition.members[$0] } ?? -1 }
    }

    /// The value of each viewer in the first row that shows it.
    private static func first(_ codes: [Int32]?, _ sample: Sample) -> [Int32]? {
        guard let codes, let viewers = sample.viewer else { return nil }
        var first = Array(repeating: Int32(-1), count: viewers.names.count)
        for (viewer, code) in zip(viewers.codes, codes) where viewer >= 0 && first[Int(viewer)] < 0 {
            first[Int(viewer)] = code
        }
        return first
    }
}
