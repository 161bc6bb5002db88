// SPDX-License-Identifier: Apache-2.0

/// The values that signatories hold of one parameter as a ladder: the strictest rung on top, the floor at its foot.
///
/// Few signatories are a column each: a disc on the rung they hold, and a stem down to all they accept with it. Many are counted.
struct LadderChart {
    /// A value that somebody holds.
    struct Rung {
        /// "1.25".
        let label: String
        /// Who accepts it or more, by place in the list of signatories.
        let acceptedBy: Set<Int>
    }

    /// More signatories are counted instead of drawn.
    static let mostColumns = 12
    /// Of more rungs those next to the floor are drawn, and the strictest.
    static let mostRungs = 12

    private static let width = 420.0
    private static let left = 78.0
    private static let right = 286.0
    private static let step = 34.0

    /// From the strictest down; the last one is what all that accept the clause hold.
    let rungs: [Rung]
    /// Who there is, in the order of their columns.
    let signatories: [String]
    /// Who does not accept the clause, by place.
    let absent: Set<Int>
    /// Whether the foot is the floor, or only what it would be.
    let isAgreed: Bool
    /// The next rung with those it needs, by place.
    let next: (label: String, needs: Set<Int>)?

    private var isDrawnSingly: Bool { signatories.count <= Self.mostColumns }

    /// The rungs that are drawn; `nil` stands for those left out.
    private var rows: [Int?] {
        guard rungs.count > Self.mostRungs else { return Array(rungs.indices) }
        return [0, nil] + ((rungs.count - Self.mostRungs + 2)..<rungs.count).map { Int?.some($0) }
    }

    /// The drawing.
    func markup(id: String, title: String) -> Markup {
        let foot = 24 + Self.step * Double(rows.count - 1)
        let hasAbsentRow = !absent.isEmpty
        var height = foot + 16 + (hasAbsentRow ? 30 : 0)
        if isDrawnSingly { height += nameLines == 0 ? 0 : 6 + 12 * Double(nameLines) }
        var drawing = Drawing(width: Self.width, height: height)
        for (place, row) in rows.enumerated() {
            let y = 24 + Self.step * Double(place)
            guard let index = row else {
                drawing.text("\(rungs.count - Self.mostRungs + 1) more values", Self.left, y + 4, "tick")
                continue
            }
            let isFoot = index == rungs.count - 1
            drawing.text(rungs[index].label, Self.left - 16, y + 4, isFoot ? "label strong" : "label", anchor: .end)
            if isDrawnSingly || isFoot {
                // Bars stand on the floor, discs lie on it.
                let line = isDrawnSingly ? y : y + 10
                drawing.line(
                    Self.left - 8,
                    line,
                    Self.right,
                    line,
                    isFoot ? (isAgreed ? "floor" : "floor open") : "grid"
                )
            }
        }
        drawing.text("strictest", Self.left - 16, 9, "tick", anchor: .end)
        if isDrawnSingly { drawColumns(foot, into: &drawing) } else { drawBars(foot, into: &drawing) }
        drawing.text(isAgreed ? "the floor" : "would be", Self.right + 10, foot + 4, "label strong")
        drawStep(foot, into: &drawing)
        return drawing.markup(id: id, title: title, description: description)
    }

    // MARK: Few

    /// How far apart columns are.
    private var distance: Double { (Self.right - Self.left) / Double(max(signatories.count, 1)) }

    /// On how many lines names fit below their columns; 0 where they do not.
    private var nameLines: Int {
        guard isDrawnSingly else { return 0 }
        let widest = signatories.map { Drawing.width(of: PrintableText.line($0), size: 9.5) + 4 }.max() ?? 0
        return [1, 2].first { widest <= distance * Double($0) } ?? 0
    }

    private func drawColumns(_ foot: Double, into drawing: inout Drawing) {
        let initials = Initials.of(signatories)
        let names = foot + 28 + (absent.isEmpty ? 0 : 30)
        for column in signatories.indices {
            let x = Self.left + distance * (Double(column) + 0.5)
            let radius = min(11, distance / 2 - 1)
            if nameLines > 0 {
                let y = names + 12 * Double(column % nameLines)
                drawing.text(PrintableText.line(signatories[column]), x, y, "tick small", anchor: .middle)
            }
            guard let held = rungs.firstIndex(where: { $0.acceptedBy.contains(column) }) else {
                drawing.circle(x, foot + 30, radius, "away")
                drawing.text(
                    initials[column],
                    x,
                    foot + 33,
                    "initials away",
                    anchor: .middle,
                    full: signatories[column]
                )
                continue
            }
            let y = 24 + Self.step * Double(place(of: held))
            if y < foot { drawing.line(x, y, x, foot, "stem") }
            drawing.circle(x, y, radius, held == rungs.count - 1 ? "holder binding" : "holder")
            drawing.text(initials[column], x, y + 3.2, "initials", anchor: .middle, full: signatories[column])
        }
        if !absent.isEmpty { drawing.text("not accepted", Self.left - 10, foot + 34, "tick", anchor: .end) }
    }

