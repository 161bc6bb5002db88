// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Measures
internal import Recipes

/// Makes the sample of an analysis from the tables of a recording.
struct SampleBuilder {
    private let recording: Recording
    private let analysis: Analysis
    private var place: String { "\(recording.recipe.file):\(analysis.line): \(analysis.id)" }

    init(_ recording: Recording, _ analysis: Analysis) {
        self.recording = recording
        self.analysis = analysis
    }

    /// The rows that meet the conditions and belong to an arm, with the columns the analysis names.
    func sample() throws(ExaminationError) -> Sample {
        guard let whole = recording.tables[analysis.table] else {
            throw ExaminationError("\(place): table \"\(analysis.table)\" was not read")
        }
        let rows = try chosen(in: whole)
        let table = rows.map { narrowed(whole, to: $0) } ?? whole
        guard table.rowCount > 0 else {
            throw ExaminationError("\(place): no row of \"\(analysis.table)\" meets its conditions")
        }
        let isWhole = rows == nil
        let unit = try names([analysis.unit], table, isWhole: isWhole)
        guard unit.names.count > 0 else {
            throw ExaminationError("\(place): no row has a value in \"\(analysis.unit)\", which is the unit")
        }
        var sample = Sample(rows: table.rowCount, unit: unit, unitName: analysis.unit)
        if let arms = analysis.arms {
            sample.arm = codes(of: arms, in: table)
            sample.armNames = ArmNames(subject: arms.subjectName, reference: arms.referenceName)
        }
        func column(_ role: String) throws(ExaminationError) -> Categorical? {
            guard let columns = analysis.columns[role] else { return nil }
            return try names(columns, table, isWhole: isWhole)
        }
        sample.viewer = try column("viewer")
        sample.item = try column("item")
        sample.author = try column("author")
        sample.page = try column("page")
        sample.stratum = try column("stratum")
        sample.twin = try column("twin")
        if let values = try numbers("slot", table) { sample.slot = try slots(values) }
        sample.time = try numbers("time", table)
        sample.score = try numbers("score", table)
        if let counts = try numbers("count", table) { sample.count = try checked(counts) }
        if let parts = try column("part") { sample.part = try checked(partition("part", parts)) }
        if let parts = try column("readerPart") { sample.readerPart = try checked(partition("readerPart", parts)) }
        try RelatedTables(recording, analysis, place: place).add(to: &sample)
        try checkSlots(of: sample)
        try checkUnit(of: sample)
        return sample
    }

    // MARK: Rows

