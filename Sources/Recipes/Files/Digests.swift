// SPDX-License-Identifier: Apache-2.0
private import Crypto
public import Evidence

/// SHA-256 of files.
public enum Digests {
    /// The digest of bytes, in lower-case hexadecimal.
    public static func sha256(_ bytes: FileBytes) -> String {
        bytes.withBytes { span in
            var hash = SHA256()
            unsafe span.withUnsafeBytes { buffer in unsafe hash.update(bufferPointer: buffer) }
            return hex(hash.finalize())
        }
    }

    /// The digest of a text.
    public static func sha256(_ text: String) -> String { hex(SHA256.hash(data: Array(text.utf8))) }

    private static func hex(_ digest: SHA256.Digest) -> String {
        let letters = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digests of a list as `sha256sum` prints it: digest, two spaces (or a space and a star), path.
    ///
    /// - Returns: Digests by path, or the number of the first line that is none.
    public static func list(_ text: String) -> Result<[String: String], PatternError> {
        var digests: [String: String] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            let digest = line.prefix(64)
            let path = line.dropFirst(66)
            guard digest.count == 64, digest.allSatisfy(\.isHexDigit), !path.isEmpty else {
                return .failure(PatternError(reason: "line \(number + 1) is no digest and path"))
            }
            digests[String(path)] = digest.lowercased()
        }
        return .success(digests)
    }
}
