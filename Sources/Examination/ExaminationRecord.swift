// SPDX-License-Identifier: Apache-2.0
internal import Instrument

/// Everything one examination found: what was read, what was measured, what that says about each clause.
///
/// It holds no time of day, no path outside the recording and no number that depends on the machine, so that the same inputs
/// give the same bytes.
public struct ExaminationRecord: Sendable, Equatable {
    /// The program and its version.
    public var tool: String
    /// What was read.
    public var recording: RecordingSummary
    /// How clusters became intervals.
    public var inference: InferenceSummary
    /// One entry an analysis of the recipe, in its order.
    public var analyses: [AnalysisResult]
    /// Figures of the publication beside ours.
    public var cells: [CellResult]
    /// The rule-book, where there was one.
    public var instrument: InstrumentSummary?
    /// One entry a clause and analysis.
    public var findings: [Finding]
    /// The simulated society that the evidence is from; `nil` for a recording.
    public var society: SocietySummary?
    /// How the subject differs from the reference in what it does, where the two were to be compared.
    public var differences: [BehaviourDifference] = []

    /// Puts a record together.
    public init(
        tool: String,
        recording: RecordingSummary,
        inference: InferenceSummary,
        analyses: [AnalysisResult],
        cells: [CellResult],
        instrument: InstrumentSummary?,
        findings: [Finding]
    ) {
        self.tool = tool
        self.recording = recording
        self.inference = inference
        self.analyses = analyses
        self.cells = cells
        self.instrument = instrument
        self.findings = findings
    }

    /// How a program that asked ends: 1 where a clause is not met, else 2 where one could not be determined, else 0.
    public var exitCode: Int32 {
        if findings.contains(where: { $0.verdict == .notMet }) { return 1 }
        return findings.contains { $0.verdict == .notDetermined } ? 2 : 0
    }
}
