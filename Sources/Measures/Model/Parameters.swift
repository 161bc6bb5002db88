// SPDX-License-Identifier: Apache-2.0

/// The parameters of an analysis, as a recipe states them.
public struct Parameters: Sendable, Equatable {
    /// A value as a recipe can state it.
    public enum Value: Sendable, Equatable {
        case number(Double)
        case text(String)
        case flag(Bool)
        case list([Value])
    }

    /// Values by name.
    public var values: [String: Value]

    /// Parameters from values.
    public init(_ values: [String: Value] = [:]) { self.values = values }

    /// Refuses every parameter that a measure does not have.
    ///
    /// - Throws: `MeasureError` that names the unknown parameter and those that exist.
    public func allowOnly(_ card: MeasureCard) throws(MeasureError) {
        let known = card.parameters.map(\.name)
        for name in values.keys.sorted() where !known.contains(name) {
            let list = known.isEmpty ? "it has none" : "it has " + known.joined(separator: ", ")
            throw MeasureError(card.name, "there is no parameter \"\(name)\"; \(list)")
        }
    }

    /// A number, or a default where it is not stated.
    ///
    /// - Throws: `MeasureError` where it is stated as something else or outside `range`.
    public func number(
        _ name: String,
        default fallback: Double,
        in range: ClosedRange<Double>,
        of card: MeasureCard
    ) throws(MeasureError) -> Double {
        guard let value = values[name] else { return fallback }
        guard case .number(let number) = value, range.contains(number) else {
            throw MeasureError(
                card.name,
                "\(name) must be a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// A text, or `nil` where it is not stated.
    ///
    /// - Throws: `MeasureError` where it is stated as something else.
    public func text(_ name: String, of card: MeasureCard) throws(MeasureError) -> String? {
        guard let value = values[name] else { return nil }
        guard case .text(let text) = value else { throw MeasureError(card.name, "\(name) must be a text") }
        return text
    }

    /// One of several words, or a default where it is not stated.
    ///
    /// - Throws: `MeasureError` that lists the words.
    public func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String,
        default fallback: Choice,
        of card: MeasureCard
    ) throws(MeasureError) -> Choice where Choice.RawValue == String {
        guard let value = values[name] else { return fallback }
        guard case .text(let text) = value, let choice = Choice(rawValue: text) else {
            let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw MeasureError(card.name, "\(name) must be one of \(words)")
        }
        return choice
    }

    /// Several of some words, in the order of their declaration; all where nothing is stated.
    ///
    /// - Throws: `MeasureError` that lists the words.
    public func choices<Choice: RawRepresentable & CaseIterable & Equatable>(
        _ name: String,
        of card: MeasureCard
    ) throws(MeasureError) -> [Choice] where Choice.RawValue == String {
        guard let value = values[name] else { return Array(Choice.allCases) }
        let stated = try texts(name, of: card)
        let words = Choice.allCases.map(\.rawValue)
        guard !stated.isEmpty, value != .list([]), stated.allSatisfy(words.contains) else {
            throw MeasureError(card.name, "\(name) must be one or several of \(words.joined(separator: ", "))")
        }
        return Choice.allCases.filter { stated.contains($0.rawValue) }
    }

    /// One text or a list of texts; numbers are taken as they are written.
    ///
    /// Empty where nothing is stated.
    ///
    /// - Throws: `MeasureError` where it is stated as something else.
    public func texts(_ name: String, of card: MeasureCard) throws(MeasureError) -> [String] {
        guard let value = values[name] else { return [] }
        let list = if case .list(let values) = value { values } else { [value] }
        var texts: [String] = []
        for element in list {
            switch element {
            case .text(let text): texts.append(text)
            case .number(let number) where number == number.rounded() && abs(number) < 1e15:
                texts.append(String(Int(number)))
            case .number(let number): texts.append(String(number))
            case .flag(let flag): texts.append(flag ? "true" : "false")
            case .list: throw MeasureError(card.name, "\(name) must be a text or a list of texts")
            }
        }
        return texts
    }

    /// Yes or no, or a default where it is not stated.
    ///
    /// - Throws: `MeasureError` where it is stated as something else.
    public func flag(_ name: String, default fallback: Bool, of card: MeasureCard) throws(MeasureError) -> Bool {
        guard let value = values[name] else { return fallback }
        guard case .flag(let flag) = value else { throw MeasureError(card.name, "\(name) must be true or false") }
        return flag
    }
}
