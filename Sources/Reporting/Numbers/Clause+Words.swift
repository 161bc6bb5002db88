// SPDX-License-Identifier: Apache-2.0
internal import Instrument

extension Clause.Access {
    /// What examiners have to be let in to.
    var words: String {
        switch self {
        case .outside: "view from outside"
        case .records: "logs, records and registers"
        case .replay: "running the deposited build"
        case .source: "source and configuration"
        }
    }
}

extension Anchor {
    /// "Digital Services Act 34(1)(b)"; the key of a law that nobody describes stands for its title.
    func words(_ laws: [RuleBook.Law]) -> String {
        let title = laws.first { $0.key == law }?.title ?? law
        return place.isEmpty ? title : "\(title), \(place)"
    }
}
