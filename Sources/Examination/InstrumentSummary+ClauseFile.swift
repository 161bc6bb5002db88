// SPDX-License-Identifier: Apache-2.0
internal import Instrument
internal import Recipes

extension InstrumentSummary {
    init(_ file: ClauseFile) {
        self.init(
            title: file.title,
            version: file.version,
            digest: Digests.sha256(file.text),
            clauses: file.clauses.count
        )
    }
}
