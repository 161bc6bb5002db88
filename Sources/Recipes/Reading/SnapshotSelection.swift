// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Chooses among dated reports of the same thing.
enum SnapshotSelection {
    /// Keeps the latest report of each group, where reports are cumulative.
    static func keep(
        _ snapshots: TableDefinition.Snapshots?,
        in table: inout Table,
        place: String
    ) throws(RecordingError) {
        guard let snapshots, snapshots.keep == .last else { return }
        guard let times = table[snapshots.time]?.numbers else {
            throw RecordingError("\(place): snapshots: \"\(snapshots.time)\" must be a time or a number")
        }
        let groups = Categorical.joined(snapshots.within.compactMap { table[$0]?.categorical }, with: " / ")
        func group(_ row: Int) -> Int { snapshots.within.isEmpty ? 0 : Int(groups.codes[row]) + 1 }
        var latest = Array(repeating: -Double.infinity, count: groups.names.count + 1)
        for (row, time) in times.enumerated() where time > latest[group(row)] { latest[group(row)] = time }
        table = table.gather(times.indices.filter { times[$0] == latest[group($0)] }.map { Int32($0) })
    }
}
