// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Measures

/// How the values of one clause are said: all of a kind with as many decimals as the finest of them needs, so that 1.1 and 1.25
/// stand below each other as 1.10 and 1.25.
struct ClauseWords {
    let clause: Clause
    private let styles: [Parameter: NumberStyle]

    /// Words for an entry.
    ///
    /// - Parameters:
    ///   - entry: The article with its values, and with all those that signatories hold.
    ///   - edition: Its rule-book knows the unit of the measure.
    init(_ entry: Edition.Entry, in edition: Edition) {
        clause = entry.clause
        var values: [Parameter: [Double]] = [:]
        func note(_ parameter: Parameter, _ value: Value?) {
            if let number = value?.number {
                values[parameter == .limit ? .bound : parameter, default: []].append(number)
            }
        }
        let proposal = entry.article.clause(asOf: edition.day)
        for clause in [entry.clause, proposal].compactMap(\.self) {
            for (parameter, value) in clause.terms { note(parameter, value) }
        }
        for derived in entry.derived?.parameters ?? [] {
            for rung in derived.ladder { note(derived.parameter, rung.value) }
        }
        let isShare = clause.rule == .limits && edition.ruleBook.unit(of: clause.measure) == "share"
        styles = Dictionary(
            uniqueKeysWithValues: values.map { parameter, numbers in
                (
                    parameter,
                    Self.style(numbers, isShare: parameter == .bound ? isShare : Self.shares.contains(parameter))
                )
            }
        )
    }

    /// Parameters that are shares or probabilities.
    private static let shares: [Parameter] = [.alteredShare, .detectionProbability]

    private static func style(_ values: [Double], isShare: Bool) -> NumberStyle {
        let exact = NumberStyle(scale: isShare ? 100 : 1, decimals: 0)
        let decimals = values.map { value in exact.exact(value).split(separator: ".").dropFirst().first?.count ?? 0 }
        return NumberStyle(
            scale: isShare ? 100 : 1,
            decimals: decimals.max() ?? 0,
            suffix: isShare ? "\u{202F}%" : ""
        )
    }

    /// A value: "1.40", "0.10 %", "feed, search".
    func text(_ parameter: Parameter, _ value: Value) -> String {
        switch value {
        case .set(let elements): elements.isEmpty ? "none" : elements.sorted().joined(separator: ", ")
        case .number(let number): text(parameter, number)
        }
    }

    private func text(_ parameter: Parameter, _ number: Double) -> String {
        guard let style = styles[parameter == .limit ? .bound : parameter] else { return NumberStyle.plain(number) }
        // Far more decimals than a table can show are written as a power of ten.
        return style.decimals <= 6 ? style.text(number) : style.exact(number)
    }

    /// A number in the unit of the bound.
    func bound(_ number: Double) -> String { text(.bound, number) }

    /// A measured number in the unit of the bound, with all its digits.
    func measuredText(_ number: Double) -> String { (styles[.bound] ?? NumberStyle(decimals: 0)).exact(number) }

    /// What is asked for: "at most 1.40, tolerated up to 1.55".
    func asked(_ criterion: Criterion) -> String {
        let isMost = criterion.direction == .atMost
        if clause.rule == .eValue { return "an e-value below \(bound(criterion.bound))" }
        let asked = (isMost ? "at most " : "at least ") + bound(criterion.bound)
        guard criterion.limit != criterion.bound else { return asked }
        return "\(asked), tolerated \(isMost ? "up" : "down") to \(bound(criterion.limit))"
    }

    /// What a value of bound or limit is called in a sentence: "at most 1.40".
    func phrase(_ parameter: Parameter, _ value: Value) -> String {
        guard clause.rule == .limits else { return text(parameter, value) }
        let isMost = clause.criterion.direction == .atMost
        switch parameter {
        case .bound: return (isMost ? "at most " : "at least ") + text(parameter, value)
        case .limit: return (isMost ? "tolerated up to " : "tolerated down to ") + text(parameter, value)
        default: return text(parameter, value)
        }
    }

    /// The parameters beside bound and limit, with their values.
    var others: [(parameter: Parameter, text: String)] {
        clause.parameters.sorted { $0.key < $1.key }.map { ($0.key, text($0.key, $0.value)) }
    }

    /// What is measured: "spread of amplification".
    var measured: String { clause.figure.isEmpty ? clause.measure : "\(clause.figure) of \(clause.measure)" }
}

extension RuleBook {
    /// The unit of a measure of the vocabulary or of the program; empty where neither knows it.
    func unit(of measure: String) -> String {
        measures.first { $0.name == measure }?.unit ?? MeasureCatalogue.named(measure)?.card.unit ?? ""
    }
}

extension String {
    /// With a capital at its beginning.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
