// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// One file of the recording, opened and checked against its digest.
struct SourceFile {
    let description: Recording.File
    let bytes: FileBytes
    let full: String

    /// Opens a file.
    ///
    /// - Throws: `RecordingError` where it cannot be read, or its digest is not the one the recipe states.
    static func open(_ path: String, in folder: String, recipe: Recipe) throws(RecordingError) -> SourceFile {
        let full = folder + "/" + path
        let bytes: FileBytes
        do throws(FileError) {
            bytes = try FileBytes.mapping(full)
        } catch {
            throw RecordingError(error.description)
        }
        let digest = Digests.sha256(bytes)
        let stated = try stated(path, in: folder, recipe)
        if let stated, stated != digest {
            throw RecordingError(
                "\(full): SHA-256 is \(digest), the recipe states \(stated): this is not the file the recipe was written for"
            )
        }
        return SourceFile(
            description: Recording.File(path: path, bytes: bytes.count, digest: digest, isPinned: stated != nil),
            bytes: bytes,
            full: full
        )
    }

    /// The digest a recipe states; lists may write paths from the folder above.
    private static func stated(_ path: String, in folder: String, _ recipe: Recipe) throws(RecordingError) -> String? {
        if recipe.digests.isEmpty { return nil }
        let last = folder.split(separator: "/").last.map(String.init) ?? folder
        for name in [path, "./" + path, "\(last)/\(path)", "\(recipe.id)/\(path)"] {
            if let digest = recipe.digests[name] { return digest }
        }
        throw RecordingError(
            "\(folder)/\(path): the recipe states digests, but none for this file; add it or skip the file"
        )
    }

    /// What the file holds: itself, or the entries of an archive.
    func entries(of table: TableDefinition) throws(RecordingError) -> [(name: String, bytes: FileBytes)] {
        guard Archive.isCompressed(full) else { return [(full, bytes)] }
        do throws(FileError) {
            let entries = try Archive.entries(of: full) { name in
                !FileSelection.isJunk(name) && FileSelection.matches(name, table.files.entry)
            }
            if entries.isEmpty { throw FileError(full, reason: "holds no entry that matches \"\(table.files.entry)\"") }
            return entries.map { ($0.name.isEmpty ? full : "\(full)!\($0.name)", $0.bytes) }
        } catch {
            throw RecordingError(error.description)
        }
    }
}
