// SPDX-License-Identifier: Apache-2.0

/// Where a learner stands within an episode: all that it knows.
public struct TamperingMoment: Sendable, Hashable {
    /// Index of the person's kind in ``TamperingPersona/all``.
    public let persona: Int
    /// The step, from 0.
    public let step: Int
    /// How many items of the opposite wing it showed before.
    public let opposed: Int

    /// States a moment.
    ///
    /// - Parameters:
    ///   - persona: Index of the person's kind in ``TamperingPersona/all``.
    ///   - step: The step, from 0.
    ///   - opposed: How many items of the opposite wing it showed before.
    public init(persona: Int, step: Int, opposed: Int) {
        self.persona = persona
        self.step = step
        self.opposed = opposed
    }

    /// The moment after an item was shown.
    ///
    /// - Parameter shown: The wing of the item.
    /// - Returns: One step later.
    public func after(_ shown: Wing) -> TamperingMoment {
        let opposes = shown == TamperingPersona.all[persona].wing?.opposite
        return TamperingMoment(persona: persona, step: step + 1, opposed: opposed + (opposes ? 1 : 0))
    }
}

/// One item shown.
public struct TamperingImpression: Sendable, Equatable {
    /// Where the learner stood.
    public let moment: TamperingMoment
    /// The wing of the item.
    public let shown: Wing
    /// Whether it was clicked.
    public let isClicked: Bool

    /// States an impression.
    ///
    /// - Parameters:
    ///   - moment: Where the learner stood.
    ///   - shown: The wing of the item.
    ///   - isClicked: Whether it was clicked.
    public init(moment: TamperingMoment, shown: Wing, isClicked: Bool) {
        self.moment = moment
        self.shown = shown
        self.isClicked = isClicked
    }
}
