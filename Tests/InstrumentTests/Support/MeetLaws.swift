// SPDX-License-Identifier: Apache-2.0
import Instrument
import TestSupport

/// What has to hold of a way to make one instrument out of positions, whatever the positions are: each law tries many drawn cases
/// and counts where it fails, so that a wrong way can be shown to fail.
struct MeetLaws {
    /// What became of a law.
    struct Outcome {
        /// Cases in which the law said something.
        var tried = 0
        /// Those in which it failed.
        var violations = 0
        /// The first of these.
        var example = ""
    }

    static let cases = 20_000
    static let vocabulary = RandomTerms.vocabulary

    var seed = 1
    /// The share of parameters that are not stated.
    var gaps = 0.0
    /// The way that is looked at.
    var meet: @Sendable ([Terms]) -> Terms = { vocabulary.meet($0) }

    private func tried(_ law: (inout RandomTerms) -> (holds: Bool?, example: [Terms])) -> Outcome {
        var random = RandomTerms(seed: seed, gaps: gaps)
        var outcome = Outcome()
        for _ in 0..<Self.cases {
            let (holds, example) = law(&random)
            guard let holds else { continue }
            outcome.tried += 1
            guard !holds else { continue }
            outcome.violations += 1
            if outcome.example.isEmpty { outcome.example = "\(example)" }
        }
        return outcome
    }

    private func isNoStricter(_ terms: Terms, _ others: Terms) -> Bool {
        Self.vocabulary.isNoStricter(terms, than: others)
    }

    func order() -> Outcome {
        tried { random in
            let all = random.several()
            return (meet(random.draws.shuffled(all)) == meet(all), all)
        }
    }

    func copies() -> Outcome {
        tried { random in
            let all = random.several()
            return (meet(random.draws.shuffled(all + [random.draws.pick(all)])) == meet(all), all)
        }
    }

    func grouping() -> Outcome {
        tried { random in
            let all = random.several()
            var regions: [[Terms]] = [[], [], []]
            for terms in all { regions[random.draws.below(3)].append(terms) }
            return (meet(regions.filter { !$0.isEmpty }.map(meet)) == meet(all), all)
        }
    }

    func isBelowAll() -> Outcome {
        tried { random in
            let all = random.several()
            let met = meet(all)
            return (all.allSatisfy { isNoStricter(met, $0) }, all)
        }
    }

    /// Says something where the drawn terms are below every position: half of them are made from the meet, so that many are.
    func isGreatest() -> Outcome {
        tried { random in
            let all = random.several()
            // The meet of the vocabulary, not the one that is looked at: that one might be below what everybody accepts.
            let below =
                random.draws.chance(0.5) ? random.loosened(Self.vocabulary.meet(all)) : random.loosened(all[0])
            guard all.allSatisfy({ isNoStricter(below, $0) }) else { return (nil, []) }
            return (isNoStricter(below, meet(all)), all + [below])
        }
    }

    func loosening() -> Outcome {
        tried { random in
            var all = random.several()
            let before = meet(all)
            let place = random.draws.below(all.count)
            all[place] = random.loosened(all[place])
            return (isNoStricter(meet(all), before), all)
        }
    }

    func tightening() -> Outcome {
        tried { random in
            var all = random.several()
            let before = meet(all)
            let place = random.draws.below(all.count)
            all[place] = random.tightened(all[place])
            return (isNoStricter(before, meet(all)), all)
        }
    }

    func nobodyAlone() -> Outcome {
        tried { random in
            var all = random.several(least: 2)
            let place = random.draws.below(all.count)
            var others = all
            others.remove(at: place)
            all[place] = random.terms()
            return (isNoStricter(meet(all), meet(others)), all)
        }
    }

    func accession() -> Outcome {
        tried { random in
            let all = random.several()
            return (isNoStricter(meet(all + [random.terms()]), meet(all)), all)
        }
    }
}
