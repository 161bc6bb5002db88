// SPDX-License-Identifier: Apache-2.0

/// Every measure there is.
public enum MeasureCatalogue {
    /// In the order of their families: what a public space is for.
    public static let all: [any Measure.Type] = []

    /// The measure with a name, or `nil`.
    public static func named(_ name: String) -> (any Measure.Type)? { all.first { $0.card.name == name } }
}
