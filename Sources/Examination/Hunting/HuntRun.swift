// SPDX-License-Identifier: Apache-2.0
internal import Instrument
public import Rankers
public import Society

/// Looks for the persona for whom a clause fails worst, and for the simplest one for whom it still fails.
public struct HuntRun: Sendable {
    private let target: HuntTarget
    private let subject: any Ranker
    private let reference: any Ranker
    private let settings: HuntSettings
    private let seed: UInt64
    private let tool: String

    /// Plans a hunt.
    ///
    /// - Parameters:
    ///   - target: The clause.
    ///   - subject: The ranker that is examined, which has learned nothing yet.
    ///   - reference: The one it is compared with, which has not either.
    ///   - settings: How thoroughly, and where; the confidence is that of the rule-book.
    ///   - seed: From which everything follows.
    ///   - tool: The program and its version, for the record.
    public init(
        _ target: HuntTarget,
        subject: any Ranker,
        reference: any Ranker,
        settings: HuntSettings = HuntSettings(),
        seed: UInt64,
        tool: String
    ) {
        self.target = target
        self.subject = subject
        self.reference = reference
        self.seed = seed
        self.tool = tool
        var settings = settings
        settings.confidence = target.head.confidence
        settings.trialConfidence = max(settings.trialConfidence, settings.confidence)
        self.settings = settings
    }

    /// Searches, simplifies and confirms.
    ///
    /// - Parameter tell: Told how far it is.
    /// - Returns: The record.
    /// - Throws: `CancellationError` where the task was cancelled.
    public func record(
        tell: @Sendable (HuntProgress) -> Void = { _ in }
    ) async throws(CancellationError) -> HuntRecord {
        let (subject, reference) = (subject, reference)
        let hunt = Hunt(target.property, settings: settings, seed: seed, reference: { _ in reference }) { _ in subject }
        let result = try await hunt.run(progress: tell)
        return HuntRecord(target, subject: subject.card, reference: reference.card, result: result, tool: tool)
    }
}
