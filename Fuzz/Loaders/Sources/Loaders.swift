// SPDX-License-Identifier: Apache-2.0

// Fuzzes the loaders of rule-books and positions with libFuzzer: `make fuzz`.
//
// A thrown error is fine. The findings are traps, hangs, memory without bounds, and the failed laws below: a text that loads
// can be applied, derived, and decides its own cases as it says; a change that is refused changes nothing.
import Glibc
import Instrument

private let measures = ["concentration": ["gini", "gini/difference", "gini/<part>"], "encounter": ["leastRatio"]]

/// A small rule-book for positions to be read against.
private let charter = """
    ```instrument
    title: T
    version: "1"
    core: ac
    lawsPerArticle: 0
    ```
    ```vocabulary
    measures: {m: {unit: share, least: 0, most: 1, what: W}}
    ```
    ## Article 1 — A {#ac-1}
    Duty.
    ```clause
    measure: m
    reads: impressions
    atMost: 0.5
    tolerance: 0.1
    parameters: {graceDays: 3, surfaces: [feed, search]}
    ```
    ## Article 2 — B {#ev-1}
    Duty.
    ```clause
    measure: concentration
    figure: gini
    reads: impressions
    atLeast: 0.25
    ```
    """

private let ruleBook = try? RuleBook([RuleBook.Source(name: "c.md", text: charter)], measures: measures)

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// SwiftPM gives every executable an entry point of its own; this one hands over to libFuzzer.
@main
enum Loaders {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments) { start, count in fuzzLoaders(start, count) })
    }
}

/// The first byte chooses the loader, the rest is the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLoaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    guard input.count > 1, let ruleBook else { return 0 }
    let text = String(decoding: input.dropFirst(), as: UTF8.self)
    switch input[0] % 3 {
    case 0: readRuleBook(text)
    case 1: readPosition(text, ruleBook)
    default: change(text, ruleBook)
    }
    return 0
}

private func readRuleBook(_ text: String) {
    guard let read = try? RuleBook([RuleBook.Source(name: "f.md", text: text)], measures: measures) else { return }
    let edition = Edition(read, asOf: read.date)
    for users in [nil, 0, 50_000, 2_000_000] {
        _ = RulesInForce(edition, in: Circumstances(monthlyUsers: users))
    }
    for entry in edition.entries {
        precondition(!entry.clause.duty.isEmpty && !entry.clause.reads.isEmpty)
        for example in entry.article.examples where read.head.date == nil || entry.article.bound.changes.count == 1 {
            let found = entry.article.verdict(of: example, entry.clause, confidence: read.head.confidence)
            precondition(found == nil || found == example.verdict, "a case is decided otherwise than the text says")
        }
    }
    let positions = [
        Position(signatory: "A", terms: read.proposal(asOf: read.date)), Position(signatory: "B", terms: Terms()),
    ]
    precondition(Derivation(read.vocabulary(asOf: read.date), positions).instrument == Terms())
    let alone = Derivation(read.vocabulary(asOf: read.date), [positions[0]])
    precondition(alone.instrument == positions[0].terms, "the floor of one is not its own position")
    _ = alone.clauses
}

private func readPosition(_ text: String, _ ruleBook: RuleBook) {
    guard let read = try? Position(text, file: "f.yaml", for: ruleBook, asOf: ruleBook.date) else { return }
    let vocabulary = ruleBook.vocabulary(asOf: ruleBook.date)
    let proposed = Position(signatory: "proposal", terms: ruleBook.proposal(asOf: ruleBook.date))
    let derivation = Derivation(vocabulary, [read, proposed])
    precondition(vocabulary.isNoStricter(derivation.instrument, than: read.terms))
    precondition(vocabulary.isNoStricter(derivation.instrument, than: proposed.terms))
    _ = derivation.clauses
    _ = derivation.spoilers
    _ = vocabulary.accession(to: proposed.terms, of: read.terms)
    _ = Treaty(vocabulary, [read, proposed], entry: EntryIntoForce(parties: 1, days: 90)).state(asOf: ruleBook.date)
}

private func change(_ text: String, _ ruleBook: RuleBook) {
    var terms = ruleBook.proposal(asOf: ruleBook.date)
    let before = terms
    do {
        try terms.apply(change: text, for: ruleBook, asOf: ruleBook.date)
    } catch {
        precondition(terms == before, "a refused change changed something")
    }
}
