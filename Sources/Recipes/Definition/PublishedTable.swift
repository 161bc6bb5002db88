// SPDX-License-Identifier: Apache-2.0

/// Cells that stand in a file of the publication, a row a cell.
public struct PublishedTable: Sendable, Equatable {
    /// What the figures are.
    public var label: String
    /// Relative to the data folder.
    public var file: String
    /// The column that holds the published value.
    public var value: String
    /// Rows that are compared.
    public var conditions: [Condition]
    /// The analysis the figures come from.
    public var analysis: String
    /// The figure, with columns of the file in braces: "share/{job}/{country}".
    public var figure: String
    /// Multiplies the figure: 100 for per cent.
    public var scale: Double
    /// How close each value has to be.
    public var tolerance: PublishedCell.Tolerance?
    /// The line of the recipe.
    public var line: Int
}
