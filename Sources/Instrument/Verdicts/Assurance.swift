// SPDX-License-Identifier: Apache-2.0

/// How far the evidence of a finding reaches.
public enum Assurance: String, Sendable, CaseIterable, Comparable {
    /// Somebody said so.
    case declared = "E0"
    /// There are documents or files.
    case documented = "E1"
    /// A record that was sampled or pinned before it was looked at.
    case sampled = "E2"
    /// Replayed in the sandbox.
    case replayed = "E3"
    /// Replayed, and confirmed by a channel that the examined does not control.
    case confirmed = "E4"

    /// Less reach is smaller.
    public static func < (left: Assurance, right: Assurance) -> Bool { left.rawValue < right.rawValue }

    /// The grade of a finding: the least of the edges that its evidence came over, one less for each use of managed access that
    /// held something back.
    ///
    /// - Parameters:
    ///   - edges: What each edge reaches, world to log, log to build, build to source; of none it is `declared`.
    ///   - withheld: Uses of managed access with an effect on the evidence.
    public init(edges: [Assurance], withheld: Int = 0) {
        let least = edges.min() ?? .declared
        let place = Self.allCases.firstIndex(of: least) ?? 0
        self = Self.allCases[max(place - max(withheld, 0), 0)]
    }

    /// Whether it is what an audit calls reasonable: replayed, at the confidence of the instrument.
    public var isReasonable: Bool { self >= .replayed }

    /// What the grade means.
    public var words: String {
        switch self {
        case .declared: "declared, nothing was measured"
        case .documented: "documented, the files are not pinned by digest"
        case .sampled: "a recording pinned by digest"
        case .replayed: "replayed in the sandbox"
        case .confirmed: "replayed, and confirmed by an independent channel"
        }
    }
}
