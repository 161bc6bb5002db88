// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport
import Testing

@Suite("The opinion on the whole, and how far evidence reaches")
struct OpinionTests {
    /// Verdicts in letters: m met, c with comments, x not met, u not determined, - not applicable; capitals are core clauses.
    private static func opinion(_ letters: String, adverse: Double = 0.25, insufficient: Double = 0.5) -> Opinion {
        Opinion(
            letters.map { letter in
                let verdict: Verdict =
                    switch letter.lowercased() {
                    case "m": .met
                    case "c": .metWithComments
                    case "x": .notMet
                    case "u": .notDetermined
                    default: .notApplicable
                    }
                return (verdict, letter.isUppercase)
            },
            adverseShare: adverse,
            insufficientAccess: insufficient
        )
    }

    @Test(
        "asked in the order adverse, disclaimer, unqualified, qualified",
        .tags(.byHand),
        arguments: [
            ("m", Opinion.unqualified), ("MCmc", .unqualified), ("Mmmmu", .unqualified), ("mmu", .unqualified),
            ("Mmmmx", .qualified), ("MmmmU", .qualified), ("Ummmx", .qualified), ("mmmx", .qualified),
            // One core clause, or more than a quarter of those that apply.
            ("Xmmmmmmmmm", .adverse), ("mmx", .adverse), ("mmm-x", .qualified), ("mm--x", .adverse), ("x", .adverse),
            // Adverse comes before a disclaimer, a disclaimer before qualified.
            ("Xuuu", .adverse), ("uuux", .disclaimer), ("uumx", .qualified), ("muu", .disclaimer), ("uu", .disclaimer),
            ("um", .unqualified), ("Um", .qualified), ("UUm", .disclaimer),
            // Nothing that applies: nothing can be said.
            ("", .disclaimer), ("----", .disclaimer), ("-m-", .unqualified),
        ] as [(String, Opinion)]
    )
    func cases(_ letters: String, _ opinion: Opinion) {
        #expect(Self.opinion(letters) == opinion, "\(letters)")
    }

    @Test("exactly the share is not more than it, also where a product of fractions says so")
    func shares() {
        for share in 1..<100 {
            let adverse = String(repeating: "x", count: share) + String(repeating: "m", count: 100 - share)
            #expect(Self.opinion(adverse, adverse: Double(share) / 100) == .qualified, "\(share) of 100")
            #expect(Self.opinion(adverse, adverse: (Double(share) / 100).nextDown) == .adverse, "\(share) of 100")
            let withheld = String(repeating: "u", count: share) + String(repeating: "m", count: 100 - share)
            #expect(Self.opinion(withheld, insufficient: Double(share) / 100) == .unqualified, "\(share) of 100")
        }
    }

    @Test(
        "every combination of up to four clauses has just the opinion that the definitions give, in any order",
        .tags(.law)
    )
    func totality() {
        let letters = Array("mcxu-MCXU")
        var counts: [Opinion: Int] = [:]
        for length in 0...4 {
            for code in 0..<Array(repeating: letters.count, count: length).reduce(1, *) {
                var rest = code
                let drawn = (0..<length).map { _ in
                    defer { rest /= letters.count }
                    return letters[rest % letters.count]
                }
                let opinion = Self.opinion(String(drawn))
                counts[opinion, default: 0] += 1
                let applicable = drawn.filter { $0 != "-" }
                let notMet = applicable.filter { "xX".contains($0) }.count
                let undetermined = applicable.filter { "uU".contains($0) }.count
                let expected: Opinion =
                    if drawn.contains("X") || 4 * notMet > applicable.count {
                        .adverse
                    } else if applicable.isEmpty
                        || 2 * undetermined > applicable.count
                    { .disclaimer } else if notMet == 0, !drawn.contains("U") { .unqualified } else { .qualified }
                #expect(opinion == expected, "\(String(drawn))")
                #expect(Self.opinion(String(drawn.reversed())) == opinion, "\(String(drawn))")
            }
        }
        print("opinions: \(counts.map { "\($0.key.rawValue) \($0.value)" }.sorted())")
        #expect(counts.count == Opinion.allCases.count)
    }

    @Test("the words of an opinion never say what somebody meant")
    func words() {
        #expect(Opinion.allCases.map(\.rawValue) == ["unqualified", "qualified", "adverse", "disclaimer"])
        #expect(Set(Opinion.allCases.map(\.words)).count == 4)
    }

    @Test("a grade is the least of the edges that evidence came over, lowered by what was withheld")
    func assurance() {
        #expect(Assurance(edges: [.confirmed, .replayed, .sampled]) == .sampled)
        #expect(Assurance(edges: [.confirmed, .confirmed]) == .confirmed)
        #expect(Assurance(edges: []) == .declared)
        #expect(Assurance(edges: [.replayed], withheld: 1) == .sampled)
        #expect(Assurance(edges: [.replayed], withheld: 9) == .declared)
        #expect(Assurance(edges: [.replayed], withheld: .max) == .declared)
        #expect(
            Assurance(edges: [.replayed], withheld: -1) == .replayed
                && Assurance(edges: [.replayed], withheld: .min) == .replayed
        )
        #expect(Assurance.allCases == Assurance.allCases.sorted())
        #expect(Assurance.allCases.map(\.rawValue) == ["E0", "E1", "E2", "E3", "E4"])
        #expect(Assurance.allCases.filter(\.isReasonable) == [.replayed, .confirmed])
    }

    @Test("one more edge or one more use of managed access never raises a grade", .tags(.law))
    func assuranceFalls() {
        for first in Assurance.allCases {
            for second in Assurance.allCases {
                for withheld in 0...5 {
                    let grade = Assurance(edges: [first, second], withheld: withheld)
                    #expect(grade <= Assurance(edges: [first], withheld: withheld))
                    #expect(Assurance(edges: [first, second], withheld: withheld + 1) <= grade)
                    #expect(grade == Assurance(edges: [second, first], withheld: withheld))
                }
            }
        }
    }
}
