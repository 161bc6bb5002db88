// SPDX-License-Identifier: Apache-2.0

/// What each account last posted or passed on, eight items each; accounts that never did take no room.
struct Recents: Sendable {
    /// The row of each account, or −1.
    private var places: [Int32]
    private var rows: [SIMD8<Int32>] = []

    init(accounts: Int) { places = Array(repeating: -1, count: accounts) }

    /// Items of an account, the newest first: −1 where there is nothing, below that what was passed on.
    @inline(__always)
    subscript(account: Int) -> SIMD8<Int32> {
        let place = places[account]
        return place < 0 ? SIMD8(repeating: -1) : rows[Int(place)]
    }

    /// Whether an account ever posted or passed something on.
    @inline(__always)
    func isEmpty(_ account: Int) -> Bool { places[account] < 0 }

    /// Notes what an account posted.
    mutating func post(_ item: Int32, by account: Int) { add(item, account) }

    /// Notes what an account passed on; it is told from posts by its sign.
    mutating func share(_ item: Int32, by account: Int) { add(-2 - item, account) }

    /// The item that an entry stands for, and whether it was passed on; the entry is not −1.
    @inline(__always)
    static func read(_ entry: Int32) -> (item: Int32, isShare: Bool) { entry < 0 ? (-2 - entry, true) : (entry, false) }

    private mutating func add(_ entry: Int32, _ account: Int) {
        if places[account] < 0 {
            places[account] = Int32(rows.count)
            rows.append(SIMD8(repeating: -1))
        }
        let place = Int(places[account])
        let old = rows[place]
        rows[place] = SIMD8(entry, old[0], old[1], old[2], old[3], old[4], old[5], old[6])
    }
}
