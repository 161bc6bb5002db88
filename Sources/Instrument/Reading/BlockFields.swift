// SPDX-License-Identifier: Apache-2.0
internal import Notation

/// Fields of a block, with their problems collected: what the readers of this room share.
struct BlockFields {
    let fields: Fields
    let file: String
    var problems: [Problem] = []

    /// Reads a fenced block.
    init(_ block: LiterateText.Block, known: [String], file: String) throws(Problems) {
        let node = try YAMLText.node(block.text, file: file, firstLine: block.line)
        self.init(node, known: known, file: file)
        // An empty block stands where its fence does.
        if fields.names.isEmpty { emptyLine = block.line - 1 }
    }

    /// Reads a group of fields.
    init(_ node: Node, known: [String]?, file: String) {
        fields = Fields(node, known: known, file: file, problems: &problems)
        self.file = file
    }

    private var emptyLine: Int?

    /// Where the group stands.
    var line: Int { emptyLine ?? fields.line }

    /// The line of a field, or that of the group.
    func line(of name: String) -> Int { fields[name]?.line ?? line }

    mutating func report(_ name: String, _ message: String) {
        problems.append(Problem(file: file, line: line(of: name), message: message))
    }

    mutating func text(_ name: String, isNeeded: Bool = false) -> String? {
        if isNeeded, fields[name] == nil {
            problems.append(Problem(file: file, line: line, message: "field \"\(name)\" is missing"))
            return nil
        }
        let text = fields.text(name, &problems)
        if let text { check(text, name) }
        return text
    }

    mutating func texts(_ name: String) -> [String] {
        let texts = fields.texts(name, &problems)
        for text in texts { check(text, name) }
        return texts
    }

    /// Escapes of YAML can stand for what no Markdown may hold.
    private mutating func check(_ text: String, _ name: String) {
        guard let hidden = text.unicodeScalars.first(where: HiddenCharacter.isHidden) else { return }
        report(name, "\(name) holds a character that cannot be seen, \(HiddenCharacter.name(hidden))")
    }

    mutating func list(_ name: String) -> [Node] { fields.list(name, &problems) }

    mutating func flag(_ name: String) -> Bool? { fields.flag(name, &problems) }

    mutating func number(_ name: String, in range: ClosedRange<Double>? = nil) -> Double? {
        guard let number = fields.number(name, &problems) else { return nil }
        if let range, !range.contains(number) {
            report(name, "\(name) must be \(Self.words(range))")
            return nil
        }
        return number
    }

    mutating func whole(_ name: String, least: Int = 0) -> Int? {
        guard let number = fields.number(name, &problems) else { return nil }
        guard let whole = Int(exactly: number), whole >= least, whole < 1_000_000_000_000 else {
            report(name, "\(name) must be a whole number, \(least) or more")
            return nil
        }
        return whole
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) -> Choice?
    where Choice.RawValue == String { fields.choice(name, &problems) }

    mutating func day(_ name: String) -> Day? {
        guard let text = fields.text(name, &problems) else { return nil }
        guard let day = Day(text) else {
            report(name, "\(name): \"\(text.prefix(40))\" is no day; a day is written 2027-01-31")
            return nil
        }
        return day
    }

    /// "from 0 to 1", "0 or more", "1 or less".
    static func words(_ range: ClosedRange<Double>) -> String {
        let least = JSONValue.format(range.lowerBound)
        let most = JSONValue.format(range.upperBound)
        if range.upperBound == .greatestFiniteMagnitude { return "\(least) or more" }
        return range.lowerBound == -.greatestFiniteMagnitude ? "\(most) or less" : "from \(least) to \(most)"
    }
}
