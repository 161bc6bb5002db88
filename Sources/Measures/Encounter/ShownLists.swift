// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// What each viewer was shown on each occasion.
struct ShownLists: Accumulator {
    /// One row: occasion, viewer, slot, item.
    struct Entry: Sendable, Equatable {
        var occasion: Int32
        var viewer: Int32
        var slot: Int32
        var item: Int32
        var unit: Int32
        var row: Int32

        fileprivate var order: (Int32, Int32, Int32, Int32) { (occasion, viewer, slot, row) }
    }

    private var entries: [Entry] = []

    init(for sample: Sample) {}

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let viewers = sample.viewer?.codes, let items = sample.item?.codes else { return }
        for row in rows {
            let stratum = sample.stratum?.codes[row] ?? 0
            let arm = sample.arm.map { Int32($0[row]) } ?? 0
            guard viewers[row] >= 0, items[row] >= 0, stratum >= 0, arm >= 0, sample.unit.codes[row] >= 0 else {
                continue
            }
            // What one viewer is shown in two arms are two lists.
            let occasion = sample.arm == nil ? stratum : stratum * 2 + arm
            entries.append(
                Entry(
                    occasion: occasion,
                    viewer: viewers[row],
                    slot: sample.slot?[row] ?? 0,
                    item: items[row],
                    unit: sample.unit.codes[row],
                    row: Int32(row)
                )
            )
        }
    }

    mutating func merge(_ other: ShownLists) { entries += other.entries }

    /// One list a viewer and occasion: its items in the order of their places, each once.
    struct List: Sendable {
        var occasion: Int32
        var viewer: Int32
        var unit: Int32
        var items: [Int32]
    }

    /// All lists, by occasion and viewer.
    var lists: [List] {
        var lists: [List] = []
        var seen: Set<Int32> = []
        for entry in entries.sorted(by: { $0.order < $1.order }) {
            if let last = lists.last, last.occasion == entry.occasion, last.viewer == entry.viewer {
                if seen.insert(entry.item).inserted { lists[lists.count - 1].items.append(entry.item) }
            } else {
                seen = [entry.item]
                lists.append(
                    List(occasion: entry.occasion, viewer: entry.viewer, unit: entry.unit, items: [entry.item])
                )
            }
        }
        return lists
    }
}
