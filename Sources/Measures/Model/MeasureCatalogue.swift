// SPDX-License-Identifier: Apache-2.0

/// Every measure there is.
public enum MeasureCatalogue {
    /// In the order of their families: what a public space is for.
    public static let all: [any Measure.Type] = [
        Amplification.self, AuthorAmplification.self, ReachAmplification.self, Concentration.self,
        RankWeightedScore.self,
        ReferenceEffect.self, Coverage.self, NewestFirst.self, DeliveryDisparity.self, GroupDisparity.self,
        NewcomerReach.self, IdentitySwapMismatch.self,
        Encounter.self,
        CrossCutting.self, Personalisation.self, Calibration.self, SilentReaderGap.self,
        ReachParity.self,
        SessionGrowth.self, WelfareGap.self,
        ControlResponse.self, ExcessDrift.self, PreferenceShift.self, InterestNarrowing.self,
        CoordinationGain.self, Volume.self,
    ]

    /// The measure with a name, or `nil`.
    public static func named(_ name: String) -> (any Measure.Type)? { all.first { $0.card.name == name } }
}
