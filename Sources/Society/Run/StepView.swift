// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

/// What everybody sees of a step, and nobody changes while it lasts.
struct StepView: Sendable {
    let settings: SocietySettings
    let mode: ArmMode
    let step: Int32
    /// Items that are candidates.
    let window: Range<Int>
    let draws: Draws
    let population: Population
    let graph: FollowGraph
    /// What each account last posted or shared.
    let recent: Recents
    let items: Items
    let ranker: any Ranker
    let behaviour: Behaviour
    let budget: ScrollBudget
    let satisfaction: Satisfaction
    let isPanel: [Bool]
    /// ln(1 + n) for the number of followed accounts that shared an item.
    let proofLogs: [Float]
    let communityInteractions: [Int32]
    /// Columns of the whole window, where every item is a candidate.
    let catalogue: Candidates?
    let readsRelevance: Bool
    let readsStated: Bool
    let readsPredictions: Bool
    let keepsFeedback: Bool
    /// The same ranker under exchanged names, and the name of each account.
    let twin: (any Ranker)?
    let names: [Int32]
    /// People who only read.
    let probes: Probes

    var isCatalogue: Bool { catalogue != nil }
    var now: Double { (Double(step) + 1) * settings.stepSeconds }

    /// The number that the draws of a person belong to: all probes have the same luck.
    @inline(__always)
    func key(_ person: Int) -> Int32 { Int32(min(person, settings.people)) }

    /// How many items the session of a person lasts.
    @inline(__always)
    func length(of person: Int) -> Int {
        guard person < settings.people else {
            return probes.length(person - settings.people, settings, cap: budget.cap)
        }
        return budget.length(draws.words(.budget, step: step, Int32(person)).x.unit)
    }
}

/// What is different about an arm beside its ranker.
public struct ArmMode: Sendable, Equatable {
    /// Whether there is a feed at all; without one opinions and interests only return to where they belong.
    public var hasFeed = true
    /// Whether people and ranker change by what happens.
    public var isFrozen = false
    /// Whether coordinated accounts act together, or only post.
    public var actsTogether = false
    /// A control that a part of the panel uses halfway through the run, or a placebo.
    public var control: Control?
    /// Whether the sides of every issue exchange their names: all opinions and stances change their sign.
    public var isMirrored = false
    /// Lists a panel member and step that are asked for again with exchanged accounts: 0 … 1.
    public var swapShare: Float = 0

    /// Whether the logits of actions are kept, to solve their intercepts.
    var recordsLogits = false
    /// Whether what every session showed is kept, also to people outside the panel.
    var recordsShown = false
    /// Keys what chance decides about a feed apart from other arms.
    ///
    /// It is the noise of the ranker, which items are sampled as candidates, what is noticed and what is done with it. Who comes when, for
    /// how long, and what is posted, stays.
    var luck: UInt32 = 0

    /// What part of the panel does halfway through.
    public enum Control: String, Sendable {
        /// They press "less like this" on an item of the community they like best.
        case pressed
        /// They do nothing, when they would have pressed.
        case placebo
    }

    /// An ordinary arm.
    public init() {}
}
