// SPDX-License-Identifier: Apache-2.0
internal import Instrument

extension Anchor {
    /// "Digital Services Act 34(1)(b)"; the key of a law that nobody describes stands for its title.
    func words(_ laws: [RuleBook.Law]) -> String {
        let title = laws.first { $0.key == law }?.title ?? law
        return place.isEmpty ? title : "\(title), \(place)"
    }
}
