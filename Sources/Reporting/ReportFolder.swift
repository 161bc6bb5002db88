// SPDX-License-Identifier: Apache-2.0
public import Examination

/// The folder an examination leaves behind: the page, the canonical JSON, the CSV twins, the lists for build servers and for
/// programs that speak OSCAL or SARIF.
public enum ReportFolder {
    /// Every name that a file of some records has, and of others not.
    static let occasional =
        CSVTables.names + [SARIFDocument.file, OSCALResults.file, OSCALMilestones.file]

    /// The files of a record: name and text, the page last.
    public static func files(of record: ExaminationRecord) -> [(name: String, text: String)] {
        var files = [("findings.json", FindingsDocument(record).text), ("junit.xml", JUnitDocument(record).text)]
        if let document = SARIFDocument(record) { files.append((SARIFDocument.file, document.text)) }
        if let document = OSCALResults(record) { files.append((OSCALResults.file, document.text)) }
        if let document = OSCALMilestones(record) { files.append((OSCALMilestones.file, document.text)) }
        return files + CSVTables(record).texts + [("report.html", ReportPage(record).text)]
    }

    /// Writes all files, or none.
    ///
    /// Everything is written under temporary names first and then renamed, so that a full disk leaves an older report as it was.
    /// Files of an older report that the new one does not have are removed.
    ///
    /// - Parameters:
    ///   - record: What to report.
    ///   - path: The folder; made where it does not exist.
    ///   - recipe: The text of a recipe that was proposed for files without one; it is kept as `recipe.yaml`.
    /// - Returns: The path of `report.html`.
    /// - Throws: `ReportError` with the file that could not be written.
    @discardableResult
    public static func write(
        _ record: ExaminationRecord,
        to path: String,
        proposed recipe: String? = nil
    ) throws(ReportError) -> String {
        try FolderWriter.write(
            files(of: record) + (recipe.map { [("recipe.yaml", $0)] } ?? []),
            to: path,
            stale: occasional
        )
        return "\(path)/report.html"
    }

    /// A name for the folder of a recording: its id without anything that could lead elsewhere.
    public static func name(for id: String) -> String {
        let safe = String(
            id.unicodeScalars.map { scalar in
                let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                return isPlain || "-_".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
            }
        )
        return safe.isEmpty ? "recording" : safe
    }
}
