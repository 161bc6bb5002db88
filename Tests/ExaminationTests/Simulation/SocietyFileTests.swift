// SPDX-License-Identifier: Apache-2.0
import Examination
import Notation
import Society
import TestSupport
import Testing

@Suite("Society files") struct SocietyFileTests {
    @Test("a file sets what it names and leaves the rest")
    func sets() throws {
        let settings = try SocietyFile.settings(
            "size: {people: 500}\nchange: {kernel: bounded, bound: 0.4, supply: endogenous}\n",
            file: "small.yaml"
        )
        var expected = SocietySettings()
        expected.people = 500
        (expected.kernel.rule, expected.kernel.bound, expected.supply) = (.bounded, 0.4, .endogenous)
        #expect(settings == expected)
    }

    @Test("what is printed reads back as the same settings")
    func round() throws {
        var settings = SocietySettings()
        (settings.people, settings.homophily, settings.supply) = (77, 0.125, .endogenous)
        settings.kernel.rule = .tanh
        let text = SocietyFile.text(settings)
        #expect(try SocietyFile.settings(text, file: "printed.yaml") == settings)
        for setting in Setting.all { #expect(text.contains("  \(setting.name): "), "\(setting.name)") }
        #expect(text.contains("Source: SARDINE"))
    }

    @Test(
        "what is wrong is told with its line",
        .tags(.hostile),
        arguments: [
            ("size:\n  people: 3\n", "small.yaml:2: people: 3 must be a whole number from 20 to 4000000"),
            ("size:\n  people: 30.5\n", "small.yaml:2: people: 30.5 must be a whole number"),
            ("people:\n  visible-share: yes\n", "small.yaml:2: visible-share: \"yes\" is not a number"),
            ("crowd: {}\n", "small.yaml:1: there is no field \"crowd\" here; there are size, people"),
            ("change:\n  kernel: magic\n", "small.yaml:2: kernel: \"magic\" is none of fj, bounded, tanh, backlash"),
            ("size: {candidates: 50}\n", "in-network: 100 candidates from followed accounts are more than all 50"),
            ("people: {circles: 16, places: 16, associations: 16}\nsize: {people: 20}\n", ""),
            ("sessions: {a-day: .nan}\n", "is not a number"),
            ("- 1\n", "small.yaml:1"),
        ]
    )
    func wrong(text: String, message: String) throws {
        if message.isEmpty {
            #expect(throws: Never.self) { try SocietyFile.settings(text, file: "small.yaml") }
            return
        }
        let problems = try #require(throws: Problems.self) { try SocietyFile.settings(text, file: "small.yaml") }
        #expect(problems.description.contains(message), "\(problems.description)")
    }
}
