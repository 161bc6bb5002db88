// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Examination
internal import Notation
internal import Recipes
internal import Reporting

/// Turns what went wrong into a message on standard error and an exit code of sysexits.h.
enum ToolError {
    static let badData = ExitCode(65)
    static let noInput = ExitCode(66)
    static let internalError = ExitCode(70)
    static let cannotWrite = ExitCode(73)

    /// Prints an error and says how to end.
    static func reported(_ error: any Error) -> any Error {
        switch error {
        case is ExitCode, is CleanExit, is ValidationError: return error
        case let error as UsageError: return report(error.description, ExitCode(64))
        case let error as InputError:
            return report(error.description, error.kind == .missing ? noInput : badData)
        case let error as Problems: return report(error.description, badData)
        case let error as RecordingError: return report(error.description, badData)
        case let error as ExaminationError: return report(error.description, badData)
        case let error as OutputError:
            return report("standard output cannot be written: \(error.reason)", cannotWrite)
        case let error as ReportError: return report(error.description, cannotWrite)
        // What the parser itself throws, a request for help above all, knows how to end.
        case _ where Euthyna.exitCode(for: error) != .failure: return error
        default: return report("unexpected: \(error); please report it with the command you gave", internalError)
        }
    }

    private static func report(_ message: String, _ code: ExitCode) -> ExitCode {
        Terminal.complain("Error: \(Terminal.harmless(message))\n")
        return code
    }
}
