// SPDX-License-Identifier: Apache-2.0
internal import Society

/// The beginnings of several feeds below each other: a square an item with its topic in it, filled where it is what the clause is about.
struct FeedPicture {
    /// What a filled square is.
    enum Mark {
        /// An item by somebody of another circle.
        case otherCircle
        /// An item on the topic that this feed shows most.
        case mainTopic

        /// The mark that fits what is compared.
        init(_ kind: HuntProperty.Kind) {
            switch kind {
            case .narrowing, .preferenceShift, .concentration: self = .mainTopic
            case .encounter, .excessDrift, .sessionGrowth: self = .otherCircle
            }
        }

        /// Which squares are filled, in words.
        var filled: String {
            switch self {
            case .otherCircle: "from another circle"
            case .mainTopic: "on the topic that is shown most"
            }
        }

        /// Which squares are empty, in words.
        var empty: String {
            switch self {
            case .otherCircle: "from the person\u{2019}s own circle"
            case .mainTopic: "on another topic"
            }
        }

        func holds(_ shown: ProbeRecord.Shown, in record: ProbeRecord) -> Bool {
            switch self {
            case .otherCircle: shown.circle != record.circle
            case .mainTopic: shown.topic == record.mainTopic.topic
            }
        }
    }

    /// One feed.
    struct Row {
        let title: String
        let record: ProbeRecord
    }

    private static let length = 20
    private static let cell = 22.0
    private static let step = 25.0
    private static let rowHeight = 58.0

    let rows: [Row]
    let mark: Mark

    /// The drawing.
    func markup(id: String, title: String) -> Markup {
        let width = Self.step * Double(Self.length) - (Self.step - Self.cell) + 2
        var drawing = Drawing(width: width, height: Self.rowHeight * Double(rows.count) + 2)
        var described: [String] = []
        for (index, row) in rows.enumerated() {
            let top = Self.rowHeight * Double(index)
            let feed = HuntStory.feed(row.record, first: Self.length)
            let count = feed.count { mark.holds($0, in: row.record) }
            let name = PrintableText.shortened(PrintableText.line(row.title), to: 60)
            let tally =
                feed.isEmpty ? "shows nothing" : "\(count) of the first \(feed.count) \(mark.filled)"
            drawing.text(name, 1, top + 15, "label strong")
            drawing.text(tally, width - 1, top + 15, "tick", anchor: .end)
            for (place, shown) in feed.enumerated() {
                let x = 1 + Self.step * Double(place)
                let isMarked = mark.holds(shown, in: row.record)
                drawing.rectangle(x, top + 24, Self.cell, Self.cell, isMarked ? "item marked" : "item")
                drawing.text(
                    String(shown.topic),
                    x + Self.cell / 2,
                    top + 24 + Self.cell / 2 + 4,
                    isMarked ? "topic marked" : "topic",
                    anchor: .middle
                )
            }
            let items = feed.map { (mark.holds($0, in: row.record) ? "filled " : "empty ") + String($0.topic) }
            described.append("\(name): \(tally): \(items.joined(separator: ", "))")
        }
        return drawing.markup(id: id, title: title, description: described.joined(separator: "; ") + ".")
    }
}
