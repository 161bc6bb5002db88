// SPDX-License-Identifier: Apache-2.0
internal import Evidence
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
        for (path, cases) in cases {
            do {
                let verdicts = try await verdicts(path, cases, replicates)
                for (one, found) in zip(cases, verdicts) where found != one.example.verdict {
                    problems.append(problem(one, "is \(found.rawValue), not \(one.example.verdict.rawValue)"))
                }
            } catch let error as CancellationError {
                throw error
            } catch {
                problems += cases.map { problem($0, "cannot be measured: \(error)") }
            }
        }
        guard problems.isEmpty else { throw InputError(.bad, Problems(problems).description) }
    }

    /// An example that is a recording, with its article.
    private typealias Case = (article: Article, clause: Clause, example: Example)

    /// The examples that are recordings, by recording: each is read once.
    private var cases: [(path: String, cases: [Case])] {
        var found: [(path: String, cases: [Case])] = []
        for article in ruleBook.articles {
            for example in article.examples {
                guard case .recording(let path) = example.evidence, let clause = article.clause(asOf: ruleBook.date)
                else { continue }
                if let index = found.firstIndex(where: { $0.path == path }) {
                    found[index].cases.append((article, clause, example))
                } else {
                    found.append((path, [(article, clause, example)]))
                }
            }
        }
        return found
    }

    private func problem(_ one: Case, _ message: String) -> Problem {
        Problem(
            file: folder + "/" + one.clause.file,
            line: one.example.line,
            message: one.article.place + "the case \"\(one.example.title.prefix(80))\" \(message)"
        )
    }

    private func verdicts(_ path: String, _ cases: [Case], _ replicates: Int) async throws -> [Verdict] {
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
            throw InputError(.bad, "\(path): a recording of an example lies below the rule-book")
        }
        let place = folder + "/" + path
        guard FileManager.default.fileExists(atPath: place) else {
            throw InputError(.missing, "\(place): there is no such file")
        }
        // A link may not lead out of the folder either.
        let inside = URL(filePath: folder).resolvingSymlinksInPath().path
        guard URL(filePath: place).resolvingSymlinksInPath().path.hasPrefix(inside + "/") else {
            throw InputError(.bad, "\(path): is a link out of the folder of the rule-book")
        }
        var (recipe, data) = try await RecordingDescription.recipe(forFiles: [place])
        let measures = Set(cases.map(\.clause.measure))
        recipe.analyses.removeAll { !measures.contains($0.measure) }
        let recording = try await RecordingReader(recipe, folder: data, threads: 1).read()
        var verdicts: [Verdict] = []
        for one in cases {
            var own = ruleBook
            own.articles = [one.article]
            var plan = recipe
            plan.analyses.removeAll { $0.measure != one.clause.measure }
            let run = try ExaminationRun(
                plan,
                rules: RulesInForce(Edition(own, asOf: ruleBook.date), in: one.example.circumstances),
                inference: Inference(replicates: replicates, seed: 1, confidence: ruleBook.head.confidence, threads: 1),
                tool: ""
            )
            verdicts.append(try await run.record(recording).clauseVerdicts.first?.verdict ?? .notDetermined)
        }
        return verdicts
    }
}
