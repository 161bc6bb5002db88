// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Rankers
internal import Society

/// The evidence of many worlds as the tables of one recording, in the order of worlds and arms.
struct SimulatedTables {
    private let labels: ArmLabels
    private let scenario: Scenario
    private var authors = Rows(
        ["world", "arm", "author", "circle", "place"],
        numbers: ["followers", "items", "count"]
    )
    private var meetings = Rows(
        ["world", "arm", "viewer", "reader circle", "reader kind", "author", "author circle"],
        numbers: ["count"]
    )
    private var people = Rows(["world", "arm", "person", "issue"], numbers: ["displacement"])
    private var persons = Rows(["world", "arm", "person", "kind"], numbers: ["shift", "narrowing", "minutes", "regretted"])
    private var newcomers = Rows(["world", "arm", "item", "author"], numbers: ["reach"])
    private var planned = Rows(["world", "arm", "item", "author"], numbers: ["reach"])
    private var periods = Rows(["world", "arm", "period"], numbers: ["minutes"])
    private var controls = Rows(["world", "control"], numbers: ["similar", "count"])
    private var lists = Rows(["world", "viewer", "list"], numbers: ["differs"])
    private var impressions = Rows(
        ["world", "arm", "viewer", "reader circle", "item", "author", "author circle", "community", "page"],
        numbers: ["step", "slot", "time", "created", "seconds", "followed", "clicked", "liked", "shared"]
    )

    init(_ scenario: Scenario, _ labels: ArmLabels) {
        self.scenario = scenario
        self.labels = labels
    }

    /// Every table by its name.
    var tables: [String: Table] {
        [
            "authors": authors.table, "meetings": meetings.table, "people": people.table, "persons": persons.table,
            "newcomers": newcomers.table, "planned": planned.table, "periods": periods.table,
            "controls": controls.table, "lists": lists.table, "impressions": impressions.table,
        ]
    }

    /// Adds one world.
    mutating func add(_ world: Scenario.WorldEvidence) {
        let name = "w\(world.number)"
        for (arm, evidence) in world.arms {
            let label = labels.label(arm)
            switch arm {
            case .subject, .reference:
                add(authors: evidence, name, label)
                add(meetings: evidence, name, label)
                add(persons: evidence, name, label)
                add(periods: evidence, name, label)
                add(impressions: evidence, name, label)
                for reach in evidence.newcomers {
                    newcomers.add(
                        [name, label, "\(name)-i\(reach.item)", "\(name)-p\(reach.author)"],
                        [Double(reach.count)]
                    )
                }
            case .independent, .together:
                for reach in evidence.planned {
                    planned.add(
                        [name, label, "\(name)-i\(reach.item)", "\(name)-p\(reach.author)"],
                        [Double(reach.count)]
                    )
                }
            case .mirrored, .pressed, .subjectMoved, .referenceMoved: break
            }
            switch arm {
            case .subject, .reference, .mirrored, .subjectMoved, .referenceMoved: add(people: evidence, name, label)
            case .independent, .together, .pressed: break
            }
            if arm == .subject || arm == .pressed { add(control: evidence, name, isPressed: arm == .pressed) }
            if arm == .subject {
                for (index, swap) in evidence.swaps.enumerated() {
                    lists.add([name, "\(name)-p\(swap.viewer)", "\(name)-l\(index)"], [swap.isMismatch ? 1 : 0])
                }
            }
        }
    }

    private mutating func add(authors evidence: ArmEvidence, _ world: String, _ label: String) {
        for author in evidence.authors {
            authors.add(
                [
                    world, label, "\(world)-p\(author.account)", Self.circle(author.circle),
                    author.place < 0 ? "no place" : "place \(author.place + 1)",
                ],
                [Double(author.followers), Double(author.items), Double(author.views)]
            )
        }
    }

    private mutating func add(meetings evidence: ArmEvidence, _ world: String, _ label: String) {
        let circles = Dictionary(uniqueKeysWithValues: evidence.people.map { ($0.account, $0) })
        for meeting in evidence.meetings {
            guard let viewer = circles[meeting.viewer], let author = circles[meeting.author] else { continue }
            meetings.add(
                [
                    world, label, "\(world)-p\(meeting.viewer)", Self.circle(viewer.circle), Self.kind(viewer),
                    "\(world)-p\(meeting.author)", Self.circle(author.circle),
                ],
                [Double(meeting.count)]
            )
        }
    }

