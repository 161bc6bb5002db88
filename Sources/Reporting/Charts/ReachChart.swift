// SPDX-License-Identifier: Apache-2.0
internal import Examination

/// How often an item of accounts with so many followers is shown: a line a class, a mark an arm.
struct ReachChart {
    private static let width = 360.0
    private static let left = 96.0
    private static let apart = 9.0

    let reach: [SocietySummary.Reach]

    /// The drawing, with a legend below; `nil` where nothing was shown.
    func markup(id: String, title: String) -> Markup? {
        let shown = Array(reach.prefix(LineChart.mostCurves))
        guard let names = shown.first?.classes, let most = values(shown).max() else { return nil }
        let classes = names.indices.filter { index in shown.contains { value($0, index) != nil } }
        let rowHeight = 12 + Self.apart * Double(shown.count)
        let foot = 18 + rowHeight * Double(classes.count)
        let legend = foot + 46
        var drawing = Drawing(width: Self.width, height: legend + 17 * Double(shown.count) - 8)
        let scale = LinearScale(0...max(most * 1.04, 1e-9), from: Self.left, to: Self.width - 14)
        let style = NumberStyle(unit: "", key: "", value: most)
        drawing.text("followers", Self.left - 10, 11, "tick", anchor: .end)
        Axis(scale: scale, style: NumberStyle(decimals: style.decimals, unitName: "times an item was shown"))
            .draw(at: foot, above: 18, into: &drawing)
        for (row, index) in classes.enumerated() {
            let top = 18 + rowHeight * Double(row)
            if row > 0 { drawing.line(4, top, scale.end, top, "grid") }
            drawing.text(names[index], Self.left - 10, top + rowHeight / 2 + 4, anchor: .end)
            for (arm, entry) in shown.enumerated() {
                guard let value = value(entry, index) else { continue }
                let y = top + 6 + Self.apart * (Double(arm) + 0.5)
                drawing.line(scale.start, y, scale.place(value), y, arm == 0 ? "stem first" : "stem")
                CurveMark.draw(arm, at: scale.place(value), y, isFirstLeading: true, into: &drawing)
            }
        }
        for (arm, entry) in shown.enumerated() {
            let y = legend + 17 * Double(arm)
            CurveMark.draw(arm, at: Self.left + 4, y, isFirstLeading: true, into: &drawing)
            let name = PrintableText.line(entry.arm)
            drawing.text(DisplayWidth.shortened(name, to: 34), Self.left + 16, y + 4, full: name)
        }
        return drawing.markup(id: id, title: title, description: description(shown, classes, names, style))
    }

    private func value(_ reach: SocietySummary.Reach, _ index: Int) -> Double? {
        guard index < reach.views.count, let value = reach.views[index], LinearScale.isDrawable(value) else {
            return nil
        }
        return value
    }

    private func values(_ reach: [SocietySummary.Reach]) -> [Double] {
        reach.flatMap { entry in entry.views.indices.compactMap { value(entry, $0) } }
    }

    private func description(
        _ shown: [SocietySummary.Reach],
        _ classes: [Int],
        _ names: [String],
        _ style: NumberStyle
    ) -> String {
        shown.map { entry in
            let parts = classes.map { "\(names[$0]) followers \(style.text(value(entry, $0)))" }
            return "\(PrintableText.line(entry.arm)): \(parts.joined(separator: ", "))"
        }.joined(separator: "; ") + "."
    }
}
