// SPDX-License-Identifier: Apache-2.0
import Examination
import Measures

extension RecordFixture {
    /// Hundreds of parts with very long names, and an encounter matrix of all of them.
    static let crowded: ExaminationRecord = {
        var record = Self.record
        let names = (0..<300).map { "part \($0) " + String(repeating: "very ", count: 40) + "long" }
        record.analyses[0].reading.figures += names.map { figure("ratio/\($0)", 1.1, "ratio", 0.1) }
        record.analyses[2].reading.exhibits = [
            .encounterMatrix(
                readers: names,
                authors: names,
                arms: [.init(name: "a", values: Array(repeating: 1.0 / 300, count: 90_000))]
            ),
            .clusters(unit: "city", values: names.map { .init(name: $0, value: 1) }),
            .exposureByRank(curves: names.map { .init(name: $0, points: [.init(1, 1), .init(2, 0.5)]) }),
        ]
        return record
    }()
}
