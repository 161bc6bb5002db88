// SPDX-License-Identifier: Apache-2.0
internal import Statistics

extension KeyedRandom.Purpose {
    /// By how much one item moves a person.
    static let tamperingFactor = Self(rawValue: 3_001)
    /// Whether a person clicks.
    static let tamperingClick = Self(rawValue: 3_002)
    /// What a learner tries where people move or cannot.
    static let ablationTrial = Self(rawValue: 3_003)
    /// What a learner tries where people follow a recorded path.
    static let ablationYokedTrial = Self(rawValue: 3_004)
    /// The seed of a replicate.
    static let ablationReplicate = Self(rawValue: 3_005)
}

extension KeyedRandom {
    /// The seed of a replicate of an experiment.
    func seed(ofReplicate replicate: Int) -> UInt64 {
        let words = words(.ablationReplicate, UInt32(replicate), 0)
        return UInt64(words.x) << 32 | UInt64(words.y)
    }
}
