// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The bytes of a file: mapped where the file is plain, unpacked in memory where it was compressed.
///
/// The memory is written only before the initialiser returns and released only by `deinit`, so it can be read from several
/// tasks at once: that is why the class may be `@unchecked Sendable`.
@safe public final class FileBytes: @unchecked Sendable {
    private let start: UnsafeRawPointer
    /// How many bytes there are.
    public let count: Int
    private let isMapped: Bool

    private init(start: UnsafeRawPointer, count: Int, isMapped: Bool) {
        unsafe self.start = unsafe start
        self.count = count
        self.isMapped = isMapped
    }

    deinit {
        if isMapped {
            unsafe munmap(UnsafeMutableRawPointer(mutating: start), count)
        } else {
            unsafe start.deallocate()
        }
    }

    /// Maps a file.
    ///
    /// - Throws: `FileError` where it cannot be opened, is no regular file, or cannot be mapped.
    public static func mapping(_ path: String) throws(FileError) -> FileBytes {
        // Without O_NONBLOCK a pipe in the place of a file would wait for somebody to write into it.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError(path, reason: systemMessage()) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw FileError(path, reason: systemMessage())
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path, reason: "is not a regular file") }
        let count = Int(status.st_size)
        guard count > 0 else { return copying([]) }
        guard let start = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe start != MAP_FAILED
        else {
            throw FileError(path, reason: "cannot be mapped: " + systemMessage())
        }
        unsafe madvise(start, count, MADV_SEQUENTIAL)
        return unsafe FileBytes(start: start, count: count, isMapped: true)
    }

    private static func systemMessage() -> String { unsafe String(cString: strerror(errno)) }

    /// Holds a copy of bytes.
    public static func copying(_ bytes: [UInt8]) -> FileBytes {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        unsafe bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { unsafe memory.copyMemory(from: base, byteCount: source.count) }
        }
        return unsafe FileBytes(start: UnsafeRawPointer(memory), count: bytes.count, isMapped: false)
    }

    /// Lends the bytes.
    public func withBytes<Result, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(unsafe RawSpan(_unsafeStart: start, byteCount: count))
    }

    /// Says that a range will not be read again, so that its pages need not stay in memory.
    func discard(_ range: Range<Int>) {
        let page = 4_096
        let first = (range.lowerBound + page - 1) / page * page
        let last = range.upperBound / page * page
        guard isMapped, first < last else { return }
        unsafe madvise(UnsafeMutableRawPointer(mutating: start + first), last - first, MADV_DONTNEED)
    }
}
