// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Measures
internal import Recipes

/// Brings what an analysis reads beside its impressions into the numbering of its sample.
struct RelatedTables {
    private let recording: Recording
    private let analysis: Analysis
    private let place: String

    init(_ recording: Recording, _ analysis: Analysis, place: String) {
        self.recording = recording
        self.analysis = analysis
        self.place = place
    }

    func add(to sample: inout Sample) throws(ExaminationError) {
        if let population = analysis.population { try add(population, to: &sample) }
        if let candidates = analysis.candidates { sample.candidates = try self.candidates(candidates, &sample) }
        if let follows = analysis.follows { sample.follows = try self.follows(follows, &sample) }
    }

    /// The column of another table that has a role, or `nil` where there is none.
    private func column(_ related: Analysis.Related, _ role: String) -> Column? {
        guard let table = recording.tables[related.table] else { return nil }
        return table[related.columns[role] ?? analysis.columns[role]?.first ?? role] ?? table[role]
    }

    /// The names of a column that another table has to have, without those that none of the rows it keeps has.
    private func need(_ related: Analysis.Related, _ role: String) throws(ExaminationError) -> Categorical {
        if let column = column(related, role) { return column.categorical.compacted() }
        throw ExaminationError(
            "\(place): table \"\(related.table)\" has no \(role); say which column it is: {table: \(related.table), \(role): …}"
        )
    }

    /// Adds the eligible authors to the names of the authors.
    private func add(_ population: Analysis.Related, to sample: inout Sample) throws(ExaminationError) {
        guard var author = sample.author else {
            throw ExaminationError("\(place): a population needs the role author")
        }
        let eligible = try need(population, "author")
        for name in eligible.names.list { _ = author.names.intern(name) }
        sample.eligibleAuthors = author.names.count
        sample.author = author
    }

    private func candidates(_ related: Analysis.Related, _ sample: inout Sample) throws(ExaminationError) -> Candidates
    {
        var candidates = Candidates(item: try need(related, "item"))
        candidates.time = column(related, "time")?.numbers
        if case .integers(let outreach) = column(related, "outreach") { candidates.outreach = outreach }
        if let authors = column(related, "author")?.categorical.compacted(), var own = sample.author {
            let map = authors.names.list.map { own.names.intern($0) }
            candidates.author = authors.codes.map { $0 < 0 ? Categorical.absent : map[Int($0)] }
            sample.author = own
        }
        return candidates
    }

    private func follows(_ related: Analysis.Related, _ sample: inout Sample) throws(ExaminationError) -> Follows {
        guard var viewer = sample.viewer, var author = sample.author else {
            throw ExaminationError("\(place): follow relations need the roles viewer and author")
        }
        let viewers = try need(related, "viewer")
        let authors = try need(related, "author")
        let viewerMap = viewers.names.list.map { viewer.names.intern($0) }
        let authorMap = authors.names.list.map { author.names.intern($0) }
        let rows = viewers.codes.indices.filter { viewers.codes[$0] >= 0 && authors.codes[$0] >= 0 }
        sample.viewer = viewer
        sample.author = author
        return Follows(
            viewer: rows.map { viewerMap[Int(viewers.codes[$0])] },
            author: rows.map { authorMap[Int(authors.codes[$0])] }
        )
    }
}
