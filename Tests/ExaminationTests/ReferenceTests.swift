// SPDX-License-Identifier: Apache-2.0
import Examination
import Instrument
import Measures
import TestSupport
import Testing

@Suite("A clause that compares needs a reference ranker")
struct ReferenceTests {
    private static let clause = "id: a, measure: amplification, figure: spread, atMost: 9"
    private static let levels =
        "id: levels, from: shown, measure: amplification, unit: viewer, columns: {part: part}"
    private static let places =
        "id: places, from: shown, measure: amplification, unit: viewer, columns: {part: part}, "
        + "arms: {by: arm, subject: ranked, reference: newest, referenceName: another place, referenceRanker: false}"

    private func record(_ analyses: String..., clause: String = ReferenceTests.clause) async throws -> ExaminationRecord
    {
        let folder = try TemporaryFolder([
            "shown.csv": SmallTown.impressions(),
            "recipe.yaml": SmallTown.table + analyses.map { "  - {\($0)}\n" }.joined(),
            "charter.md": SmallTown.clauses(clause),
        ])
        return try await folder.record()
    }

    @Test("without arms, or with a reference that is no ranker, it is not determined, and the reason says which")
    func lacking() async throws {
        let record = try await record(Self.levels, Self.places)
        #expect(record.findings.map(\.verdict) == [.notDetermined, .notDetermined])
        #expect(
            record.finding("a/levels")?.reason == "the analysis has no arms, so there is no reference to compare with"
        )
        #expect(
            record.finding("a/places")?.reason
                == "the recipe says that \"another place\" is no reference ranker: the contrast does not show what a ranker adds"
        )
        // The contrast is measured, and shown; it just decides nothing.
        #expect(record.finding("a/places")?.figure?.uncertainty != nil)
        #expect(record.findings.allSatisfy { $0.multiplicity == nil && $0.severity == 0 })
    }

    @Test("where another analysis has the reference, those that lack it are left aside")
    func aside() async throws {
        let record = try await record(Self.levels, SmallTown.voice, Self.places)
        #expect(record.findings.map(\.id) == ["a/voice"] && record.findings.map(\.verdict) == [.met])
        #expect(record.analyses.map(\.id) == ["levels", "voice", "places"])
    }

    @Test("an analysis that the clause names is never left aside")
    func named() async throws {
        let record = try await record(SmallTown.voice, Self.levels, clause: Self.clause + ", analyses: [voice, levels]")
        #expect(record.findings.map(\.id) == ["a/voice", "a/levels"])
        #expect(record.finding("a/levels")?.verdict == .notDetermined)
    }

    @Test("a clause on a level needs no reference")
    func levels() async throws {
        let record = try await record(
            SmallTown.meeting,
            clause: "id: a, measure: encounter, figure: least, atLeast: 0"
        )
        #expect(record.findings.map(\.verdict) == [.met])
    }

    @Test("accounts that act together are compared with accounts that do not, and not with another ranker")
    func conditions() async throws {
        let gain =
            "id: gain, from: shown, measure: coordination-gain, unit: viewer, columns: {score: slot}, arms: {by: arm, subject: ranked, "
            + "reference: newest, referenceName: each for itself, referenceRanker: false}"
        let record = try await record(gain, clause: "id: a, measure: coordination-gain, figure: ratio, atMost: 1.5")
        #expect(record.findings.map(\.verdict) == [.met] && record.findings[0].figure?.value == 1)
    }

    @Test("the card of a measure says which of its figures compare")
    func cards() throws {
        for type in MeasureCatalogue.all {
            let card = type.card
            #expect(card.contrasts.allSatisfy(card.figures.contains), "\(card.name)")
            for figure in card.figures where figure.hasSuffix("/subject") || figure.hasSuffix("/reference") {
                #expect(!card.isContrast(figure), "\(card.name) \(figure)")
            }
        }
        #expect(Amplification.card.isContrast("spread") && Encounter.card.isContrast("leastRatio"))
        #expect(Concentration.card.isContrast("gini/difference") && !Concentration.card.isContrast("gini"))
        #expect(ReachParity.card.isContrast("ratio"))
        #expect(ExcessDrift.card.isContrast("excess") && NewcomerReach.card.isContrast("ratio"))
        #expect(SilentReaderGap.card.isContrast("gap/difference") && !SilentReaderGap.card.isContrast("gap"))
        #expect(!IdentitySwapMismatch.card.isContrast("share"))
        // It brings its reference along.
        #expect(!NewestFirst.card.isContrast("reach/difference"))
        #expect(!ControlResponse.card.isContrast("leastPrevention"))
    }
}
