// SPDX-License-Identifier: Apache-2.0

/// What a world is used for; no world is used for two things.
public enum HuntPhase: String, Sendable, CaseIterable {
    /// Looking for the persona on whom the property fails worst.
    case search
    /// Looking for the simplest persona on whom it still fails.
    case shrinking
    /// Finding out whether it really does.
    case confirmation

    /// The number of a world of this phase; an examination numbers its own worlds from 0 and meets none of them.
    ///
    /// - Parameter index: From 0 to 2²⁸ − 1.
    /// - Returns: A number in a range of its own.
    public func world(_ index: Int) -> Int {
        switch self {
        case .search: 0x1000_0000 | index & 0xFFF_FFFF
        case .shrinking: 0x2000_0000 | index & 0xFFF_FFFF
        case .confirmation: 0x3000_0000 | index & 0xFFF_FFFF
        }
    }
}
