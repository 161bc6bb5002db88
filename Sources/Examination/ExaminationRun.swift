// SPDX-License-Identifier: Apache-2.0
public import Instrument
public import Measures
public import Notation
public import Recipes
public import Statistics

/// Carries out an examination: reads the sample of each analysis, measures it, and holds it against the clauses.
public struct ExaminationRun: Sendable {
    /// Something worth telling whoever waits.
    public enum Stage: Sendable {
        /// An analysis or one of its alternatives begins.
        case analysis(Int, of: Int, title: String)
    }

    private let tool: String
    private let recipe: Recipe
    private let rules: RulesInForce?
    private let inference: Inference
    private let plans: [AnalysisPlan]

    /// Plans an examination before any data are read.
    ///
    /// - Parameters:
    ///   - recipe: What to analyse.
    ///   - rules: The rules to hold it against.
    ///   - inference: How clusters become intervals; limits are at the confidence of the rules where there are any.
    ///   - tool: The program and its version, for the record.
    ///   - looks: When evidence that still grows is looked at, at the confidence of the rules; each look gets its part of what may be
    ///     wrong.
    /// - Throws: `Problems`, each with file and line: unknown measures and parameters, missing roles.
    public init(_ recipe: Recipe, rules: RulesInForce?, inference: Inference, tool: String, looks: PlannedLooks? = nil)
        throws(Problems)
    {
        self.recipe = recipe
        self.rules = rules
        self.tool = tool
        var inference = inference
        if let rules { inference.confidence = rules.head.confidence }
        if let looks { inference.confidence = looks.confidenceOfEach }
        self.inference = inference
        var problems: [Problem] = []
        var plans: [AnalysisPlan] = []
        for analysis in recipe.analyses {
            if let plan = AnalysisPlan.make(analysis, in: recipe.file, &problems) { plans.append(plan) }
        }
        self.plans = plans
        guard problems.isEmpty else { throw Problems(problems) }
    }

    /// Measures a recording.
    ///
    /// - Parameters:
    ///   - recording: The tables of the recipe this run was planned for.
    ///   - tell: Called when an analysis begins.
    /// - Returns: The record. An analysis whose measure refuses its sample is in it with the reason.
    /// - Throws: `ExaminationError` where the recipe asks for rows or columns that the data do not have.
    public func record(
        _ recording: Recording,
        tell: @Sendable (Stage) -> Void = { _ in }
    ) async throws(ExaminationError) -> ExaminationRecord {
        var results: [AnalysisResult] = []
        var findings: [Finding] = []
        for (index, plan) in plans.enumerated() {
            tell(.analysis(index + 1, of: plans.count, title: plan.analysis.title))
            let sample = try SampleBuilder(recording, plan.analysis).sample()
            var result = await plan.result(sample, inference)
            for alternative in plan.alternatives {
                result.alternatives.append(await alternative.line(recording, inference, headline: result.headline))
            }
            for application in rules?.clauses ?? [] where isHeld(plan, against: application) {
                let test = ClauseTest(application, plan, isPinned: recording.files.allSatisfy(\.isPinned))
                findings.append(await test.finding(result, sample, inference))
            }
            results.append(result)
        }
        for application in rules?.clauses ?? []
        where !findings.contains(where: { $0.clause.id == application.clause.id }) {
            findings.append(ClauseTest.withoutAnalysis(application))
        }
        return ExaminationRecord(
            tool: tool,
            recording: RecordingSummary(recording),
            inference: InferenceSummary(
                seed: inference.random.seed,
                replicates: inference.replicates,
                confidence: inference.confidence,
                method: inference.method.rawValue
            ),
            analyses: results,
            cells: CellComparison(recording, results).cells(),
            instrument: rules.map { InstrumentSummary($0) },
            findings: FindingFamily.adjusted(inOrder(findings), confidence: inference.confidence)
        )
    }

    /// Whether an analysis is held against a clause: one that lacks the reference is left aside where another has it, unless the
    /// clause names it.
    private func isHeld(_ plan: AnalysisPlan, against application: Application) -> Bool {
        guard plan.isBound(by: application) else { return false }
        let clause = application.clause
        guard clause.analyses.isEmpty, plan.lacksReference(for: clause) != nil else { return true }
        return !plans.contains { $0.isBound(by: application) && $0.lacksReference(for: clause) == nil }
    }

    /// Findings in the order of their clauses, those of one clause in the order of the analyses.
    private func inOrder(_ findings: [Finding]) -> [Finding] {
        (rules?.clauses ?? []).flatMap { application in findings.filter { $0.clause.id == application.clause.id } }
    }
}
