// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Measures

/// The numbers of a cell for people, in the unit of the publication.
struct CellText {
    let recomputed: String
    /// With its sign.
    let difference: String
    /// Our estimate with its interval.
    let estimate: String
    /// The range of the same figure under the other choices.
    let otherChoices: String

    init(_ cell: CellResult) {
        let style = NumberStyle(decimals: cell.decimals)
        recomputed = cell.recomputed.map { style.number($0) } ?? "undefined"
        difference =
            cell.difference.map { difference in
                let text = style.number(difference)
                return difference > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
            } ?? "–"
        estimate = Self.estimate(cell)
        let values = cell.alternatives.compactMap(\.value)
        if let low = values.min(), let high = values.max() {
            otherChoices = low == high ? style.number(low) : "\(style.number(low)) to \(style.number(high))"
        } else {
            otherChoices = "–"
        }
    }

    private static func estimate(_ cell: CellResult) -> String {
        guard let figure = cell.figure, let value = figure.value else { return "–" }
        let width = figure.uncertainty.map { ($0.upper - $0.lower) * cell.scale }
        let style = NumberStyle(unit: "", key: "", value: value * cell.scale, width: width)
        guard let uncertainty = figure.uncertainty else { return style.number(value * cell.scale) }
        let ends = [uncertainty.lower * cell.scale, uncertainty.upper * cell.scale].sorted()
        return style.number(value * cell.scale) + " " + style.interval(ends[0], ends[1])
    }
}