    private func chosen(in table: Table) throws(ExaminationError) -> [Int32]? {
        var rows: [Int32]?
        do throws(RecordingError) {
            rows = try RowSelection(file: recording.recipe.file, title: analysis.id).rows(
                analysis.conditions,
                in: table
            )
        } catch {
            throw ExaminationError(error.description)
        }
        guard let arms = analysis.arms else { return rows }
        let codes = codes(of: arms, in: table)
        for (code, values) in [(Arm.subject, arms.subject), (Arm.reference, arms.reference)]
        where !(rows ?? []).contains(where: { codes[Int($0)] == code }) && (rows != nil || !codes.contains(code)) {
            let there = table[arms.column]?.categorical.names.list ?? []
            let list = there.prefix(12).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
            throw ExaminationError(
                "\(place): no row has \(values.map { "\"\($0)\"" }.joined(separator: " or ")) in \"\(arms.column)\"; "
                    + "its values are \(list)\(there.count > 12 ? " and \(there.count - 12) more" : "")"
            )
        }
        if rows == nil, codes.contains(where: { $0 < 0 }) { rows = codes.indices.map { Int32($0) } }
        return rows?.filter { codes[Int($0)] >= 0 }
    }

    private func codes(of arms: Analysis.Arms, in table: Table) -> [Int8] {
        guard let column = table[arms.column]?.categorical else { return [] }
        let byName = column.names.list.map { name in
            arms.subject.contains(name) ? Arm.subject : arms.reference.contains(name) ? Arm.reference : -1
        }
        return column.codes.map { $0 < 0 ? -1 : byName[Int($0)] }
    }

    private func narrowed(_ table: Table, to rows: [Int32]) -> Table {
        var used = Set(analysis.columns.values.flatMap(\.self))
        used.insert(analysis.unit)
        if let arms = analysis.arms { used.insert(arms.column) }
        var narrow = Table(rowCount: rows.count)
        for name in table.order where used.contains(name) {
            if let column = table[name] { narrow.set(name, column.gather(rows)) }
        }
        return narrow
    }

    // MARK: Columns

    private func names(_ columns: [String], _ table: Table, isWhole: Bool) throws(ExaminationError) -> Categorical {
        let found = columns.compactMap { table[$0]?.categorical }
        guard found.count == columns.count, !found.isEmpty else {
            throw ExaminationError("\(place): \(columns.joined(separator: ", ")) is no column of \"\(analysis.table)\"")
        }
        let column = Categorical.joined(found, with: " · ")
        // Also a whole table has names without rows, where it does not keep all of its own.
        return isWhole && column.usesAllNames ? column : column.compacted()
    }

    private func numbers(_ role: String, _ table: Table) throws(ExaminationError) -> [Double]? {
        guard let columns = analysis.columns[role] else { return nil }
        guard columns.count == 1, let name = columns.first, let column = table[name] else {
            throw ExaminationError("\(place): \(role) must be one column")
        }
        guard let numbers = column.numbers else {
            throw ExaminationError("\(place): \(role): \"\(name)\" holds names; declare type: number, integer or time")
        }
        return numbers
    }

    private func checked(_ counts: [Double]) throws(ExaminationError) -> [Double] {
        guard let row = counts.firstIndex(where: { !($0 >= 0 && $0 < 1e15) }) else { return counts }
        throw ExaminationError(
            "\(place): count must be a number from 0 to below 10^15; row \(row + 1) of the analysis has "
                + (counts[row].isNaN
                    ? "none: leave such rows out with where: {count column: {present: true}}" : "\(counts[row])")
        )
    }

    private func slots(_ values: [Double]) throws(ExaminationError) -> [Int32] {
        var slots: [Int32] = []
        slots.reserveCapacity(values.count)
        for (row, value) in values.enumerated() {
            guard value >= 1, let slot = Int32(exactly: value) else {
                let found = Int64(exactly: value).map { String($0) } ?? String(value)
                throw ExaminationError(
                    "\(place): slot must be a whole number from 1 on; row \(row + 1) of the analysis has "
                        + (value.isNaN
                            ? "none: leave such rows out with where: {slot column: {present: true}}" : found)
                )
            }
            slots.append(slot)
        }
        return slots
    }

    /// Impressions of one viewer are not independent, whatever a recipe calls them.
    private func checkUnit(of sample: Sample) throws(ExaminationError) {
        guard let viewer = sample.viewer, viewer.names.count > 0, viewer.names.count < sample.rows,
            sample.unit.names.count == sample.rows
        else { return }
        throw ExaminationError(
            "\(place): the unit \"\(analysis.unit)\" tells every row apart, but \(sample.rows) rows are of \(viewer.names.count) viewers: rows "
                + "of one viewer are not independent; declare the viewer, or something larger, as unit"
        )
    }

    /// A page that shows two items at one place was recorded wrong.
    private func checkSlots(of sample: Sample) throws(ExaminationError) {
        guard let page = sample.page, let slot = sample.slot else { return }
        var places: [UInt64] = []
        places.reserveCapacity(sample.rows)
        for row in 0..<sample.rows where page.codes[row] >= 0 {
            places.append(UInt64(UInt32(page.codes[row])) << 32 | UInt64(UInt32(slot[row])))
        }
        places.sort()
        for (one, next) in zip(places, places.dropFirst()) where one == next {
            let name = page.names[Int32(truncatingIfNeeded: one >> 32)]
            throw ExaminationError(
                "\(place): the page \"\(name)\" has slot \(one & 0xFFFF_FFFF) twice; name the columns that tell pages apart "
                    + "under page, or keep one row of each under distinct in the table"
            )
        }
    }

    /// Words that end the keys of figures, so that a part of that name could be taken for a figure without a name.
    private static let reserved = ["difference", "subject", "reference"]

    private func checked(_ partition: Partition) throws(ExaminationError) -> Partition {
        guard let name = partition.partNames.first(where: Self.reserved.contains) else { return partition }
        throw ExaminationError(
            "\(place): a part cannot be called \"\(name)\", which is how figures are told apart; rename it: \(partition.name): {…, map: "
                + "{\(name): another name}}"
        )
    }

    private func partition(_ role: String, _ column: Categorical) -> Partition {
        let names = analysis.columns[role] ?? []
        let definition = recording.recipe.table(analysis.table)?.columns.first { $0.name == names.first }
        let name = names.joined(separator: ", ")
        guard names.count == 1, let separator = definition?.separator else { return Partition(name: name, column) }
        var parts = Names()
        let memberships = column.names.list.map { text in
            var seen: [Int32] = []
            for piece in text.split(separator: separator) {
                let code = parts.intern(String(piece))
                if !seen.contains(code) { seen.append(code) }
            }
            return seen
        }
        return Partition(name: name, partNames: parts.list, entities: column.codes, memberships: memberships)
    }
}

extension Categorical {
    /// Whether every name has a row; looks no further than it has to.
    fileprivate var usesAllNames: Bool {
        var isSeen = Array(repeating: false, count: names.count)
        var waiting = names.count
        for code in codes where code >= 0 && !isSeen[Int(code)] {
            isSeen[Int(code)] = true
            waiting -= 1
            if waiting == 0 { return true }
        }
        return waiting == 0
    }
}
