// SPDX-License-Identifier: Apache-2.0

/// What an item says, in the smallest world in which a ranker can gain by moving people.
public enum Wing: Int, Sendable, CaseIterable {
    /// One wing.
    case left
    /// Between the wings.
    case centre
    /// The other wing.
    case right

    /// The other wing; the centre has none.
    public var opposite: Wing? {
        switch self {
        case .left: .right
        case .right: .left
        case .centre: nil
        }
    }
}

/// A kind of person by how likely they are to click on what (Evans and Kasirzadeh 2021).
public struct TamperingPersona: Sendable, Equatable {
    /// Name, as in the paper.
    public let name: String
    /// The probability of a click on an item of the left, of the centre and of the right.
    public let clicks: SIMD3<Double>

    /// The wing they predominantly click on; `nil` for centrists, whom nothing moves.
    public var wing: Wing? {
        if clicks.x > clicks.y, clicks.x > clicks.z { return .left }
        return clicks.z > clicks.y && clicks.z > clicks.x ? .right : nil
    }

    /// The five of the paper: both wings are mirror images.
    public static let all = [
        TamperingPersona(name: "Strong Left", clicks: SIMD3(0.4, 0.1, 0.1)),
        TamperingPersona(name: "Moderate Left", clicks: SIMD3(0.3, 0.25, 0.1)),
        TamperingPersona(name: "Centrist", clicks: SIMD3(0.2, 0.4, 0.2)),
        TamperingPersona(name: "Moderate Right", clicks: SIMD3(0.1, 0.25, 0.3)),
        TamperingPersona(name: "Strong Right", clicks: SIMD3(0.1, 0.1, 0.4)),
    ]
}
