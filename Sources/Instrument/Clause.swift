// SPDX-License-Identifier: Apache-2.0

/// The part of an article that a machine reads: which figure of which measure has to stay on which side of a bound.
public struct Clause: Sendable, Equatable {
    /// What a clause may look at.
    ///
    /// There is nothing here about what is said: no text, topic, stance or truth.
    public enum Field: String, Sendable, CaseIterable {
        case identifiers, times, ranks, scores, impressions, reactions, follows, surfaces, languages, candidates,
            sessions
        case declaredAdvertisement = "declared-advertisement"
        case declaredAutomation = "declared-automation"
        case builds
        /// Groups that the examiners hold.
        case partition
    }

    /// A stable name: "ev-3".
    public var id: String
    /// A few words: "Equal voice across groups".
    public var title: String
    /// The duty in one sentence.
    public var duty: String
    /// The measure it binds, and the figure of it.
    public var measure: String
    /// The key of the figure that is compared with the bound.
    public var figure: String
    /// What it reads.
    public var reads: [Field]
    /// Whether the verdict must stay the same when the parts of the partition exchange their names.
    public var isSymmetric: Bool
    /// What is asked for.
    public var criterion: Criterion
    /// Analyses of a recording it is applied to; all of its measure where nothing is said.
    public var analyses: [String]
    /// Where it stands in its file.
    public var line: Int
}