    private mutating func add(people evidence: ArmEvidence, _ world: String, _ label: String) {
        for person in evidence.people {
            for issue in 0..<4 {
                people.add(
                    [world, label, "\(world)-p\(person.account)", "issue \(issue + 1)"],
                    [person.displacement[issue]]
                )
            }
        }
    }

    private mutating func add(persons evidence: ArmEvidence, _ world: String, _ label: String) {
        for person in evidence.people {
            persons.add(
                [world, label, "\(world)-p\(person.account)", Self.kind(person)],
                [person.interestShift, person.narrowing, person.minutes, person.regretted]
            )
        }
    }

    /// The minutes of everybody in the first and the last quarter of the run.
    private mutating func add(periods evidence: ArmEvidence, _ world: String, _ label: String) {
        let quarter = max(1, evidence.steps.count / 4)
        let first = evidence.steps.prefix(quarter).reduce(0) { $0 + $1.seconds } / 60
        let last = evidence.steps.suffix(quarter).reduce(0) { $0 + $1.seconds } / 60
        periods.add([world, label, "first"], [first])
        periods.add([world, label, "last"], [last])
    }

    private mutating func add(control evidence: ArmEvidence, _ world: String, isPressed: Bool) {
        guard evidence.control.all > 0 else { return }
        let label = isPressed ? "less like this" : "no-action"
        controls.add([world, label], [1, Double(evidence.control.similar)])
        controls.add([world, label], [0, Double(evidence.control.all - evidence.control.similar)])
    }

    private mutating func add(impressions evidence: ArmEvidence, _ world: String, _ label: String) {
        let circles = Dictionary(uniqueKeysWithValues: evidence.people.map { ($0.account, $0.circle) })
        let step = scenario.settings.stepSeconds
        for row in evidence.impressions {
            impressions.add(
                [
                    world, label, "\(world)-p\(row.viewer)", Self.circle(circles[row.viewer] ?? 0),
                    "\(world)-i\(row.item)",
                    "\(world)-p\(row.author)", Self.circle(circles[row.author] ?? 0), "community \(row.community + 1)",
                    "\(world)-p\(row.viewer)-s\(row.step)-\(label)",
                ],
                [
                    Double(row.step), Double(row.slot), Double(row.step + 1) * step, row.created, row.seconds,
                    row.isInNetwork ? 1 : 0, row.actions.contains(.click) ? 1 : 0, row.actions.contains(.like) ? 1 : 0,
                    row.actions.contains(.share) ? 1 : 0,
                ]
            )
        }
    }

    private static func circle(_ circle: Int) -> String { "circle \(circle + 1)" }
    private static func kind(_ person: ArmEvidence.Person) -> String { person.isSilent ? "silent" : "visible" }
}

/// A table that grows by rows: names first, then numbers.
private struct Rows {
    private let nameColumns: [String]
    private let numberColumns: [String]
    private var codes: [[Int32]]
    private var names: [Names]
    private var values: [[Double]]

    init(_ nameColumns: [String], numbers numberColumns: [String]) {
        self.nameColumns = nameColumns
        self.numberColumns = numberColumns
        codes = Array(repeating: [], count: nameColumns.count)
        names = Array(repeating: Names(), count: nameColumns.count)
        values = Array(repeating: [], count: numberColumns.count)
    }

    mutating func add(_ row: [String], _ numbers: [Double]) {
        for (column, name) in row.enumerated() { codes[column].append(names[column].intern(name)) }
        for (column, number) in numbers.enumerated() { values[column].append(number) }
    }

    var table: Table {
        var table = Table()
        for (column, name) in nameColumns.enumerated() {
            table.set(name, .names(Categorical(codes: codes[column], names: names[column])))
        }
        for (column, name) in numberColumns.enumerated() { table.set(name, .numbers(values[column])) }
        return table
    }
}
