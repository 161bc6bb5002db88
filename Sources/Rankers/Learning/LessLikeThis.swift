// SPDX-License-Identifier: Apache-2.0

/// What viewers asked to see less of, by author and by community; short lists, since few press.
struct LessLikeThis: Sendable {
    private struct Entry: Sendable {
        var author: Int32
        var community: Int32
        /// The entry before of the same viewer, −1 for none.
        var before: Int32
    }
    private var entries: [Entry] = []
    private var last = GrowingColumn<Int32>(-1)

    /// Whether the viewer ever pressed.
    func hasPressed(_ viewer: Int32) -> Bool { last[viewer] >= 0 }

    /// How many presses of the viewer were on this author, and how many on this community; each at most 3.
    func presses(viewer: Int32, author: Int32, community: Int32) -> (author: Int, community: Int) {
        var (authors, communities) = (0, 0)
        var index = last[viewer]
        while index >= 0 {
            let entry = entries[Int(index)]
            if entry.author == author { authors += 1 }
            if entry.community == community { communities += 1 }
            index = entry.before
        }
        return (min(3, authors), min(3, communities))
    }

    /// Remembers a press.
    mutating func press(_ impression: Feedback) {
        entries.append(
            Entry(author: impression.author, community: impression.community, before: last[impression.viewer])
        )
        let index = Int32(entries.count - 1)
        last.change(impression.viewer) { $0 = index }
    }
}
