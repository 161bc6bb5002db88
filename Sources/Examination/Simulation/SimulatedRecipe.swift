// SPDX-License-Identifier: Apache-2.0
internal import Notation
internal import Rankers
internal import Society

/// The recipe of a simulated recording: what is measured on which table, in the language of all recipes, so that whoever holds the
/// tables can measure them again, or otherwise.
struct SimulatedRecipe {
    private let labels: ArmLabels
    private let scenario: Scenario
    /// The first reference in which people's own choices decide.
    private let chosen: String?

    init(_ scenario: Scenario, _ labels: ArmLabels) {
        self.scenario = scenario
        self.labels = labels
        chosen = scenario.references.firstIndex { $0.card.name == "stated-preference" }.map { labels.references[$0] }
    }

    /// References that everything is compared with: all but the one in which people's own choices decide, where there are others.
    private var references: [String] {
        let others = labels.references.filter { $0 != chosen }
        return others.isEmpty ? labels.references : others
    }

    var text: String {
        var lines = [
            "# Written with the tables beside it; measuring them again by this recipe gives the same figures.",
            "recipe: \(Self.quoted(id))",
            "title: \(Self.quoted("\(labels.subject) in a simulated society"))",
            "notes:",
            "  - \(Self.quoted("Simulated people: the result describes the ranker in a model world, not any person."))",
            "", "tables:",
        ]
        lines += Self.tables.flatMap { Self.lines($0) }
        lines += ["", "analyses:"]
        lines += analyses.flatMap(\.lines)
        return lines.joined(separator: "\n") + "\n"
    }

    var id: String {
        let name = labels.subject.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" }
        return "society-\(String(name))"
    }

    // MARK: Analyses

    private struct Entry {
        var id: String
        var title: String
        var table: String
        var measure: String
        var arms: (subject: String, reference: String)?
        var isReference = true
        var unit = "world"
        var columns: String
        var with: String?
        var headline: String?

        var lines: [String] {
            var lines = [
                "  - id: \(id)", "    title: \(SimulatedRecipe.quoted(title))", "    from: \(table)",
                "    measure: \(measure)", "    unit: \(unit)",
            ]
            if let arms {
                let (subject, reference) = (
                    SimulatedRecipe.quoted(arms.subject), SimulatedRecipe.quoted(arms.reference)
                )
                let rest = isReference ? "" : ", referenceRanker: false"
                lines.append("    arms: {by: arm, subject: \(subject), reference: \(reference)\(rest)}")
            }
            lines.append("    columns: \(columns)")
            if let with { lines.append("    with: \(with)") }
            if let headline { lines.append("    headline: \(headline)") }
            return lines
        }
    }

    private var analyses: [Entry] {
        var entries = references.flatMap { compared(with: $0) }
        if let chosen {
            entries += choices(chosen)
        } else if let first = references.first {
            entries += concentration(first)
        }
        entries += alone
        entries += sensitivity
        return entries
    }

    /// What is compared with every reference.
    private func compared(with reference: String) -> [Entry] {
        let arms = (labels.subject, reference)
        let slug = Self.slug(reference)
        let entries = [
            Entry(
                id: "voice-\(slug)",
                title: "Whose posts are shown, by circle of the author, against \(reference)",
                table: "authors",
                measure: "amplification",
                arms: arms,
                columns: "{part: circle, count: count}",
                headline: "spread"
            ),
            Entry(
                id: "places-\(slug)",
                title: "Whose posts are shown, by place of the author, against \(reference)",
                table: "authors",
                measure: "amplification",
                arms: arms,
                columns: "{part: place, count: count}",
                headline: "spread"
            ),
            Entry(
                id: "newcomers-\(slug)",
                title: "Whom new accounts reach among strangers, against \(reference)",
                table: "newcomers",
                measure: "newcomer-reach",
                arms: arms,
                columns: "{score: reach}"
            ),
            Entry(
                id: "encounters-\(slug)",
                title: "How often readers meet authors of other circles, against \(reference)",
                table: "meetings",
                measure: "encounter",
                arms: arms,
                columns:
                    "{viewer: viewer, author: author, part: author circle, readerPart: reader circle, count: count}",
                headline: "leastRatio"
            ),
            Entry(
                id: "silent-\(slug)",
                title: "How varied the feeds of silent readers are, against \(reference)",
                table: "meetings",
                measure: "silent-reader-gap",
                arms: arms,
                columns: "{viewer: viewer, author: author, readerPart: reader kind, count: count}",
                with: "{silent: silent}"
            ),
            Entry(
                id: "opinions-\(slug)",
                title: "How far opinions move, against \(reference)",
                table: "people",
                measure: "excess-drift",
                arms: arms,
                columns: "{score: displacement, stratum: issue}"
            ),
            Entry(
                id: "interests-\(slug)",
                title: "How far interests move, against \(reference)",
                table: "persons",
                measure: "preference-shift",
                arms: arms,
                columns: "{score: shift}"
            ),
            Entry(
                id: "narrowing-\(slug)", title: "How much narrower interests become, against \(reference)",
                table: "persons", measure: "interest-narrowing", arms: arms, columns: "{score: narrowing}"
            ),
            Entry(
                id: "time-\(slug)",
                title: "How the time people spend grows, against \(reference)",
                table: "periods",
                measure: "session-growth",
                arms: arms,
                columns: "{score: minutes, stratum: period}",
                with: "{first: first, last: last}"
            ),
        ]
        return scenario.settings.places > 1 ? entries : entries.filter { $0.id != "places-\(slug)" }
    }

