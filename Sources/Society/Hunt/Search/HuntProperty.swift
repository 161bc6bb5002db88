// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// What must hold for every persona, the subject compared with a reference in the same world with the same luck.
public struct HuntProperty: Sendable, Equatable {
    /// What is compared, by name.
    public enum Kind: String, Sendable, CaseIterable {
        /// Share of shown items by authors of other circles: at least the bound times that of the reference.
        case encounter
        /// Distance of opinions from where they would be without a feed: at most the bound above that of the reference, in standard
        /// deviations of the opinions of the world.
        case excessDrift = "excess-drift"
        /// 1 − cosine of interests to what they would be without a feed: at most the bound above that of the reference.
        case preferenceShift = "preference-shift"
        /// How much narrower interests are at the end than at the beginning; at most the bound above the reference.
        case narrowing = "interest-narrowing"
        /// Natural logarithm of the minutes spent: at most the bound above that of the reference.
        case sessionGrowth = "session-growth"
        /// Share of the topic shown most among what is shown: at most the bound above that of the reference.
        case concentration = "community-concentration"
    }

    /// What is compared.
    public var kind: Kind
    /// How far the subject may go.
    public var bound: Double

    /// States a property.
    ///
    /// - Parameters:
    ///   - kind: What is compared.
    ///   - bound: A ratio for `encounter`, a difference for all others.
    public init(_ kind: Kind, bound: Double) {
        self.kind = kind
        self.bound = bound
    }

    /// The figure of one arm.
    ///
    /// - Parameter record: What became of the probe.
    /// - Returns: The figure, a share of nothing being 0: who is shown nothing meets nobody. `nil` for the logarithm of no time at all.
    public func value(of record: ProbeRecord) -> Double? {
        let shown = Double(record.shown.count)
        switch kind {
        case .encounter: return shown > 0 ? Double(record.crossCircle) / shown : 0
        case .excessDrift: return record.drift
        case .preferenceShift: return record.turn
        case .narrowing: return record.narrowing
        case .sessionGrowth: return record.seconds > 0 ? ElementaryFunctions.log(record.seconds / 60) : nil
        case .concentration: return shown > 0 ? Double(record.mainTopic.count) / shown : 0
        }
    }

    /// By how much the property fails in one world: above 0 where it does.
    ///
    /// A ratio is held against its bound as the difference bound × reference − subject, which has a mean over worlds where the ratio of
    /// two small shares has none.
    ///
    /// - Parameters:
    ///   - subject: The figure of the ranker that is examined.
    ///   - reference: The figure of the reference.
    /// - Returns: The margin, in the unit of the figure.
    public func margin(subject: Double, reference: Double) -> Double {
        kind == .encounter ? bound * reference - subject : subject - reference - bound
    }
}
