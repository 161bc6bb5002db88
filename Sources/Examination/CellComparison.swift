// SPDX-License-Identifier: Apache-2.0
internal import Measures
internal import Recipes

/// Puts the figures of a publication beside ours.
struct CellComparison {
    private let recording: Recording
    private let results: [String: AnalysisResult]

    init(_ recording: Recording, _ results: [AnalysisResult]) {
        self.recording = recording
        self.results = Dictionary(results.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func cells() -> [CellResult] { recording.published.map { compare($0) } }

    private func compare(_ cell: PublishedCell) -> CellResult {
        let result = results[cell.analysis]
        let figure = result?.reading[cell.figure]
        let value = figure.flatMap { Self.value(cell.part, of: $0) }.map { $0 * cell.scale }
        let printed = cell.published.flatMap { PrintedNumber($0) }
        let tolerance = cell.tolerance ?? printed.map { .decimals($0.decimals) } ?? .exact
        var compared = CellResult(
            label: cell.label,
            published: cell.published,
            recomputed: value,
            difference: value.flatMap { value in printed.map { value - $0.value } },
            agreement: Self.agreement(value, printed, cell, tolerance),
            tolerance: Self.words(tolerance),
            decimals: Self.decimals(tolerance, printed, value),
            source: "\(cell.analysis).\(cell.figure)",
            figure: cell.part == .estimate ? figure : nil,
            scale: cell.scale,
            note: cell.note,
            alternatives: []
        )
        if compared.note == nil { compared.note = Self.reason(cell, result, figure, value, printed) }
        compared.alternatives = (result?.alternatives ?? []).map { alternative in
            let other = alternative.figures.first { $0.key == cell.figure }.flatMap { Self.value(cell.part, of: $0) }
            return CellResult.AlternativeValue(label: alternative.label, value: other.map { $0 * cell.scale })
        }
        return compared
    }

    /// Why a cell has no value, or nothing to compare it with.
    private static func reason(
        _ cell: PublishedCell,
        _ result: AnalysisResult?,
        _ figure: Figure?,
        _ value: Double?,
        _ printed: PrintedNumber?
    ) -> String? {
        guard let figure else { return result.map { $0.failure ?? $0.reading.lacks(cell.figure, of: cell.analysis) } }
        if value == nil { return figure.note ?? "\(cell.analysis).\(cell.figure) has no \(cell.part.rawValue)" }
        if let published = cell.published, printed == nil, cell.expected == nil {
            return "\"\(published)\" holds no number: state what is expected"
        }
        return nil
    }

    private static func value(_ part: PublishedCell.Part, of figure: Figure) -> Double? {
        switch part {
        case .estimate: figure.value
        case .lower: figure.uncertainty?.lower
        case .upper: figure.uncertainty?.upper
        case .pValue: figure.pValue
        }
    }

    private static func agreement(
        _ value: Double?,
        _ printed: PrintedNumber?,
        _ cell: PublishedCell,
        _ tolerance: PublishedCell.Tolerance
    ) -> CellResult.Agreement {
        guard let value else { return .unexpected }
        if let expected = cell.expected, !isEqual(value, expected, tolerance) { return .unexpected }
        guard let printed else {
            // A print without a number says nothing that could be held against ours, unless the recipe says what it means.
            return cell.published == nil ? .own : cell.expected == nil ? .unexpected : .agrees
        }
        // A stated tolerance is for what is expected, and for the print where nothing is; else its digits are the tolerance.
        let isByDigits = cell.tolerance == nil || cell.expected != nil
        if isByDigits && printed.matches(value) || isEqual(value, printed.value, tolerance) { return .agrees }
        return cell.agrees ? .unexpected : .differs
    }

    private static func isEqual(_ left: Double, _ right: Double, _ tolerance: PublishedCell.Tolerance) -> Bool {
        switch tolerance {
        case .exact: left == right
        case .within(let distance): (left - right).magnitude <= distance
        case .decimals(let decimals): PrintedNumber.rounded(left, decimals) == PrintedNumber.rounded(right, decimals)
        }
    }

    private static func words(_ tolerance: PublishedCell.Tolerance) -> String {
        switch tolerance {
        case .exact: "exact"
        case .within(let distance): "within \(distance)"
        case .decimals(let decimals): decimals == 0 ? "rounded to a whole number" : "rounded to \(decimals) decimals"
        }
    }

    private static func decimals(_ tolerance: PublishedCell.Tolerance, _ printed: PrintedNumber?, _ value: Double?)
        -> Int
    {
        var decimals = printed?.decimals ?? 0
        switch tolerance {
        case .exact: if let value, value != value.rounded() { decimals = max(decimals, 6) }
        case .within(let distance):
            var step = 1.0
            var needed = 0
            while step > distance * 2, needed < 12 { (step, needed) = (step / 10, needed + 1) }
            decimals = max(decimals, needed)
        case .decimals(let stated): decimals = max(decimals, stated)
        }
        return decimals
    }
}
