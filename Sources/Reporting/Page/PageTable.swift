// SPDX-License-Identifier: Apache-2.0

/// A table of the page: with a caption that names its CSV twin where it has one, in a box of its own that scrolls where it is too
/// wide.
struct PageTable {
    /// How the cells of a column are set.
    enum Kind: String {
        case number, words, name
    }

    /// More rows are left to the CSV twin.
    static let mostRows = 40

    let caption: String
    /// The twin: "figures.csv"; `nil` on a page that stands alone.
    var twin: String?
    let columns: [(title: String, kind: Kind)]
    /// One row a line; the first cell is its heading.
    let rows: [[Markup]]
    /// Rows that the table could have.
    var most = mostRows

    var markup: Markup {
        Markup("div", ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"]) {
            Markup("table", ["data-twin": twin]) {
                Markup("caption") {
                    caption
                    if let twin {
                        " "
                        Markup("a", ["href": twin]) { twin }
                    }
                }
                Markup("thead") {
                    Markup("tr") {
                        for column in columns {
                            Markup("th", ["scope": "col", "class": column.kind.rawValue]) { column.title }
                        }
                    }
                }
                Markup("tbody") { for row in rows.prefix(most) { line(row) } }
            }
            if rows.count > most {
                Markup("p", ["class": "muted small"]) {
                    "and \(NumberStyle.count(rows.count - most)) more\(twin.map { " in \($0)" } ?? "")"
                }
            }
        }
    }

    private func line(_ row: [Markup]) -> Markup {
        Markup("tr") {
            for (index, cell) in row.enumerated() {
                if index == 0 {
                    Markup("th", ["scope": "row"]) { cell }
                } else {
                    Markup("td", ["class": columns[index].kind.rawValue]) { cell }
                }
            }
        }
    }
}

extension Markup {
    /// A name of the data, shortened where it is very long; the whole of it is there to be looked at.
    static func name(_ text: String, isCode: Bool = false) -> Markup {
        let short = PrintableText.shortened(text, to: 72)
        return isCode
            ? Markup("code", ["title": short == text ? nil : text]) { short }
            : Markup("span", ["title": short == text ? nil : text]) { short }
    }
}
