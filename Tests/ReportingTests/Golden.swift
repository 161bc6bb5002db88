// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Texts that stand in the folder `Golden` beside the tests, and are compared byte by byte.
///
/// Run with `EUTHYNA_RECORD_GOLDEN=1` to write them anew; then look at what changed before you commit it.
enum Golden {
    static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["EUTHYNA_RECORD_GOLDEN"] != nil {
            try Data(text.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(text == expected, "differs from Golden/\(name)", sourceLocation: sourceLocation)
    }
}
