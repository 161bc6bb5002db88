// SPDX-License-Identifier: Apache-2.0

/// An SVG drawing under construction: shapes by class, so that the page gives them colours for light, dark and print.
struct Drawing {
    let width: Double
    let height: Double
    private(set) var body = Markup()

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// The drawing as an element with a name and a description for those who do not see it.
    ///
    /// - Parameters:
    ///   - id: Unique in its document; not a text of the data.
    ///   - title: What it is.
    ///   - description: What it shows, in a sentence with numbers.
    /// - Returns: The SVG element.
    func markup(id: String, title: String, description: String) -> Markup {
        Markup(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Self.number(width)) \(Self.number(height))",
                "role": "img", "aria-labelledby": "\(id)-title \(id)-description", "class": "chart",
                "style": "max-width:\(Self.number(width * 1.35))px",
            ]
        ) {
            Markup("title", ["id": "\(id)-title"]) { title }
            Markup("desc", ["id": "\(id)-description"]) { description }
            body
        }
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        body += Markup(
            empty: "line",
            [
                "x1": Self.number(x1), "y1": Self.number(y1), "x2": Self.number(x2), "y2": Self.number(y2),
                "class": style,
            ]
        )
    }

    mutating func rectangle(
        _ x: Double,
        _ y: Double,
        _ width: Double,
        _ height: Double,
        _ style: String,
        opacity: Double? = nil
    ) {
        guard width > 0, height > 0 else { return }
        body += Markup(
            empty: "rect",
            [
                "x": Self.number(x), "y": Self.number(y), "width": Self.number(width), "height": Self.number(height),
                "class": style, "fill-opacity": opacity.map { Self.number($0) },
            ]
        )
    }

    mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) {
        body += Markup(
            empty: "circle",
            ["cx": Self.number(x), "cy": Self.number(y), "r": Self.number(radius), "class": style]
        )
    }

    /// A line through points, or with `isClosed` the shape they surround.
    mutating func path(_ points: [(x: Double, y: Double)], _ style: String, isClosed: Bool = false) {
        guard !points.isEmpty else { return }
        let steps = points.enumerated().map {
            ($0.offset == 0 ? "M" : "L") + Self.number($0.element.x) + " " + Self.number($0.element.y)
        }
        body += Markup(empty: "path", ["d": steps.joined() + (isClosed ? "Z" : ""), "class": style])
    }

    /// Where a text begins: at its place, around it, or before it.
    enum Anchor: String {
        case start, middle, end
    }

    mutating func text(
        _ text: String,
        _ x: Double,
        _ y: Double,
        _ style: String = "label",
        anchor: Anchor = .start,
        full: String? = nil,
        turned: Double? = nil
    ) {
        let turn = turned.map { "rotate(\(Self.number($0)) \(Self.number(x)) \(Self.number(y)))" }
        body += Markup(
            "text",
            [
                "x": Self.number(x), "y": Self.number(y), "class": style, "text-anchor": anchor.rawValue,
                "transform": turn,
            ]
        ) {
            if let full, full != text { Markup("title") { full } }
            text
        }
    }

    /// How wide a text of the usual size will be, about.
    static func width(of text: String, size: Double = 11) -> Double { Double(DisplayWidth.of(text)) * size * 0.56 }

    /// A coordinate with at most two decimals.
    static func number(_ value: Double) -> String {
        var text = FixedDecimals.text(value, 2)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "-0" ? "0" : text
    }
}
