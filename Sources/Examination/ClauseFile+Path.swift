// SPDX-License-Identifier: Apache-2.0
public import Instrument
internal import Measures
internal import Notation

extension ClauseFile {
    /// Reads a rule-book.
    ///
    /// - Parameter path: A file of clauses in YAML.
    /// - Throws: `InputError` that names the file, with a line for each problem of its text.
    public init(path: String) throws(InputError) {
        let text = try InputFile.text(path, what: "a file of clauses in YAML")
        let measures = Dictionary(
            MeasureCatalogue.all.map { ($0.card.name, $0.card.figures) },
            uniquingKeysWith: { first, _ in first }
        )
        do throws(Problems) {
            try self.init(text, file: path, measures: measures)
        } catch {
            throw InputError(.bad, error.description)
        }
    }
}
