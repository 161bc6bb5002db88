// SPDX-License-Identifier: Apache-2.0
private import CArchive
internal import Glibc

/// Files inside a compressed file: the entries of a `.zip` or `.tar`, or the one stream of a `.gz`, read by libarchive.
public enum Archive {
    /// How many bytes one archive may unpack to: a small file that claims more is refused before it fills the memory.
    public static let largest = 8 << 30

    /// Whether a file has to be unpacked before it can be read, judged by its name.
    public static func isCompressed(_ path: String) -> Bool {
        ["zip", "gz", "tgz", "tar", "bz2", "xz", "zst"].contains { path.lowercased().hasSuffix("." + $0) }
    }

    /// One unpacked entry.
    public struct Entry: Sendable {
        /// The path inside the archive; empty for the stream of a `.gz`.
        public let name: String
        /// What it holds.
        public let bytes: FileBytes
    }

    /// Unpacks the entries that are wanted.
    ///
    /// - Parameters:
    ///   - path: The compressed file.
    ///   - largest: How many bytes the wanted entries may unpack to, all together.
    ///   - isWanted: Asked with the path of each file inside.
    /// - Returns: The entries, sorted by name, so that the order of packing never shows.
    /// - Throws: `FileError` for a damaged or an encrypted archive, for one that is not compressed as its name says, and for one
    ///   that unpacks to more than `largest`.
    public static func entries(
        of path: String,
        largest: Int = largest,
        where isWanted: (String) -> Bool
    ) throws(FileError) -> [Entry] {
        // libarchive gives names in the character set of the locale, and none at all for letters that it lacks. The locale is
        // that of this thread only, and this function never leaves it.
        let utf8 = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
        let before = unsafe uselocale(utf8)
        defer {
            unsafe uselocale(before)
            if let utf8 = unsafe utf8 { unsafe freelocale(utf8) }
        }
        guard let reader = unsafe archive_read_new() else { throw FileError(path, reason: "libarchive has no memory") }
        defer { unsafe archive_read_free(reader) }
        unsafe allowFormats(of: path, reader)
        guard unsafe archive_read_open_filename(reader, path, 1 << 16) == ARCHIVE_OK else {
            throw unsafe failure(path, reader)
        }
        var left = largest
        var entries: [Entry] = []
        var header: OpaquePointer?
        while true {
            let status = unsafe archive_read_next_header(reader, &header)
            if status == ARCHIVE_EOF { break }
            guard status >= ARCHIVE_WARN, let header = unsafe header else { throw unsafe failure(path, reader) }
            guard unsafe archive_entry_filetype(header) & 0o170000 == 0o100000 else { continue }
            let isRaw = unsafe archive_format(reader) == ARCHIVE_FORMAT_RAW
            if isRaw, unsafe archive_filter_code(reader, 0) == ARCHIVE_FILTER_NONE {
                throw FileError(
                    path,
                    reason: "is not compressed, although its name says so: it is damaged, or has a wrong name"
                )
            }
            let name = isRaw ? "" : unsafe entryName(header)
            guard isRaw || isWanted(name) else { continue }
            let bytes = try unsafe read(reader, path, largest: left)
            left -= bytes.count
            entries.append(Entry(name: name, bytes: bytes))
        }
        return entries.sorted { $0.name < $1.name }
    }

    /// Switches on what this package reads.
    private static func allowFormats(of path: String, _ reader: OpaquePointer) {
        // Named one by one: some of the others start programs of the machine when a file's bytes ask for them.
        unsafe archive_read_support_filter_gzip(reader)
        unsafe archive_read_support_filter_bzip2(reader)
        unsafe archive_read_support_filter_xz(reader)
        unsafe archive_read_support_filter_zstd(reader)
        unsafe archive_read_support_format_zip(reader)
        unsafe archive_read_support_format_tar(reader)
        // Anything at all is a raw stream, a damaged archive too: only a name that promises one may hold one.
        if isStream(path) { unsafe archive_read_support_format_raw(reader) }
    }

    /// Whether a name promises one compressed stream instead of an archive.
    private static func isStream(_ path: String) -> Bool {
        let name = path.lowercased()
        let isTar = ["gz", "bz2", "xz", "zst"].contains { name.hasSuffix(".tar." + $0) }
        return !isTar && ["gz", "bz2", "xz", "zst"].contains { name.hasSuffix("." + $0) }
    }

    private static func entryName(_ header: OpaquePointer) -> String {
        let name = unsafe archive_entry_pathname_utf8(header) ?? archive_entry_pathname(header)
        return unsafe name.map { unsafe String(cString: $0) } ?? ""
    }

    private static func read(
        _ reader: OpaquePointer,
        _ path: String,
        largest: Int
    ) throws(FileError) -> FileBytes {
        var bytes: [UInt8] = []
        let step = 1 << 20
        while true {
            let filled = bytes.count
            guard filled <= largest else {
                throw FileError(path, reason: "unpacks to more than is allowed; unpack it and name the unpacked files")
            }
            bytes.append(contentsOf: repeatElement(0, count: step))
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe archive_read_data(reader, buffer.baseAddress.map { unsafe $0 + filled }, step)
            }
            guard got >= 0 else { throw unsafe failure(path, reader) }
            bytes.removeLast(step - got)
            if got == 0 { return FileBytes.copying(bytes) }
        }
    }

    private static func failure(_ path: String, _ reader: OpaquePointer) -> FileError {
        let reason = unsafe archive_error_string(reader).map { unsafe String(cString: $0) }
        return FileError(path, reason: "cannot be unpacked: \(reason ?? "it is damaged")")
    }
}
