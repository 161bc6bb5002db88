// SPDX-License-Identifier: Apache-2.0

/// The marks that tell arms apart without colour: circle, diamond, triangle, hollow and then filled.
enum CurveMark {
    /// Draws the mark of the arm at a place.
    static func draw(_ index: Int, at x: Double, _ y: Double, into drawing: inout Drawing) {
        let style = "mark mark-\(index + 1)"
        switch index % 3 {
        case 0: drawing.circle(x, y, 3, style)
        case 1: drawing.path([(x - 4, y), (x, y - 4), (x + 4, y), (x, y + 4)], style, isClosed: true)
        default: drawing.path([(x - 3.5, y + 3), (x, y - 4), (x + 3.5, y + 3)], style, isClosed: true)
        }
    }
}
