// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Notation

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
            try FileHandle.standardOutput.write(contentsOf: Data(visible(text).utf8))
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            throw OutputError(reason: (cause ?? error as NSError).localizedDescription)
        }
    }

    /// Writes to standard error; where nobody can read that, there is nobody to tell.
    static func complain(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

    /// A text of somebody else's without what a terminal would obey, and without what turns the direction of what follows.
    static func harmless(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0 != "\t" && $0 != "\r" && !HiddenCharacter.isHidden($0) }
            )
        )
    }

    /// What may be printed: whoever wrote a name, only our own colours reach the terminal.
    private static func visible(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: HiddenCharacter.isHidden) else { return text }
        let pieces = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
        var visible = harmlessLines(pieces[0])
        for piece in pieces.dropFirst() {
            // "ESC [ 31 m" sets a colour and does nothing else.
            let digits = piece.dropFirst().prefix { $0.isASCII && $0.isNumber }
            let isColour = piece.first == "[" && piece.dropFirst(digits.count + 1).first == "m"
            visible += (isColour && isColoured ? "\u{1B}" : "") + harmlessLines(piece)
        }
        return visible
    }

    private static func harmlessLines(_ text: Substring) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !HiddenCharacter.isHidden($0) }))
    }
}
