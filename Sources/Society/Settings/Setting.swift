// SPDX-License-Identifier: Apache-2.0

/// One number of a society: what it is called in a file, what it may be, and where its default comes from.
public struct Setting: Sendable {
    /// Where the value lies.
    public enum Place: Sendable {
        /// A number with a fraction.
        case number(any WritableKeyPath<SocietySettings, Double> & Sendable)
        /// A whole number.
        case count(any WritableKeyPath<SocietySettings, Int> & Sendable)
    }

    /// The section of the file: "people".
    public var section: String
    /// The name in its section: "visible-share".
    public var name: String
    /// What it is, with its unit.
    public var summary: String
    /// What it may be.
    public var range: ClosedRange<Double>
    /// Where the default comes from.
    public var source: String
    /// Where it lies.
    public var place: Place

    /// Its value in some settings.
    public func value(in settings: SocietySettings) -> Double {
        switch place {
        case .number(let path): settings[keyPath: path]
        case .count(let path): Double(settings[keyPath: path])
        }
    }

    /// Puts a value in its place.
    ///
    /// - Parameters:
    ///   - value: Within `range`; whole where the setting is a count.
    ///   - settings: What to change.
    public func set(_ value: Double, in settings: inout SocietySettings) {
        switch place {
        case .number(let path): settings[keyPath: path] = value
        case .count(let path): settings[keyPath: path] = Int(value)
        }
    }

    /// Whether it is a whole number.
    public var isCount: Bool { if case .count = place { true } else { false } }

    static let assumption = "assumption: no publication fixes it"

    static func number(
        _ section: String,
        _ name: String,
        _ path: any WritableKeyPath<SocietySettings, Double> & Sendable,
        _ range: ClosedRange<Double>,
        _ summary: String,
        _ source: String = assumption
    ) -> Setting {
        Setting(section: section, name: name, summary: summary, range: range, source: source, place: .number(path))
    }

    static func count(
        _ section: String,
        _ name: String,
        _ path: any WritableKeyPath<SocietySettings, Int> & Sendable,
        _ range: ClosedRange<Double>,
        _ summary: String,
        _ source: String = assumption
    ) -> Setting {
        Setting(section: section, name: name, summary: summary, range: range, source: source, place: .count(path))
    }
}
