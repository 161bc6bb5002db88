// SPDX-License-Identifier: Apache-2.0

extension Persona {
    /// What differs from the simplest persona, by name: equal personas have equal records, byte for byte.
    public var record: [String: String] {
        Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.value) })
    }

    /// The record on one line, in a fixed order: "associations=1; follows=5*3"; "plain" for the simplest persona.
    public var text: String {
        let fields = fields
        return fields.isEmpty ? "plain" : fields.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    }

    /// Reads a record.
    ///
    /// - Parameter record: As ``record`` gives it; `nil` is returned for names and values that it would not give.
    public init?(record: [String: String]) {
        self.init()
        for (name, value) in record { guard read(name, value) else { return nil } }
        guard self.record == record else { return nil }
    }

    /// Reads one line.
    ///
    /// - Parameter text: As ``text`` gives it, its parts in any order; `nil` is returned for anything else.
    public init?(text: String) {
        guard !text.isEmpty else { return nil }
        var record: [String: String] = [:]
        for piece in text == "plain" ? [] : text.split(separator: ";") {
            let trimmed = piece.drop { $0 == " " }
            guard let sign = trimmed.firstIndex(of: "=") else { return nil }
            let name = String(trimmed[..<sign])
            guard record[name] == nil else { return nil }
            record[name] = String(trimmed[trimmed.index(after: sign)...])
        }
        self.init(record: record)
    }

    private var fields: [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        if circle != 0 { fields.append(("circle", "\(circle)")) }
        if let place { fields.append(("place", "\(place)")) }
        if !associations.isEmpty { fields.append(("associations", Self.list(associations.sorted()))) }
        if interests.total > 0 { fields.append(("interests", interests.text)) }
        if opinions != SIMD4() { fields.append(("opinions", Self.list((0..<4).map { Int(opinions[$0]) }))) }
        if susceptibility != 1 { fields.append(("susceptibility", "\(susceptibility)")) }
        if isVisible { fields.append(("visible", "yes")) }
        if scroll != .ordinary { fields.append(("scroll", scroll.rawValue)) }
        if follows.total > 0 { fields.append(("follows", follows.text)) }
        for action in Action.allCases where history[action].total > 0 {
            fields.append((action.rawValue, history[action].text))
        }
        if sessions.count > 1 { fields.append(("sessions", Self.list(sessions))) }
        return fields
    }

    private mutating func read(_ name: String, _ value: String) -> Bool {
        if let action = Action(rawValue: name) { return Self.put(TopicCounts(text: value), &history[action]) }
        switch name {
        case "circle": return Self.put(Self.count(value), &circle)
        case "place": return Self.put(Self.count(value), &place)
        case "associations": return Self.put(Self.counts(value).map { Set($0) }, &associations)
        case "interests": return Self.put(TopicCounts(text: value), &interests)
        case "opinions":
            guard let halves = Self.numbers(value), halves.count == 4, halves.allSatisfy({ (-2...2).contains($0) })
            else { return false }
            for issue in 0..<4 { opinions[issue] = Int8(halves[issue]) }
            return true
        case "susceptibility": return Self.put(Self.count(value), &susceptibility)
        case "visible": return Self.put(value == "yes" ? true : nil, &isVisible)
        case "scroll": return Self.put(Scroll(rawValue: value), &scroll)
        case "follows": return Self.put(TopicCounts(text: value), &follows)
        case "sessions": return Self.put(Self.counts(value).map { Set($0.dropFirst()) }, &laterSessions)
        default: return false
        }
    }

    private static func put<Value>(_ value: Value?, _ place: inout Value) -> Bool {
        guard let value else { return false }
        place = value
        return true
    }

    private static func put<Value>(_ value: Value?, _ place: inout Value?) -> Bool {
        place = value
        return value != nil
    }

    private static func list(_ numbers: [Int]) -> String { numbers.map { "\($0)" }.joined(separator: " ") }

    /// A whole number from 0 to below 2¹⁶.
    private static func count(_ text: String) -> Int? { UInt16(text).map { Int($0) } }

    private static func counts(_ text: String) -> [Int]? {
        numbers(text).flatMap { numbers in numbers.allSatisfy { UInt16(exactly: $0) != nil } ? numbers : nil }
    }

    private static func numbers(_ text: String) -> [Int]? {
        let numbers = text.split(separator: " ").map { Int($0) }
        return numbers.contains(nil) ? nil : numbers.compactMap { $0 }
    }
}
