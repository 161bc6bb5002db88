// SPDX-License-Identifier: Apache-2.0
import Evidence
import Foundation
import Measures
import Statistics
import TestSupport
import Testing

@testable import Examination
@testable import Instrument

@Suite("No verdict depends on what the parts are called", .tags(.law))
struct SymmetryLawTests {
    /// The clauses of the shipped rule-book that treat all parts alike and bind a measure of the program.
    private static let clauses: [Clause] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        guard let book = try? RuleBookFiles(path: root + "/Instrument").ruleBook else { return [] }
        return book.clauses(asOf: book.date).filter { $0.isSymmetric && MeasureCatalogue.named($0.measure) != nil }
    }()

    /// Clauses on every other extreme that can be bound.
    private static let others: [Clause] = [
        ("amplification", "largestRatio"), ("encounter", "least"), ("reach-amplification", "largest"),
        ("author-amplification", "largestGap"), ("delivery-disparity", "largest"),
    ].map { measure, figure in
        Clause(
            id: "\(measure).\(figure)",
            title: "T",
            duty: "",
            measure: measure,
            figure: figure,
            reads: [.partition],
            symmetry: .partition,
            criterion: Criterion(figure == "least" ? .atLeast : .atMost, bound: 1, tolerance: 0.25),
            line: 1
        )
    }

    @Test("the shipped rule-book has such clauses on voice, encounter, control and steering")
    func shipped() {
        #expect(Self.clauses.map(\.measure) == ["control-response", "amplification", "encounter", "excess-drift"])
    }

    @Test("the verdict of every symmetric clause is the same under every naming of the parts", arguments: 0..<8)
    func everyNaming(_ batch: Int) async throws {
        let inference = Inference(replicates: 40, seed: 7, threads: 1)
        var seen: [Verdict: Int] = [:]
        var known: [String: Int] = [:]
        var tried = 0
        for index in 0..<26 {
            let sample = Self.sample(seed: UInt64(batch * 1_000 + index))
            let relabellings = Relabelling.choices(for: sample, inference.random)
            #expect(!relabellings.isEmpty)
            for clause in Self.clauses + Self.others {
                let measure = try #require(MeasureCatalogue.named(clause.measure)).init(Parameters([:]))
                let figure = try? await measure.read(sample, inference)[clause.figure]
                let criteria = Self.criteria(clause, figure)
                let verdicts = criteria.map { Self.verdict($0, figure) }
                known[clause.id, default: 0] += figure?.uncertainty == nil ? 0 : 1
                for verdict in verdicts { seen[verdict, default: 0] += 1 }
                for relabelling in relabellings {
                    let other = try? await measure.read(relabelling.applied(to: sample), inference)[clause.figure]
                    #expect(
                        criteria.map { Self.verdict($0, other) } == verdicts,
                        "\(clause.id), sample \(batch * 1_000 + index): \(Self.words(figure)) became \(Self.words(other))"
                    )
                    tried += 1
                }
            }
        }
        #expect(tried > 300)
        #expect(seen.count > 2, "the recordings are all alike")
        #expect(known.values.allSatisfy { $0 > 20 } && known.count == 9, "\(known)")
    }

    /// The criterion of the clause, and others at whose edge the figure lies.
    private static func criteria(_ clause: Clause, _ figure: Figure?) -> [Criterion] {
        let own = clause.criterion
        guard let figure, let value = figure.value, let limits = figure.uncertainty else { return [own] }
        return [own]
            + [value, limits.lowerLimit, limits.upperLimit, (value + limits.upperLimit) / 2].filter(\.isFinite).flatMap
        {
            bound in [0, 0.1].map { Criterion(own.direction, bound: bound, tolerance: $0) }
        }
    }

    private static func verdict(_ criterion: Criterion, _ figure: Figure?) -> Verdict {
        guard let limits = figure?.uncertainty, figure?.value != nil else { return .notDetermined }
        return criterion.verdict(lower: limits.lowerLimit, upper: limits.upperLimit)
    }

    private static func words(_ figure: Figure?) -> String {
        "\(figure?.value ?? .nan) [\(figure?.uncertainty?.lowerLimit ?? .nan), \(figure?.uncertainty?.upperLimit ?? .nan)]"
    }

    /// Two to four parts, a few readers, two rankers, three controls: small, so that ties are common.
    private static func sample(seed: UInt64) -> Sample {
        var generator = SmallGenerator(state: seed)
        func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
        let parts = 2 + below(3)
        let viewers = 12 + below(12)
        let authors = parts + below(9)
        let lean = below(3)
        let rows = viewers * (4 + below(9))
        var (viewer, author, part, home, arm, control): ([String], [String], [String], [String], [Int8], [String])
        (viewer, author, part, home, arm, control) = ([], [], [], [], [], [])
        for row in 0..<rows {
            let reader = row % viewers
            let isSubject = row / viewers % 2 == 1
            // Under the subject some parts gain, in some recordings.
            let writer = isSubject && lean > 0 && below(3) < lean ? below(parts) / 2 : below(authors)
            viewer.append("v\(reader)")
            home.append("p\(reader % parts)")
            author.append("a\(writer)")
            part.append("p\(writer % parts)")
            arm.append(isSubject ? Arm.subject : Arm.reference)
            control.append(["no-action", "show less", "block"][below(3)])
        }
        var sample = Sample(rows: rows, unit: Categorical(viewer), unitName: "viewer")
        sample.viewer = Categorical(viewer)
        sample.author = Categorical(author)
        sample.part = Partition(name: "part", Categorical(part))
        sample.readerPart = Partition(name: "part", Categorical(home))
        sample.arm = arm
        sample.item = Categorical(author)
        sample.stratum = Categorical(control)
        sample.score = (0..<rows).map { _ in Double(below(2)) }
        return sample
    }
}
