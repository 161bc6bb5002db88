// SPDX-License-Identifier: Apache-2.0

/// A political advertisement with a creative for each circle.
public enum Campaign {
    /// The stance that a campaign shows to a circle: as far apart as `campaignSpread` allows, in equal steps.
    static func stance(_ campaign: Int, circle: UInt8, _ settings: SocietySettings) -> Double {
        let last = max(1, settings.circles - 1)
        let place = Double((Int(circle) + campaign) % max(1, settings.circles)) / Double(last)
        return settings.campaignSpread * (2 * place - 1)
    }

    /// How inconsistent campaigns are: the largest distance of stances on one issue between two circles.
    ///
    /// - Parameter settings: Of the society.
    /// - Returns: From 0 to 2; 0 where there is no campaign.
    public static func inconsistency(in settings: SocietySettings) -> Double {
        guard settings.campaigns > 0, settings.circles > 1 else { return 0 }
        return 2 * settings.campaignSpread
    }
}
