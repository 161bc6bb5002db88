// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A file on its way to the disk: it takes its name only when everything is written, so that no reader ever sees half of it.
struct FileOutput: ~Copyable {
    /// How many bytes are worth a call of the system.
    static let piece = 1 << 20

    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var isInPlace = false

    /// Opens a file of another name beside it.
    init(_ path: String) throws(FileError) {
        var descriptor: Int32 = -1
        var temporary = ""
        // The name holds the process, a number tells several outputs of one process apart.
        for number in 0..<1_000 where descriptor < 0 {
            temporary = "\(path).\(getpid()).\(number).part"
            descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            if descriptor < 0, errno != EEXIST { break }
        }
        guard descriptor >= 0 else { throw Self.failure(path) }
        self.path = path
        self.temporary = temporary
        self.descriptor = descriptor
    }

    deinit {
        Glibc.close(descriptor)
        if !isInPlace { unsafe unlink(temporary) }
    }

    /// Adds bytes.
    mutating func write(_ bytes: [UInt8]) throws(FileError) {
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe buffer.baseAddress.map { unsafe Glibc.write(descriptor, $0 + done, bytes.count - done) } ?? 0
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Self.failure(path) }
            done += written
        }
    }

    /// Puts the file in its place.
    consuming func close() throws(FileError) {
        guard fsync(descriptor) == 0 || errno == EINVAL, unsafe rename(temporary, path) == 0 else {
            throw Self.failure(path)
        }
        isInPlace = true
    }

    private static func failure(_ path: String) -> FileError {
        FileError(path, reason: "cannot be written: \(unsafe String(cString: strerror(errno)))")
    }
}
