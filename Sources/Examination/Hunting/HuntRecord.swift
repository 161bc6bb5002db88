// SPDX-License-Identifier: Apache-2.0
public import Rankers
public import Society

/// What a hunt found, with everything that is needed to do it again.
///
/// It holds no time of day and nothing of the machine: equal orders give equal bytes.
public struct HuntRecord: Sendable, Equatable {
    /// The program and its version.
    public var tool: String
    /// The clause, and what it asks of every persona.
    public var target: HuntTarget
    /// The ranker that was examined.
    public var subject: RankerCard
    /// The one it was compared with.
    public var reference: RankerCard
    /// Every setting of the society; the defaults are those of a hunt.
    public var settings: [SocietySummary.SettingValue]
    /// What was found.
    public var result: HuntResult

    /// Puts a record together.
    ///
    /// - Parameters:
    ///   - target: The clause.
    ///   - subject: The ranker that was examined.
    ///   - reference: The one it was compared with.
    ///   - result: What was found.
    ///   - tool: The program and its version.
    public init(
        _ target: HuntTarget,
        subject: RankerCard,
        reference: RankerCard,
        result: HuntResult,
        tool: String
    ) {
        self.tool = tool
        self.target = target
        self.subject = subject
        self.reference = reference
        self.result = result
        settings = SettingText.values(of: result.settings.society, defaults: HuntSettings().society)
    }

    /// How a program that asked ends: 1 where the clause fails for a persona, 2 where that was not confirmed, 0 where none was found.
    public var exitCode: Int32 {
        switch result.outcome {
        case .confirmed: 1
        case .notConfirmed: 2
        case .nothingFound: 0
        }
    }
}
