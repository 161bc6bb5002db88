// SPDX-License-Identifier: Apache-2.0
public import Examination

/// The folder a hunt leaves behind: the page, the canonical JSON, and the persona with what it takes to meet them again.
public enum HuntFolder {
    /// The files of a record, the page last.
    ///
    /// - Parameter record: What was found.
    /// - Returns: Name and text of each.
    public static func files(of record: HuntRecord) -> [(name: String, text: String)] {
        let document = HuntDocument(record)
        var files = [("hunt.json", document.text)]
        if let persona = document.persona { files.append(("persona.json", persona)) }
        return files + [("hunt.html", HuntPage(record).text)]
    }

    /// Writes all files, or none.
    ///
    /// - Parameters:
    ///   - record: What was found.
    ///   - path: The folder; made where it does not exist.
    /// - Returns: The path of `hunt.html`.
    /// - Throws: `ReportError` with the file that could not be written.
    @discardableResult
    public static func write(_ record: HuntRecord, to path: String) throws(ReportError) -> String {
        try FolderWriter.write(files(of: record), to: path, stale: ["persona.json"])
        return "\(path)/hunt.html"
    }
}
