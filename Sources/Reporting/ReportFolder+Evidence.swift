// SPDX-License-Identifier: Apache-2.0
public import Evidence

extension ReportFolder {
    /// Writes the tables of a simulation as CSV, with the recipe that measures them again.
    ///
    /// - Parameters:
    ///   - tables: By name.
    ///   - recipe: Its text.
    ///   - path: The folder; made where it does not exist.
    /// - Throws: `ReportError` with the file that could not be written.
    public static func write(evidence tables: [String: Table], recipe: String, to path: String) throws(ReportError) {
        let texts = tables.sorted { $0.key < $1.key }.map { name, table in
            (name: "\(name).csv", text: String(decoding: CSVWriter().bytes(table), as: UTF8.self))
        }
        try FolderWriter.write(texts + [("recipe.yaml", recipe)], to: path, stale: [])
    }
}
