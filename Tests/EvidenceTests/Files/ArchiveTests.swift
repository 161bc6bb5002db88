// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import TestSupport
import Testing

@Suite("Compressed files", .tags(.hostile))
struct ArchiveTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Writes a file from base64 and unpacks it.
    private func unpack(
        _ archive: String,
        as name: String,
        largest: Int = 1 << 20,
        truncatedTo kept: Double = 1,
        where isWanted: (String) -> Bool = { _ in true }
    ) throws -> [(name: String, text: String)] {
        let bytes = try #require(Data(base64Encoded: archive)).map { $0 }
        try folder.write(Array(bytes.prefix(Int(Double(bytes.count) * kept))), as: name)
        let entries = try Archive.entries(of: folder.path + "/" + name, largest: largest, where: isWanted)
        return entries.map { entry in
            (
                entry.name,
                entry.bytes.withBytes { span in
                    unsafe span.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
                }
            )
        }
    }

    @Test("a zip gives the files that are wanted, sorted by name; folders are none")
    func zip() throws {
        let all = try unpack(Archives.zip, as: "a.zip")
        #expect(all.map(\.name) == ["__MACOSX/data/._a.csv", "data/a.csv", "data/b.csv", "data/readme.txt"])
        let wanted = try unpack(Archives.zip, as: "a.zip") { $0.hasSuffix(".csv") && !$0.hasPrefix("__MACOSX") }
        #expect(wanted.map(\.name) == ["data/a.csv", "data/b.csv"])
        #expect(wanted.map(\.text) == ["item\na\n", "item\nb\n"])
    }

    @Test("a gz is one stream without a name, of one or several parts")
    func gzip() throws {
        for archive in [Archives.gzip, Archives.gzipInTwoParts] {
            let entries = try unpack(archive, as: "a.csv.gz")
            #expect(entries.map(\.name) == [""])
            #expect(entries.map(\.text) == ["item\na\nb\n"])
        }
    }

    @Test("a tar gives its files, never what its links point to")
    func tar() throws {
        let entries = try unpack(Archives.tarGzip, as: "a.tar.gz")
        #expect(entries.map(\.name) == ["d/a.csv"])
        #expect(entries.map(\.text) == ["item\na\n"])
    }

    @Test("names of entries are UTF-8")
    func names() throws {
        let name = try unpack(Archives.accents, as: "a.zip").first?.name
        #expect(name == "tägl/é.csv")
    }

    @Test("a small file that unpacks to a large one is refused, and so are many that add up")
    func bombs() throws {
        #expect(try unpack(Archives.bomb, as: "a.zip", largest: 300_000).first?.text.count == 300_000)
        #expect(throws: FileError.self) { try unpack(Archives.bomb, as: "a.zip", largest: 299_999) }
        #expect(try unpack(Archives.twoLarge, as: "b.zip", largest: 80_000).count == 2)
        #expect(throws: FileError.self) { try unpack(Archives.twoLarge, as: "b.zip", largest: 79_999) }
    }

    @Test("a damaged archive is an error that names the file", arguments: ["zip", "csv.gz", "tar.gz"])
    func damaged(ending: String) throws {
        let archive = ["zip": Archives.bomb, "csv.gz": Archives.gzip, "tar.gz": Archives.tarGzip][ending] ?? ""
        for kept in [0.1, 0.5, 0.7] {
            do {
                let entries = try unpack(archive, as: "cut." + ending, truncatedTo: kept)
                Issue.record("\(kept) of a .\(ending) gave \(entries.map(\.name))")
            } catch let error as FileError {
                #expect(error.path == folder.path + "/cut." + ending)
            }
        }
        try folder.write("item\na\n", as: "plain." + ending)
        #expect(throws: FileError.self) { try Archive.entries(of: folder.path + "/plain." + ending) { _ in true } }
    }

    @Test("a wrong checksum and a password are errors")
    func refused() throws {
        #expect(throws: FileError.self) { try unpack(Archives.wrongChecksum, as: "a.zip") }
        #expect(throws: FileError.self) { try unpack(Archives.encrypted, as: "b.zip") }
        #expect(throws: FileError.self) { try Archive.entries(of: folder.path + "/none.zip") { _ in true } }
    }

    @Test("a name says whether a file is compressed")
    func isCompressed() {
        #expect(["a.zip", "b.CSV.GZ", "c.tar.xz", "d.zst", "e.tgz"].allSatisfy { Archive.isCompressed($0) })
        #expect(!["a.csv", "gz", "zip.json", "a.gzip.csv"].contains { Archive.isCompressed($0) })
    }

    @Test("a pipe in the place of a file is refused, and not waited for", .timeLimit(.minutes(1)))
    func pipe() throws {
        let path = folder.path + "/pipe.csv"
        let made = unsafe mkfifo(path, 0o600)
        try #require(made == 0)
        #expect(throws: FileError(path, reason: "is not a regular file")) { try FileBytes.mapping(path) }
    }
}
