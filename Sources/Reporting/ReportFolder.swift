// SPDX-License-Identifier: Apache-2.0
public import Examination

/// The folder an examination leaves behind: the page, the canonical JSON, the CSV twins, the list for build servers.
public enum ReportFolder {
    /// The files of a record: name and text, the page last.
    public static func files(of record: ExaminationRecord) -> [(name: String, text: String)] {
        [("findings.json", FindingsDocument(record).text), ("junit.xml", JUnitDocument(record).text)]
            + CSVTables(record).texts + [("report.html", ReportPage(record).text)]
    }

    /// Writes all files, or none.
    ///
    /// Everything is written under temporary names first and then renamed, so that a full disk leaves an older report as it was.
    /// CSV twins of an older report that the new one does not have are removed.
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
            stale: CSVTables.names
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
