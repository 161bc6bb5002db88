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
    static func say(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Writes to standard error.
    static func complain(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
