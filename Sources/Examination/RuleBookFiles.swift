// SPDX-License-Identifier: Apache-2.0
private import Foundation
public import Instrument
internal import Measures
internal import Notation

/// A rule-book with the place it was read from: fixtures of its examples lie beside it.
public struct RuleBookFiles: Sendable {
    /// More files, or more bytes altogether, are refused.
    private static let most = (files: 2_000, bytes: 32 << 20)

    /// What it says.
    public let ruleBook: RuleBook
    /// The folder it lies in.
    public let folder: String

    /// Reads a rule-book.
    ///
    /// - Parameter path: A Markdown file, or a folder whose files `*.md` are read in the order of their names (README.md left aside).
    /// - Throws: `InputError` that names the files, with a line for each problem of their text.
    public init(path: String) throws(InputError) {
        let isFolder = InputFile.isFolder(path)
        folder = isFolder ? path : InputFile.folder(of: path)
        let paths =
            isFolder ? try Self.files(in: path, endings: ["md"], what: "a rule-book, Markdown files (.md)") : [path]
        let sources = try Self.sources(paths, what: "a rule-book in Markdown")
        let measures = Dictionary(
            MeasureCatalogue.all.map { ($0.card.name, $0.card.figures) },
            uniquingKeysWith: { first, _ in first }
        )
        do throws(Problems) {
            ruleBook = try RuleBook(sources, measures: measures)
        } catch {
            let prefix =
                isFolder ? path + (path.hasSuffix("/") ? "" : "/") : String(path.dropLast(Self.name(path).count))
            throw InputError(.bad, Self.shortened(error.list.map { prefix + $0.description }))
        }
    }

    /// The rule-book as it stands on a day, with the values that signatories agreed on where positions are named.
    ///
    /// - Parameters:
    ///   - positions: Files in YAML or JSON, and folders of them; none for the values of the text.
    ///   - day: Whose values hold; the day of the rule-book where nothing is said.
    /// - Returns: The edition.
    /// - Throws: `InputError` with a line for each problem of all positions.
    public func edition(_ positions: [String], asOf day: Day?) throws(InputError) -> Edition {
        let day = day ?? ruleBook.date
        return Edition(
            ruleBook,
            asOf: day,
            positions: positions.isEmpty ? nil : try self.positions(positions, asOf: day)
        )
    }

    /// Reads the positions of signatories.
    ///
    /// - Parameters:
    ///   - paths: Files in YAML or JSON, and folders of them.
    ///   - day: The day whose proposal fills what a position does not state; the day of the rule-book where nothing is said.
    /// - Returns: The positions in the order of the files, and the files for their digests.
    /// - Throws: `InputError` with a line for each problem of all of them.
    public func positions(
        _ paths: [String],
        asOf day: Day? = nil
    ) throws(InputError) -> (positions: [Position], sources: [RuleBook.Source]) {
        let reader = PositionReader(ruleBook, day ?? ruleBook.date)
        return try positions(paths) { _ in reader }
    }

    /// Follows an instrument through time: each position is read as the text stood when it was ratified, and what came into force is
    /// what the text asked for that day.
    ///
    /// - Parameter paths: Positions, files in YAML or JSON, and folders of them.
    /// - Returns: The treaty, in the vocabulary of the day it came into force.
    /// - Throws: `InputError` with a line for each problem of all of them.
    public func treaty(_ paths: [String]) throws(InputError) -> Treaty {
        var readers: [Day: PositionReader] = [:]
        let positions = try positions(paths) { day in
            let day = day ?? ruleBook.date
            if let reader = readers[day] { return reader }
            let reader = PositionReader(ruleBook, day)
            readers[day] = reader
            return reader
        }.positions
        let entry = ruleBook.head.entry
        let start = Treaty(Vocabulary([]), positions, entry: entry).force
        return Treaty(ruleBook.vocabulary(asOf: start ?? ruleBook.date), positions, entry: entry)
    }

    private func positions(
        _ paths: [String],
        reader: (Day?) -> PositionReader
    ) throws(InputError) -> (positions: [Position], sources: [RuleBook.Source]) {
        var files: [String] = []
        for path in paths {
            files +=
                InputFile.isFolder(path)
                ? try Self.files(in: path, endings: ["yaml", "yml", "json"], what: "positions (.yaml, .json)") : [path]
        }
        let sources = try Self.sources(files, what: "a position in YAML or JSON")
        var positions: [Position] = []
        var problems: [String] = []
        var owners: [String: String] = [:]
        for (path, source) in zip(files, sources) {
            do throws(Problems) {
                let position = try Position(source.text, file: path, reader: reader)
                if let other = owners.updateValue(path, forKey: position.signatory.lowercased()) {
                    problems.append(
                        "\(path):1: the position of \"\(position.signatory)\" is in \(other), too; one file a signatory"
                    )
                }
                positions.append(position)
            } catch {
                problems += error.list.map(\.description)
            }
        }
        guard problems.isEmpty else { throw InputError(.bad, Self.shortened(problems)) }
        return (positions, sources)
    }

    /// So many lines that somebody can read them.
    private static func shortened(_ problems: [String]) -> String {
        let most = 100
        let rest = problems.count > most ? "\nand \(problems.count - most) more" : ""
        return problems.prefix(most).joined(separator: "\n") + rest
    }

    private static func files(in folder: String, endings: [String], what: String) throws(InputError) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let found = names.filter { name in
            !name.hasPrefix(".") && name != "README.md" && endings.contains { name.lowercased().hasSuffix("." + $0) }
        }
        guard !found.isEmpty else { throw InputError(.missing, "\(folder): holds no file; \(what) were expected") }
        guard found.count <= most.files else {
            throw InputError(.bad, "\(folder): holds \(found.count) files; \(most.files) are the most")
        }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        return found.sorted().map { base + $0 }
    }

    private static func sources(_ paths: [String], what: String) throws(InputError) -> [RuleBook.Source] {
        var sources: [RuleBook.Source] = []
        var bytes = 0
        for path in paths {
            let text = try InputFile.text(path, what: what, largest: YAMLText.largestText)
            bytes += text.utf8.count
            guard bytes <= most.bytes else {
                throw InputError(.bad, "\(path): these files hold more than \(most.bytes >> 20) MiB altogether")
            }
            sources.append(RuleBook.Source(name: name(path), text: text))
        }
        return sources
    }

    private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
