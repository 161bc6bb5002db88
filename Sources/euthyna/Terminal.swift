// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The two streams of the process.
enum Terminal {
    /// Whether standard output is a terminal that wants colours (https://no-color.org).
    static var isColoured: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) != 0 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// Whether somebody looks at standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) != 0 }

    /// Columns of the terminal behind standard error.
    static var columns: Int {
        var size = winsize()
        guard unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes to standard output.
    ///
    /// - Throws: `OutputError` where it is closed, or the disk behind it is full.
    static func say(_ text: String) throws(OutputError) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            throw OutputError(reason: (cause ?? error as NSError).localizedDescription)
        }
    }

    /// Writes to standard error; where nobody can read that, there is nobody to tell.
    static func complain(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

    /// A text of somebody else's without what a terminal would obey.
    static func harmless(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0 == "\n" || !(0...0x1F ~= $0.value || 0x7F...0x9F ~= $0.value) }
            )
        )
    }
}
