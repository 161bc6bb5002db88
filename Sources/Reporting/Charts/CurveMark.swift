// SPDX-License-Identifier: Apache-2.0

/// The marks that tell arms apart without colour: circle, diamond, triangle, hollow and then filled.
enum CurveMark {
    /// The number of the style of an arm.
    ///
    /// Where the first arm is what a chart is about, it alone has the colour that stands out, as long as there are others.
    static func style(of index: Int, isFirstLeading: Bool) -> Int {
        let quiet = [1, 2, 3, 5, 6, 4]
        return isFirstLeading && index < quiet.count ? quiet[index] : index + 1
    }

    /// Draws the mark of an arm at a place.
    static func draw(
        _ index: Int,
        at x: Double,
        _ y: Double,
        isFirstLeading: Bool = false,
        into drawing: inout Drawing
    ) {
        let style = "mark mark-\(style(of: index, isFirstLeading: isFirstLeading))"
        switch index % 3 {
        case 0: drawing.circle(x, y, 3, style)
        case 1: drawing.path([(x - 4, y), (x, y - 4), (x + 4, y), (x, y + 4)], style, isClosed: true)
        default: drawing.path([(x - 3.5, y + 3), (x, y - 4), (x + 3.5, y + 3)], style, isClosed: true)
        }
    }
}
