// SPDX-License-Identifier: Apache-2.0

extension SocietySettings {
    /// A society that does no more than simulators of recommendation do, to compare speeds.
    ///
    /// A fixed inventory stands before the first step and nothing is posted later. In every step everybody has one session, every
    /// item is scored for everybody, exactly `shown` are shown, all of them are noticed, and people act on them. Nobody is moved: no
    /// opinions, interests, habits, satiation or follows change.
    ///
    /// - Parameters:
    ///   - people: How many people.
    ///   - items: How many items.
    ///   - steps: How many steps.
    ///   - shown: Items that each person is shown in each step.
    /// - Returns: The settings.
    public static func equalWork(people: Int, items: Int, steps: Int = 10, shown: Int = 10) -> SocietySettings {
        var settings = SocietySettings()
        (settings.people, settings.steps, settings.window) = (people, steps, max(1, steps))
        (settings.candidates, settings.inNetworkCandidates, settings.inventory) = (0, 0, items)
        settings.sessionsPerDay = Double(settings.slotsPerDay)
        (settings.habitWeight, settings.satisfactionWeight, settings.hourWeight) = (0, 0, 0)
        (settings.scroll, settings.scrollCap, settings.noticed) = (Double(shown), shown, 1)
        (settings.quietPosts, settings.busyPosts, settings.newcomers) = (0, 0, 0)
        (settings.influence, settings.kernel.pull, settings.interestPull) = (0, 0, 0)
        (settings.satiation, settings.habitStep, settings.memory) = (0, 0, 0)
        (settings.follows, settings.followRate, settings.unfollowRate) = (1, 0, 0)
        settings.panel = 1
        return settings
    }
}
