// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument
internal import Measures
internal import Recipes

/// From a recipe to a record: what both `examine` and `reproduce` do.
struct ExaminationJob {
    let recipe: Recipe
    /// Where the data lie.
    let folder: String
    let rules: RulesInForce?
    let options: InferenceOptions

    /// Plans before anything is read, then reads, then measures.
    func record() async throws -> ExaminationRecord {
        let run = try ExaminationRun(
            recipe,
            rules: rules,
            inference: options.inference,
            tool: Euthyna.tool
        )
        let line = ProgressLine(isQuiet: options.quiet)
        defer { line.end() }
        let progress = line.reading(of: RecordingReader.bytes(of: recipe, in: folder))
        let reader = RecordingReader(recipe, folder: folder, threads: options.threadCount, progress: progress)
        return try await run.record(try await reader.read()) { line.tell($0) }
    }
}
