// SPDX-License-Identifier: Apache-2.0
import Statistics
import TestSupport
import Testing

@testable import Society

@Suite("Personas") struct PersonaTests {
    private static let made = (0..<512).map {
        PersonaGenerator(SocietySettings(), slots: 12, seed: 9).persona($0)
    }

    @Test("a persona is read back from its line and from its record", .tags(.law))
    func reading() {
        for persona in Self.made {
            #expect(Persona(text: persona.text) == persona, "\(persona.text)")
            #expect(Persona(record: persona.record) == persona)
        }
    }

    @Test("equal personas have equal lines, and different ones do not", .tags(.law))
    func lines() {
        #expect(Set(Self.made.map(\.text)).count == Set(Self.made).count)
        var (one, other) = (Persona(), Persona())
        one.associations = [1, 0, 5]
        other.associations = [5, 1]
        other.associations.insert(0)
        other.follows[3] = 2
        other.follows[3] = 0
        #expect(one.text == "associations=0 1 5" && one.text == other.text && one == other)
    }

    @Test("the simplest persona has a line, and no record")
    func plain() {
        #expect(Persona().text == "plain" && Persona().record.isEmpty && Persona().complexity == 0)
        #expect(Persona(text: "plain") == Persona())
    }

    @Test(
        "a line that no persona gives is refused",
        .tags(.hostile),
        arguments: [
            "", "circle", "circle=0", "circle=-1", "circle=+1", "circle=1; circle=1", "follows=16*1", "follows=5*0",
            "follows=5", "follows=5*300", "follows=5*1 5*1", "opinions=3 0 0 0", "opinions=1 1", "visible=no",
            "scroll=far", "sessions=0", "sessions=1 2", "sessions=0 2 1", "associations=1 0", "age=40",
            "circle=99999999999999999999", "susceptibility=-4",
        ]
    )
    func refusing(line: String) { #expect(Persona(text: line) == nil) }

    @Test("a persona is the sum of its differences from the simplest one", .tags(.law))
    func traits() {
        for persona in Self.made {
            #expect(Persona(persona.traits) == persona)
            #expect(Persona(persona.traits.dropLast()).complexity < max(1, persona.complexity))
        }
    }

    @Test("what is made up covers every value of every field")
    func covering() {
        for circle in 0..<4 { #expect(Self.made.count { $0.circle == circle } == 128) }
        for topic in 0..<16 { #expect(Self.made.contains { $0.follows[topic] >= 3 && $0.associations == [1] }) }
        for action in Persona.Action.allCases { #expect(Self.made.contains { $0.history[action].total > 3 }) }
        #expect(Set(Self.made.map(\.sessions.count)) == Set(1...8))
        #expect(Self.made.allSatisfy { ($0.sessions.max() ?? 0) < 12 })
    }

    @Test("a changed persona differs in one or two fields")
    func mutants() {
        let generator = PersonaGenerator(SocietySettings(), slots: 12, seed: 9)
        var changes: [Int] = []
        for (number, persona) in Self.made.enumerated() {
            let mutant = generator.mutant(of: persona, 1_000 + number)
            let names = Set(persona.record.keys).union(mutant.record.keys)
            // A history is one field, and one entry of the record for each action.
            let actions = Set(Persona.Action.allCases.map(\.rawValue))
            let changed = Set(
                names.filter { persona.record[$0] != mutant.record[$0] }.map { actions.contains($0) ? "history" : $0 }
            )
            changes.append(changed.count)
        }
        #expect(changes.allSatisfy { $0 <= 2 })
        #expect(changes.count { $0 > 0 } > 350)
    }

    @Test("points are those of the published sequence", .tags(.oracle))
    func points() {
        // SciPy 1.17.1, qmc.Sobol(16, scramble=False, bits=30), row 200, in parts of 2³⁰.
        let row: [UInt32] = [
            222_298_112, 415_236_096, 440_401_920, 633_339_904, 876_609_536, 599_785_472, 29_360_128, 1_044_381_696,
            356_515_840, 666_894_336, 1_069_547_520, 633_339_904, 331_350_016, 633_339_904, 104_857_600, 742_391_808,
        ]
        #expect(SobolSequence().point(200).map { $0 >> 2 } == row)
    }

    @Test("each of 256 equal parts of every dimension has one of the first 256 points", .tags(.law))
    func strata() {
        let sequence = SobolSequence(shiftedBy: KeyedRandom(seed: 4))
        let points = (0..<256).map { sequence.point($0) }
        for dimension in 0..<16 { #expect(Set(points.map { $0[dimension] >> 24 }).count == 256) }
        #expect(points[0] != SobolSequence(shiftedBy: KeyedRandom(seed: 5)).point(0))
    }

    @Test("a persona is told in words")
    func words() {
        let persona = Persona(
            text: "circle=2; place=1; interests=5*1; opinions=1 0 0 -2; susceptibility=4; visible=yes; "
                + "follows=5*3 7*1; linger=5*4; hide=2*1; sessions=0 3"
        )
        #expect(
            persona?.sentence
                == "Somebody in circle 2 and place 1, who follows 3 accounts of topic 5 and 1 account of topic 7, "
                + "is interested in topic 5, has an opinion of 0.5 on issue 0 and −1.0 on issue 3, is moved 4 times as "
                + "much as most and reacts in public, opens the space 2 times, at steps 0 and 3."
        )
        #expect(persona?.pastSentence == "Before, they lingered on 4 items of topic 5 and hid 1 item of topic 2.")
        #expect(Persona().sentence == "Somebody in circle 0 opens the space once." && Persona().pastSentence == nil)
    }
}
