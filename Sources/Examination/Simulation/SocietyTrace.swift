// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Society

/// What a report draws about the worlds of a scenario, added up world by world.
struct SocietyTrace {
    private let scenario: Scenario
    private let labels: ArmLabels
    private var steps: [[StepTotals]]
    private var reachSums: [[Double]]
    private var reachItems: [[Double]]
    private var tallies: [AnswerTally]
    private(set) var worlds: [SocietySummary.World] = []
    private(set) var impressions = 0
    private(set) var silent = 0.0

    /// Followers from which a class of audience begins.
    private static let classes = [0, 5, 20, 50, 100, 500]

    init(_ scenario: Scenario, _ labels: ArmLabels) {
        self.scenario = scenario
        self.labels = labels
        let arms = 1 + scenario.references.count
        steps = Array(repeating: Array(repeating: StepTotals(), count: scenario.settings.steps), count: arms)
        reachSums = Array(repeating: Array(repeating: 0, count: Self.classes.count), count: arms)
        reachItems = reachSums
        tallies = Array(repeating: AnswerTally(), count: arms)
    }

    mutating func add(_ world: Scenario.WorldEvidence) {
        worlds.append(SocietySummary.World(number: world.number, hash: world.hash))
        silent += Double(world.silent)
        for (arm, evidence) in world.arms {
            impressions += Int(evidence.steps.reduce(0) { $0 + $1.impressions })
            guard let place = place(of: arm) else { continue }
            for (step, totals) in evidence.steps.enumerated() { steps[place][step].add(totals) }
            tallies[place].merge(evidence.tally)
            for author in evidence.authors {
                let index = (Self.classes.lastIndex { author.followers >= $0 }) ?? 0
                reachSums[place][index] += Double(author.views)
                reachItems[place][index] += Double(author.items)
            }
        }
    }

    private func place(of arm: Scenario.Arm) -> Int? {
        switch arm {
        case .subject: 0
        case .reference(let index): index + 1
        case .mirrored, .independent, .together, .pressed, .subjectMoved, .referenceMoved: nil
        }
    }

    private func label(_ place: Int) -> String { place == 0 ? labels.subject : labels.references[place - 1] }

    func summary(looks: [SocietySummary.Look], planned: Int, stop: String) -> SocietySummary {
        let settings = scenario.settings
        let plain = SocietySettings()
        return SocietySummary(
            subject: scenario.subject.card,
            references: scenario.references.map(\.card),
            seed: scenario.seed,
            settings: SettingText.values(of: settings, defaults: plain),
            people: settings.people,
            silent: silent / Double(max(1, worlds.count)),
            steps: settings.steps,
            slotsPerDay: settings.slotsPerDay,
            worlds: worlds,
            impressions: impressions,
            looks: looks,
            plannedLooks: planned,
            stop: stop,
            series: steps.indices.flatMap { place in
                SocietySummary.Series.Quantity.allCases.map { quantity in
                    SocietySummary.Series(
                        arm: label(place),
                        quantity: quantity,
                        values: steps[place].map { value(quantity, $0) }
                    )
                }
            },
            reach: steps.indices.map { place in
                SocietySummary.Reach(
                    arm: label(place),
                    from: Self.classes,
                    views: Self.classes.indices.map {
                        reachItems[place][$0] > 0 ? reachSums[place][$0] / reachItems[place][$0] : nil
                    }
                )
            },
            answers: tallies.indices.map { SocietySummary.Answers(arm: label($0), tally: tallies[$0]) }
        )
    }

    private func value(_ quantity: SocietySummary.Series.Quantity, _ totals: StepTotals) -> Double {
        let people = Double(scenario.settings.people * max(1, worlds.count))
        let daily = Double(scenario.settings.slotsPerDay)
        let acts = totals.clicks + totals.likes + totals.replies + totals.shares
        return switch quantity {
        case .crossCircle: Double(totals.crossCircle) / Double(max(1, totals.impressions))
        case .minutes: totals.seconds / 60 / people * daily
        case .sessions: Double(totals.sessions) / people * daily
        case .regretted: totals.regretted / max(1e-9, totals.seconds)
        case .actions: Double(acts) / Double(max(1, totals.noticed)) * 100
        }
    }
}
