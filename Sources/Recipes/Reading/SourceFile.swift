// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// One file of the recording, opened and checked against its digest.
struct SourceFile {
    /// What is read at a stretch: a file, or an entry of an archive.
    struct Entry {
        /// What to call it in messages; the entry of an archive stands behind a `!`.
        var name: String
        var bytes: FileBytes
        /// The pieces of its path.
        var pieces: [String: String]
    }

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
    func entries(of table: TableDefinition) throws(RecordingError) -> [Entry] {
        let pattern = table.files.pattern
        guard Archive.isCompressed(full) else {
            return [Entry(name: full, bytes: bytes, pieces: pattern?.match(description.path) ?? [:])]
        }
        let unpacked: [Archive.Entry]
        do throws(FileError) {
            unpacked = try Archive.entries(of: full) { name in
                !FileSelection.isJunk(name) && FileSelection.matches(name, table.files.entry)
            }
            if unpacked.isEmpty {
                throw FileError(full, reason: "holds no entry that matches \"\(table.files.entry)\"")
            }
        } catch {
            throw RecordingError(error.description)
        }
        var entries: [Entry] = []
        for entry in unpacked {
            let name = entry.name.isEmpty ? full : "\(full)!\(entry.name)"
            let path = pattern?.namesEntries == true ? "\(description.path)!\(entry.name)" : description.path
            guard let pieces = pattern.map({ $0.match(path) }) ?? [:] else {
                throw RecordingError(
                    "\(name): does not have the form of the pattern of table \"\(table.name)\"; narrow entry: if it does not belong "
                        + "to the data"
                )
            }
            entries.append(Entry(name: name, bytes: entry.bytes, pieces: pieces))
        }
        return entries
    }
}
