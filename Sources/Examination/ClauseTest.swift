// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Measures

/// Holds what one analysis found against one clause.
struct ClauseTest {
    private let application: Application
    private let clause: Clause
    private let plan: AnalysisPlan
    private let isPinned: Bool

    /// A test; `isPinned` says whether all files carry the digests the recipe states.
    init(_ application: Application, _ plan: AnalysisPlan, isPinned: Bool) {
        self.application = application
        clause = application.clause
        self.plan = plan
        self.isPinned = isPinned
    }

    func finding(_ result: AnalysisResult, _ sample: Sample, _ inference: Inference) async -> Finding {
        let figure = result.reading[clause.figure]
        var finding = Finding(
            id: "\(clause.id)/\(result.id)",
            clause: clause,
            verdict: Self.verdict(clause, figure),
            reason: nil,
            analysis: result.id,
            analysisTitle: result.title,
            measureVersion: plan.card.version,
            figure: figure,
            references: references(result),
            clusters: result.reading.clusters,
            rows: result.rows,
            severity: 0,
            symmetryCheck: nil,
            assurance: isPinned ? .sampled : .documented
        )
        if finding.verdict == .notDetermined { finding.reason = reason(result, figure, inference) }
        finding.exceptions = application.exceptions
        finding.undecided = application.undecided
        finding.referenceArm = result.arms?.reference
        if clause.isSymmetric, let check = await symmetryCheck(sample, inference, finding.verdict) {
            finding.symmetryCheck = check
            if check.verdictChanged {
                finding.verdict = .notDetermined
                finding.reason =
                    "the verdict changed when the parts exchanged their names: a defect of the measure, please report it"
            }
        }
        if let reason = plan.lacksReference(for: clause) {
            finding.verdict = .notDetermined
            finding.reason = reason
        }
        if clause.isSymmetric || clause.reads.contains(.partition), plan.choosesParts {
            finding.verdict = .notDetermined
            finding.reason =
                "the analysis keeps the rows of chosen parts only, so the clause would bind one part and not all alike"
        }
        if finding.verdict == .notMet, let estimate = figure?.value {
            finding.severity = clause.criterion.severity(of: estimate)
        }
        return finding
    }

    /// The levels behind a contrast: "gini/reference" behind "gini/difference".
    private func references(_ result: AnalysisResult) -> [Finding.Reference] {
        let level =
            clause.figure.hasSuffix("/difference") ? String(clause.figure.dropLast("/difference".count)) : clause.figure
        return [("reference", result.arms?.reference), ("subject", result.arms?.subject)].compactMap { arm, name in
            result.reading["\(level)/\(arm)"]?.value.map { Finding.Reference(name: name ?? arm, estimate: $0) }
        }
    }

    private static func verdict(_ clause: Clause, _ figure: Figure?) -> Verdict {
        if clause.rule == .eValue {
            // Whether all pairs were seen that a plan asked for is not part of a recording.
            return figure?.eValue.map { clause.criterion.verdict(eValue: $0, isPlanComplete: false) } ?? .notDetermined
        }
        guard let uncertainty = figure?.uncertainty, figure?.value != nil else { return .notDetermined }
        return clause.criterion.verdict(lower: uncertainty.lowerLimit, upper: uncertainty.upperLimit)
    }

    private func reason(_ result: AnalysisResult, _ figure: Figure?, _ inference: Inference) -> String {
        if let failure = result.failure { return failure }
        guard let figure else { return "\(plan.card.name) gave no figure \"\(clause.figure)\" for this recording" }
        if figure.value == nil { return figure.note ?? "the figure is undefined for this recording" }
        if figure.uncertainty == nil {
            let isFew = result.reading.clusters < inference.leastUnits
            return figure.note
                ?? (isFew
                    ? "there is no interval: too few independent units"
                    : "there is no interval: \(plan.card.name) counts \(clause.figure) without sampling, which decides nothing")
        }
        if clause.rule == .eValue { return "the clause asks for an e-value, and \(plan.card.name) gives limits" }
        let across = "the interval reaches across the bound"
        let undecided = UndecidedFinding(
            clause.criterion,
            figure,
            units: result.reading.clusters,
            confidence: inference.confidence
        )
        return across + (undecided.map { "; " + $0.words(unit: result.unit) } ?? "; a larger recording would narrow it")
    }

    /// Measures again under other names of the parts: all of them up to four parts, else a drawn choice.
    private func symmetryCheck(
        _ sample: Sample,
        _ inference: Inference,
        _ verdict: Verdict
    ) async -> Finding.SymmetryCheck? {
        let relabellings = Relabelling.choices(for: sample, inference.random)
        guard !relabellings.isEmpty else { return nil }
        var check = Finding.SymmetryCheck(permutations: 0, verdictChanged: false)
        for relabelling in relabellings {
            // A measure that refuses under other names decides nothing under them.
            let reading = try? await plan.measure.read(relabelling.applied(to: sample), inference)
            check.permutations += 1
            if Self.verdict(clause, reading?[clause.figure]) != verdict { check.verdictChanged = true }
        }
        return check
    }

    /// The finding on a clause that does not bind, or that no analysis speaks to.
    static func withoutAnalysis(_ application: Application) -> Finding {
        let clause = application.clause
        var finding = Finding(
            id: clause.id,
            clause: clause,
            verdict: application.reasonNotToApply == nil ? .notDetermined : .notApplicable,
            reason: application.reasonNotToApply ?? missing(clause),
            analysis: nil,
            analysisTitle: nil,
            measureVersion: nil,
            figure: nil,
            references: [],
            clusters: 0,
            rows: 0,
            severity: 0,
            symmetryCheck: nil,
            assurance: .declared
        )
        finding.exceptions = application.exceptions
        finding.undecided = application.undecided
        return finding
    }

    /// What keeps a clause from being determined, and what it would take.
    private static func missing(_ clause: Clause) -> String {
        guard MeasureCatalogue.named(clause.measure) != nil else {
            let takes = clause.evidence.isEmpty ? "" : "; it takes \(clause.evidence.joined(separator: ", "))"
            let access = clause.access == .outside ? "" : " (access \(clause.access.rawValue))"
            return "this version does not compute \(clause.measure)\(takes)\(access)"
        }
        return clause.analyses.isEmpty
            ? "no analysis of this recording computes \(clause.measure)"
            : "this recording has no analysis \(clause.analyses.joined(separator: ", ")), which the clause names, for "
                + clause.measure
    }
}
