// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Society

@Suite("Campaigns") struct CampaignTests {
    @Test("inconsistency is the largest distance of stances between two circles", arguments: [1, 2, 3, 4, 7])
    func inconsistency(circles: Int) {
        var settings = SocietySettings()
        (settings.circles, settings.campaigns, settings.campaignSpread) = (circles, 2, 0.35)
        for campaign in 0..<settings.campaigns {
            let stances = (0..<circles).map { Campaign.stance(campaign, circle: UInt8($0), settings) }
            let largest = (stances.max() ?? 0) - (stances.min() ?? 0)
            #expect(abs(largest - Campaign.inconsistency(in: settings)) < 1e-12)
            #expect(stances.allSatisfy { (-1...1).contains($0) })
        }
        settings.campaigns = 0
        #expect(Campaign.inconsistency(in: settings) == 0)
    }
}
