// SPDX-License-Identifier: Apache-2.0
internal import Examination
internal import Instrument

extension Edition {
    /// Each article with its clause as the text proposes it on the day, in force or not.
    var proposals: [(article: Article, clause: Clause)] {
        entries.map { ($0.article, $0.article.clause(asOf: day) ?? $0.clause) }
    }

    /// The digest of the text alone: positions do not change what is negotiated.
    var textDigest: String { InstrumentSummary.digest(ruleBook.sources) }

    /// The digest of text and positions.
    var digest: String { InstrumentSummary.digest(sources) }
}
