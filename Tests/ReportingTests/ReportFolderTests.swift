// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Reporting

@Suite struct ReportFolderTests {
    private let path = NSTemporaryDirectory() + "euthyna-report-\(UUID().uuidString)"

    @Test("the folder holds the page, the JSON, the list for build servers and the twins")
    func writes() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try ReportFolder.write(RecordFixture.record, to: path) == path + "/report.html")
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        let all = ReportFolder.occasional.filter { !$0.hasPrefix("society-") && $0 != "differences.csv" }
        #expect(names == (all + ["findings.json", "junit.xml", "report.html"]).sorted())
        try ReportFolder.write(RecordFixture.society, to: path)
        let society = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(Set(ReportFolder.occasional.filter { $0.hasPrefix("society-") }).isSubset(of: society))
        #expect(!society.contains("differences.csv"))
        #expect(!society.contains("cells.csv") && !society.contains("files.csv"))
    }

    @Test(
        "the reports of the fixtures can be looked at",
        .enabled(
            if: ProcessInfo.processInfo.environment["EUTHYNA_KEEP_REPORT"] != nil,
            "EUTHYNA_KEEP_REPORT names no folder"
        )
    )
    func keeps() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["EUTHYNA_KEEP_REPORT"])
        try ReportFolder.write(RecordFixture.record, to: folder)
        try ReportFolder.write(RecordFixture.crowded, to: folder + "/crowded")
        try ReportFolder.write(RecordFixture.plain, to: folder + "/plain")
        try ReportFolder.write(RecordFixture.society, to: folder + "/society")
        try ReportFolder.write(ExportFixture.mixed, to: folder + "/mixed")
        for (name, edition) in [("proposed", ExportFixture.proposed), ("derived", ExportFixture.derived)] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
            for file in InstrumentExports.files(of: edition) {
                try Data(file.text.utf8).write(to: URL(filePath: "\(folder)/\(name)/\(file.name)"))
            }
        }
    }

    @Test("a new report takes the place of the older one and leaves no file of it")
    func replaces() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ReportFolder.write(RecordFixture.record, to: path)
        try ReportFolder.write(RecordFixture.society, to: path)
        try ReportFolder.write(RecordFixture.plain, to: path)
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        #expect(!names.contains("findings.csv") && !names.contains { $0.hasPrefix(".") })
        #expect(!names.contains { $0.hasPrefix("oscal-") || $0.hasPrefix("society-") || $0.hasSuffix(".sarif") })
        let json = try String(contentsOfFile: path + "/findings.json", encoding: .utf8)
        #expect(json == FindingsDocument(RecordFixture.plain).text)
    }

    @Test("a report that cannot be written leaves the older one as it was")
    func keepsOlder() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ReportFolder.write(RecordFixture.record, to: path)
        let before = try Data(contentsOf: URL(filePath: path + "/findings.json"))
        // A folder where the last file's temporary name should be.
        try FileManager.default.createDirectory(
            atPath: path + "/.report.html.part/x",
            withIntermediateDirectories: true
        )
        #expect(throws: ReportError.self) { try ReportFolder.write(RecordFixture.plain, to: path) }
        #expect(try Data(contentsOf: URL(filePath: path + "/findings.json")) == before)
        #expect(try !FileManager.default.contentsOfDirectory(atPath: path).contains(".findings.json.part"))
    }

    @Test("a file where the folder should be is an error that says so")
    func notAFolder() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data().write(to: URL(filePath: path))
        #expect {
            try ReportFolder.write(RecordFixture.record, to: path)
        } throws: { error in
            "\(error)".contains(path) && "\(error)".contains("--out")
        }
    }

    @Test(
        "the name of a folder never leads elsewhere",
        arguments: [("../../etc", "------etc"), ("apple-news", "apple-news"), ("", "recording")]
    )
    func names(id: String, name: String) {
        #expect(ReportFolder.name(for: id) == name)
    }
}
