// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Foundation
internal import Instrument
internal import Rankers
internal import Society

/// From the names of two rankers and a clause to a record of what was found.
struct HuntJob {
    let subject: String
    let reference: String
    let clause: String
    let instrument: String?
    let day: Day?
    let options: HuntOptions

    /// The rule-book where nobody names one.
    static let usual = "Instrument"

    /// Reads the clause, hunts, and puts down what was found.
    func record() async throws -> HuntRecord {
        // What is wrong with the order is said before anything is run.
        let rankers = try [subject, reference].map { try SocietyOptions.ranker($0, seed: options.seed) }
        guard subject != reference else {
            throw UsageError("\(subject) is compared with itself; name another ranker with --against")
        }
        let settings = try options.settings()
        let run = HuntRun(
            try target(),
            subject: rankers[0],
            reference: rankers[1],
            settings: settings,
            seed: options.seed,
            tool: Euthyna.tool
        )
        let line = ProgressLine(isQuiet: options.quiet)
        line.beginHunt()
        defer { line.end() }
        return try await run.record { line.tell($0) }
    }

    private func target() throws -> HuntTarget {
        guard instrument != nil || FileManager.default.fileExists(atPath: Self.usual) else {
            throw UsageError(
                "--clause \(clause) is a clause of a rule-book, and there is no folder \(Self.usual) here; name the rule-book with --instrument"
            )
        }
        let rules = RulesInForce(try RuleBookFiles(path: instrument ?? Self.usual).edition([], asOf: day))
        do throws(HuntRefusal) {
            return try HuntTarget(clause, in: rules)
        } catch {
            throw UsageError(error.description)
        }
    }
}
