internal import Evidence
// SPDX-License-Identifier: Apache-2.0
private import Foundation
internal import Instrument
internal import Measures
internal import Notation
internal import Recipes

extension RuleBookFiles {
    /// Measures the recordings that lie beside the rule-book as examples, and looks whether its articles decide them as the text says.
    ///
    /// - Parameter replicates: Bootstrap draws, at least 100.
    /// - Throws: `InputError` with a line for each example that cannot be measured or has another verdict than the text says.
    public func checkRecordings(replicates: Int) async throws {
        var problems: [Problem] = []
        for article in ruleBook.articles {
            for example in article.examples {
                guard case .recording(let path) = example.evidence,
                    let clause = article.clause(asOf: ruleBook.date)
                else { continue }
                let message: String?
                do {
                    let found = try await verdict(of: article, clause, path, example.circumstances, replicates)
                    message = found == example.verdict ? nil : "is \(found.rawValue), not \(example.verdict.rawValue)"
                } catch let error as CancellationError {
                    throw error
                } catch {
                    message = "cannot be measured: \(error)"
                }
                guard let message else { continue }
                problems.append(
                    Problem(
                        file: folder + "/" + clause.file,
                        line: example.line,
                        message:
                            "\(article.label), \(clause.title) {#\(clause.id)}: the case \"\(example.title.prefix(80))\" \(message)"
                    )
                )
            }
        }
        guard problems.isEmpty else { throw InputError(.bad, Problems(problems).description) }
    }

    private func verdict(
        of article: Article,
        _ clause: Clause,
        _ path: String,
        _ circumstances: Circumstances,
        _ replicates: Int
    ) async throws -> Verdict {
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
            throw InputError(.bad, "\(path): a recording of an example lies below the rule-book")
        }
        let place = folder + "/" + path
        guard FileManager.default.fileExists(atPath: place) else {
            throw InputError(.missing, "\(place): there is no such file")
        }
        let (recipe, data) = try await RecordingDescription.recipe(forFiles: [place])
        var edition = ruleBook
        edition.articles = [article]
        let run = try ExaminationRun(
            recipe,
            rules: RulesInForce(Edition(edition, asOf: ruleBook.date), in: circumstances),
            inference: Inference(replicates: replicates, seed: 1, confidence: ruleBook.head.confidence, threads: 1),
            tool: ""
        )
        let recording = try await RecordingReader(recipe, folder: data, threads: 1).read()
        return try await run.record(recording).clauseVerdicts.first?.verdict ?? .notDetermined
    }
}
