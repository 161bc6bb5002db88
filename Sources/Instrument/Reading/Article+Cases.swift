// SPDX-License-Identifier: Apache-2.0
internal import Notation

extension Article {
    /// What stands before a problem that is in the article: "Article 16, Equal voice {#ev-3}: ".
    package var place: String { "\(label), \(clause.title) {#\(clause.id)}: " }

    /// Cases whose evidence is none that the clause looks at.
    func misplacedEvidence() -> [Problem] {
        examples.compactMap { example in
            let message: String?
            switch (example.evidence, clause.rule) {
            case (.eValue, .limits): message = "eValue is evidence for a clause with \"rule: e-value\" only"
            case (.limits, .eValue), (.counted, .eValue), (.census, .eValue):
                message = "a clause with \"rule: e-value\" looks at evidence of the kind eValue only"
            case (.recording, _) where clause.figure.isEmpty && !clause.measure.isEmpty:
                message = "a recording is measured for a measure of the program only, and \(clause.measure) is none yet"
            default: message = nil
            }
            return message.map { Problem(file: clause.file, line: example.line, message: $0) }
        }
    }

    /// Cases that the article decides otherwise than its text says, recordings left aside.
    func contradictions(confidence: Double, on day: Day) -> [Problem] {
        // A clause that is not in force yet is tested with the values it begins with.
        let day = bound.value(asOf: day) == nil ? bound.changes.first?.from ?? day : day
        guard let clause = clause(asOf: day) else { return [] }
        return examples.compactMap { example in
            guard let found = verdict(of: example, clause, confidence: confidence), found != example.verdict else {
                return nil
            }
            return Problem(
                file: clause.file,
                line: example.line,
                message:
                    "the case \"\(example.title.prefix(80))\" is \(found.rawValue), not \(example.verdict.rawValue)"
            )
        }
    }

    /// What the article says to a case; `nil` for a recording that would have to be measured.
    public func verdict(of example: Example, _ clause: Clause, confidence: Double) -> Verdict? {
        let application = application(of: clause, in: example.circumstances)
        if application.reasonNotToApply != nil { return .notApplicable }
        return example.verdict(of: application.clause, confidence: confidence)
    }
}
