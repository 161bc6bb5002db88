// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Files of one shape, and what their columns are taken for.
struct PlainTable {
    /// Relative to the folder.
    var paths: [String]
    var sketch: TableSketch
    var kind: TableDefinition.Kind
    var roles: [PlainRole: String]
    /// Where the arm stands in the names of two files instead of a column.
    var armPattern: String?

    /// The name of the table in the recipe.
    var name: String { kind.rawValue }

    init(paths: [String], sketch: TableSketch) {
        self.paths = paths
        self.sketch = sketch
        roles = PlainRole.assign(sketch.columns.map(\.name))
        kind = .impressions
        kind = Self.kind(roles, names: paths.map { $0.lowercased() })
        if kind == .impressions, roles[.arm] == nil { armPattern = Self.armPattern(paths) }
        findParts()
    }

    /// Parts under names of their own: the only other column of people, or one that says whose it is, as in `viewer_district`.
    private mutating func findParts() {
        let used = Set(roles.values)
        // What names or counts people one by one is no partition.
        let free = sketch.columns.filter { !used.contains($0.name) && Set($0.examples).count <= 20 }.map(\.name).filter
        { name in
            !["id", "name", "handle", "url", "count", "at"].contains { name.lowercased().hasSuffix($0) }
        }
        func only(_ beginnings: String...) -> String? {
            let found = free.filter { name in beginnings.contains { name.lowercased().hasPrefix($0) } }
            return found.count == 1 ? found[0] : nil
        }
        switch kind {
        case .people where roles[.part] == nil && free.count == 1: roles[.part] = free[0]
        case .impressions:
            if roles[.readerPart] == nil { roles[.readerPart] = only("viewer", "reader", "user") }
            if roles[.part] == nil { roles[.part] = only("author", "item") }
        case .items where roles[.part] == nil: roles[.part] = only("author", "item")
        default: break
        }
    }

    /// What the rows are: the names of the files first, then the columns.
    private static func kind(_ roles: [PlainRole: String], names: [String]) -> TableDefinition.Kind {
        func isCalled(_ words: String...) -> Bool {
            names.allSatisfy { name in
                let last = name.split(separator: "/").last ?? ""
                return words.contains { last.hasPrefix($0) || last.contains("_" + $0) || last.contains("-" + $0) }
            }
        }
        if isCalled("impression", "exposure", "shown", "feed") { return .impressions }
        if isCalled("candidate", "inventory"), roles[.item] != nil { return .candidates }
        if isCalled("follow", "network", "edges"), roles[.viewer] != nil, roles[.author] != nil { return .follows }
        if isCalled("item", "post", "video", "article", "stories", "content"), roles[.item] != nil, roles[.slot] == nil
        {
            return .items
        }
        if isCalled("viewer", "people", "person", "user", "participant", "profile", "author"), roles[.item] == nil {
            return .people
        }
        if roles[.item] == nil {
            if roles[.viewer] != nil, roles[.author] != nil, roles[.count] == nil { return .follows }
            if roles[.viewer] != nil, roles[.count] == nil { return .people }
            return .impressions
        }
        let isShown = [.viewer, .session, .slot, .page, .arm, .count].contains { roles[$0 as PlainRole] != nil }
        return isShown ? .impressions : .items
    }

    /// Words that name the arm something is compared with.
    static let referenceWords = [
        "chronological", "chrono", "control", "reference", "baseline", "newest", "random", "placebo", "before", "off",
    ]

    static func isReference(_ name: String) -> Bool {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.contains { word in referenceWords.contains { $0 == word } }
    }

    /// Two files that differ in one being called the reference: their names are the arms.
    private static func armPattern(_ paths: [String]) -> String? {
        guard paths.count == 2, paths.count(where: { isReference(String($0.split(separator: "/").last ?? "")) }) == 1
        else { return nil }
        let cut = paths.map { path -> (folder: Substring, ending: Substring) in
            let file = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
            let dot = path[file...].firstIndex(of: ".") ?? path.endIndex
            return (path[..<file], path[dot...])
        }
        guard cut[0] == cut[1], !cut[0].folder.contains("{"), !cut[0].ending.contains("{") else { return nil }
        return "\(cut[0].folder){arm}\(cut[0].ending)"
    }

    /// The first values of the column with a role.
    func examples(_ role: PlainRole) -> [String] {
        sketch.columns.first { $0.name == roles[role] }?.examples ?? []
    }
}