    private func concentration(_ reference: String) -> [Entry] {
        [
            Entry(
                id: "concentration",
                title: "How much of all exposure goes to few authors, against \(reference)",
                table: "authors",
                measure: "concentration",
                arms: (labels.subject, reference),
                columns: "{author: author, count: count}",
                headline: "gini/difference"
            )
        ]
    }

    /// What is compared with the order that people say they want.
    private func choices(_ reference: String) -> [Entry] {
        concentration(reference) + [
            Entry(
                id: "regret",
                title: "Time spent on what people do not want, against \(reference)",
                table: "persons",
                measure: "welfare-gap",
                arms: (labels.subject, reference),
                columns: "{score: regretted}"
            )
        ]
    }

    /// The subject under changed conditions.
    private var alone: [Entry] {
        var entries = [
            Entry(
                id: "mirrored",
                title: "How opinions move when the sides of every issue exchange their names",
                table: "people",
                measure: "excess-drift",
                arms: (labels.subject, labels.label(.mirrored)),
                columns: "{score: displacement, stratum: issue}"
            )
        ]
        if scenario.swapShare > 0 {
            entries.append(
                Entry(
                    id: "identities",
                    title: "Whether the order follows when accounts exchange their identities",
                    table: "lists",
                    measure: "identity-swap-mismatch",
                    unit: "list",
                    columns: "{score: differs}"
                )
            )
        }
        if scenario.coordinated > 1 {
            entries.append(
                Entry(
                    id: "coordination",
                    title: "What accounts gain by acting together",
                    table: "planned",
                    measure: "coordination-gain",
                    arms: (labels.label(.together), labels.label(.independent)),
                    columns: "{score: reach}"
                )
            )
        }
        if !scenario.subject.card.controls.isEmpty {
            entries.append(
                Entry(
                    id: "controls",
                    title: "Whether turning something down has an effect",
                    table: "controls",
                    measure: "control-response",
                    columns: "{stratum: control, score: similar, count: count}"
                )
            )
        }
        return entries
    }

    /// The same contrast of opinions where people are moved less, or more.
    private var sensitivity: [Entry] {
        guard scenario.sensitivityWorlds > 0, let first = labels.references.first else { return [] }
        return scenario.sensitivity.map { factor in
            let times = JSONValue.format(factor)
            return Entry(
                id: "opinions-times-\(times.replacing(".", with: "-"))",
                title: "How far opinions move where people are moved \(times) times as much, against \(first)",
                table: "people",
                measure: "excess-drift",
                arms: (labels.label(.subjectMoved(factor)), labels.label(.referenceMoved(factor))),
                isReference: false,
                columns: "{score: displacement, stratum: issue}"
            )
        }
    }

    // MARK: Tables

    private static let tables: [(name: String, kind: String, names: [String], numbers: [String])] = [
        ("authors", "people", ["world", "arm", "author", "circle", "place"], ["followers", "items", "count"]),
        (
            "meetings", "people",
            ["world", "arm", "viewer", "reader circle", "reader kind", "author", "author circle"], ["count"]
        ),
        ("people", "people", ["world", "arm", "person", "issue"], ["displacement"]),
        ("persons", "people", ["world", "arm", "person", "kind"], ["shift", "narrowing", "minutes", "regretted"]),
        ("newcomers", "items", ["world", "arm", "item", "author"], ["reach"]),
        ("planned", "items", ["world", "arm", "item", "author"], ["reach"]),
        ("periods", "people", ["world", "arm", "period"], ["minutes"]),
        ("controls", "people", ["world", "control"], ["similar", "count"]),
        ("lists", "people", ["world", "viewer", "list"], ["differs"]),
        (
            "impressions", "impressions",
            ["world", "arm", "viewer", "reader circle", "item", "author", "author circle", "community", "page"],
            ["step", "slot", "time", "created", "seconds", "followed", "clicked", "liked", "shared"]
        ),
    ]

    private static func lines(_ table: (name: String, kind: String, names: [String], numbers: [String])) -> [String] {
        ["  \(table.name):", "    kind: \(table.kind)", "    files: \(table.name).csv", "    columns:"]
            + table.names.map { "      \($0): {from: \($0), required: true}" }
            + table.numbers.map { "      \($0): {from: \($0), type: number}" }
            + (table.kind == "impressions" ? ["    order: [time, slot]"] : [])
    }

    // MARK: Text

    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A name as part of an id.
    static func slug(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? Character($0.lowercased()) : "-" })
    }
}
