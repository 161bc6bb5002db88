// SPDX-License-Identifier: Apache-2.0
private import Foundation
public import Instrument

/// The folder an instrument leaves behind: the page, the canonical JSON, CSV twins, and exports for other programs.
public enum InstrumentFolder {
    /// Names that a folder may hold, whether an edition fills them or not.
    private static let optional = [
        "derivation.json", "ladder.csv", OSCALCatalog.file, OSCALProfile.file, OSCALMapping.file,
    ]

    /// The files of an edition: name and text, the page last.
    public static func files(of edition: Edition, tool: String) -> [(name: String, text: String)] {
        var files = [("instrument.json", InstrumentDocument(edition).text)]
        if let derivation = edition.derivation {
            files.append(("derivation.json", DerivationDocument(derivation).text))
        }
        return files + InstrumentExports.files(of: edition)
            + [("instrument.html", InstrumentPage(edition, tool: tool).text)]
    }

    /// Writes all files, or none.
    ///
    /// - Parameters:
    ///   - edition: What is written.
    ///   - tool: The program and its version.
    ///   - path: The folder; made where it does not exist.
    /// - Returns: The path of `instrument.html`.
    /// - Throws: `ReportError` with the file that could not be written.
    @discardableResult
    public static func write(_ edition: Edition, tool: String, to path: String) throws(ReportError) -> String {
        // Laws that an older edition pointed to.
        let older = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let laws = older.filter { $0.hasPrefix("law-") && $0.hasSuffix(".json") }
        try FolderWriter.write(files(of: edition, tool: tool), to: path, stale: optional + laws)
        return "\(path)/instrument.html"
    }
}
