// SPDX-License-Identifier: Apache-2.0
private import Crypto

/// UUIDs of version 5 (RFC 9562, 5.5): one name gives one UUID, on every machine and on every day.
enum NamedUUID {
    /// The namespace of names of the DNS (RFC 9562, 6.6).
    static let dns: [UInt8] = [
        0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
    ]
    /// The namespace of addresses (RFC 9562, 6.6).
    private static let url: [UInt8] = dns.prefix(3) + [0x11] + dns.dropFirst(4)
    /// The namespace of everything that this program names.
    private static let own = bytes(OSCAL.namespace, in: url)

    /// The UUID of a name, in lower case.
    static func text(_ name: String) -> String { text(name, in: own) }

    /// The UUID of a name in a namespace of 16 bytes, in lower case.
    static func text(_ name: String, in namespace: [UInt8]) -> String {
        let letters = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for (index, byte) in bytes(name, in: namespace).enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text += [letters[Int(byte >> 4)], letters[Int(byte & 15)]]
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func bytes(_ name: String, in namespace: [UInt8]) -> [UInt8] {
        var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0f | 0x50
        bytes[8] = bytes[8] & 0x3f | 0x80
        return bytes
    }
}
