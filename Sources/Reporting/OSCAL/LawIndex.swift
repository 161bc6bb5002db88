// SPDX-License-Identifier: Apache-2.0
internal import Instrument

/// The laws that clauses point to, with the places cited, and names for both that OSCAL and SARIF allow.
struct LawIndex {
    /// A place in a law.
    struct Place: Equatable {
        /// A name of the place, unique among all laws: "eu.dsa_34-1-b".
        let id: String
        /// As the clause cites it: "34(1)(b)".
        let text: String
    }

    /// A law that is cited at least once.
    struct Entry {
        let law: RuleBook.Law
        /// A name of the law for ids and files: "eu.dsa".
        let token: String
        /// In the order in which they are cited first.
        fileprivate(set) var places: [Place] = []

        /// Its UUID as a resource of back matter.
        var resource: String { NamedUUID.text("law/\(law.key)") }
        /// The file with its mini-catalogue.
        var file: String { "law-\(token).json" }
    }

    /// By key.
    private(set) var entries: [Entry] = []
    private var used: Set<String> = []

    /// Collects what some clauses cite.
    init(_ laws: [RuleBook.Law], cited clauses: [Clause]) {
        let anchors = clauses.flatMap(\.anchors)
        let cited = Set(anchors.map(\.law))
        for law in laws where cited.contains(law.key) {
            entries.append(Entry(law: law, token: unused(OSCAL.id(law.key))))
        }
        for anchor in anchors {
            guard let index = entries.firstIndex(where: { $0.law.key == anchor.law }) else { continue }
            for text in Self.parts(anchor.place) where !entries[index].places.contains(where: { $0.text == text }) {
                let id = unused("\(entries[index].token)_\(OSCAL.token(text))")
                entries[index].places.append(Place(id: id, text: text))
            }
        }
    }

    /// The entry of the law of an anchor, with its place in the list.
    func entry(of anchor: Anchor) -> (offset: Int, element: Entry)? {
        entries.enumerated().first { $0.element.law.key == anchor.law }
    }

    /// The places that an anchor names, one or more.
    func places(of anchor: Anchor) -> [Place] {
        let parts = Self.parts(anchor.place)
        return entry(of: anchor).map { entry in entry.element.places.filter { parts.contains($0.text) } } ?? []
    }

    /// "34(1)(b), 14(4)" names two places, "69(2)(d), (f)" one.
    private static func parts(_ place: String) -> [String] {
        var parts: [String] = []
        for piece in place.split(separator: ",") {
            guard let text = OSCAL.line(String(piece)) else { continue }
            if text.hasPrefix("("), let last = parts.popLast() {
                parts.append("\(last), \(text)")
            } else {
                parts.append(text)
            }
        }
        return parts.isEmpty ? ["–"] : parts
    }

    /// A name that nothing has yet, nor any that is made from it.
    private mutating func unused(_ name: String) -> String {
        var candidate = name
        var number = 2
        while used.contains(candidate) || used.contains(candidate + "_smt") {
            candidate = "\(name)-\(number)"
            number += 1
        }
        used.formUnion([candidate, candidate + "_smt"])
        return candidate
    }
}

extension Anchor.Relation {
    /// What the clause asks, beside what the law asks.
    var words: String {
        switch self {
        case .equivalentTo: "the clause asks for the same in other words"
        case .equalTo: "the clause asks for the same"
        case .subsetOf: "the clause asks for a part of it"
        case .supersetOf: "the clause asks for more than it"
        case .intersectsWith: "the two overlap"
        }
    }
}
