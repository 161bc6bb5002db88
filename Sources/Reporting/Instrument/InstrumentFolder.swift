// SPDX-License-Identifier: Apache-2.0
public import Instrument

/// The folder an instrument leaves behind: the page, the canonical JSON, CSV twins, and exports for other programs.
public enum InstrumentFolder {
    /// Names that a folder may hold, whether an edition fills them or not.
    private static let optional = ["derivation.json"]

    /// The files of an edition: name and text, the page last.
    public static func files(of edition: Edition, tool: String) -> [(name: String, text: String)] {
        var files = [("instrument.json", InstrumentDocument(edition).text)]
        if let derivation = edition.derivation {
            files.append(("derivation.json", DerivationDocument(derivation).text))
        }
        return files
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
        try FolderWriter.write(files(of: edition, tool: tool), to: path, stale: optional)
        return "\(path)/instrument.html"
    }
}