    /// The row of a rung; one that is left out lies in the gap.
    private func place(of rung: Int) -> Int { rows.firstIndex(of: rung) ?? 1 }

    // MARK: Many

    private func drawBars(_ foot: Double, into drawing: inout Drawing) {
        let full = Self.right - 44 - Self.left
        func length(_ count: Int) -> Double { full * Double(count) / Double(max(signatories.count, 1)) }
        for (place, row) in rows.enumerated() {
            guard let index = row else { continue }
            let y = 24 + Self.step * Double(place)
            let count = rungs[index].acceptedBy.count
            let above = index == 0 ? 0 : rungs[index - 1].acceptedBy.count
            drawing.rectangle(Self.left, y - 6, full, 12, "track")
            drawing.rectangle(Self.left, y - 6, length(count), 12, "accepted")
            drawing.rectangle(Self.left + length(above), y - 6, length(count - above), 12, "held")
            drawing.text(NumberStyle.count(count), Self.right - 38, y + 4, "label")
        }
        if !absent.isEmpty {
            drawing.text("not accepted", Self.left - 10, foot + 28, "tick", anchor: .end)
            drawing.rectangle(Self.left, foot + 18, full, 12, "track")
            drawing.rectangle(Self.left, foot + 18, length(absent.count), 12, "away")
            drawing.text(NumberStyle.count(absent.count), Self.right - 38, foot + 28, "label")
        }
    }

    // MARK: The next step

    private func drawStep(_ foot: Double, into drawing: inout Drawing) {
        guard let next, rungs.count > 1 else { return }
        let (x, top) = (Self.right + 16, foot - Self.step)
        drawing.line(x, foot - 8, x, top + 6, "climb")
        drawing.path([(x - 4.5, top + 8), (x, top), (x + 4.5, top + 8)], "climb-head", isClosed: true)
        drawing.text("next: \(next.label)", x + 10, top + 8, "label")
        let needs = "needs \(needed(next.needs))"
        // Initials stand in for names that are too long.
        let initials = Initials.of(signatories)
        let isShort = Drawing.width(of: needs, size: 10.5) <= Self.width - x - 10
        let text = isShort ? needs : "needs \(next.needs.sorted().map { initials[$0] }.joined(separator: ", "))"
        drawing.text(DisplayWidth.shortened(text, to: 22), x + 10, top + 22, "tick", full: needs)
    }

    // MARK: Words

    private func needed(_ places: Set<Int>) -> String {
        isDrawnSingly
            ? places.sorted().map { PrintableText.line(signatories[$0]) }.joined(separator: ", ")
            : NumberStyle.count(places.count)
    }

    private var description: String {
        var parts = rungs.prefix(40).map { rung -> String in
            isDrawnSingly
                ? "\(rung.label): \(rung.acceptedBy.sorted().map { signatories[$0] }.joined(separator: ", "))"
                : "\(rung.label): \(rung.acceptedBy.count) of \(signatories.count)"
        }
        if !absent.isEmpty {
            parts.append(
                "not accepted by "
                    + (isDrawnSingly
                        ? absent.sorted().map { signatories[$0] }.joined(separator: ", ") : String(absent.count))
            )
        }
        if let next { parts.append("next \(next.label), needs \(needed(next.needs))") }
        return "Accepted by, from the strictest value down: " + parts.joined(separator: "; ") + "."
    }
}

/// A letter or a few for each name, all different where the names are.
enum Initials {
    /// In the order of the names.
    static func of(_ names: [String]) -> [String] {
        let plain = names.map { PrintableText.line($0) }
        var initials = plain.map { String($0.prefix(1)) }
        for length in 2...3 {
            let counts = Dictionary(initials.map { ($0, 1) }, uniquingKeysWith: +)
            for index in initials.indices where counts[initials[index], default: 0] > 1 {
                initials[index] = String(plain[index].prefix(length))
            }
        }
        return initials
    }
}
