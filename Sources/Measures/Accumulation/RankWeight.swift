// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// How much attention a place on a page gets.
enum RankWeight: Sendable, Equatable {
    /// The parameters that choose a weight, for the cards of measures.
    static let parameters = [
        MeasureCard.Parameter(
            "weight",
            "exposure weight of a slot r: none (1, default), log2 (1/log2(1+r)), linear (n−r+1 on a page of n), geometric (γ^(r−1))"
        ),
        MeasureCard.Parameter("gamma", "γ of the geometric weight, above 0 and at most 1; default 0.9"),
        MeasureCard.Parameter(
            "pageSize",
            "n of the linear weight: a number, or 0 (default) for the items the page has"
        ),
    ]

    case none
    case log2
    /// n − r + 1; `size` 0 takes the number of items on the page.
    case linear(size: Int)
    case geometric(Double)

    private enum Name: String, CaseIterable {
        case none, log2, linear, geometric
    }

    init(_ parameters: Parameters, of card: MeasureCard, default fallback: String = "none") throws(MeasureError) {
        let name = try parameters.choice("weight", default: Name(rawValue: fallback) ?? .none, of: card)
        let size = try parameters.number("pageSize", default: 0, in: 0...1_000_000, of: card)
        let gamma = try parameters.number("gamma", default: 0.9, in: 1e-6...1, of: card)
        switch name {
        case .none: self = .none
        case .log2: self = .log2
        case .linear: self = .linear(size: Int(size))
        case .geometric: self = .geometric(gamma)
        }
    }

    /// What a reader has to know.
    var notes: [String] {
        switch self {
        case .none: []
        case .log2: ["exposure is weighted by 1/log2(1 + rank)"]
        case .linear(let size):
            ["exposure is weighted by n − rank + 1, n = \(size == 0 ? "items on the page" : String(size))"]
        case .geometric(let gamma): ["exposure is weighted by \(gamma)^(rank − 1)"]
        }
    }

    /// What a sample lacks for this weight, or `nil`.
    func missing(in sample: Sample) -> String? {
        switch self {
        case .none: nil
        case .log2, .geometric: sample.slot == nil ? "slot" : nil
        case .linear(let size): sample.slot == nil ? "slot" : size == 0 && sample.page == nil ? "page" : nil
        }
    }

    /// The weight of each row, its count included; `nil` where every row weighs 1.
    ///
    /// - Throws: `MeasureError` where the sample lacks slots or pages.
    func weights(of sample: Sample, for card: MeasureCard) throws(MeasureError) -> [Double]? {
        if let role = missing(in: sample) {
            throw MeasureError(card.name, "this weight needs the role \(role): name its column")
        }
        guard self != .none, let slot = sample.slot else { return sample.count }
        let sizes = pageSizes(sample)
        let deepest = min(slot.max() ?? 1, 4_096)
        let table = (0...Int(deepest)).map { self.weight(slot: $0, size: 0) }
        return (0..<sample.rows).map { row in
            let rank = Int(slot[row])
            // A row of no page has no place on one: its linear weight is 0.
            let page = sample.page?.codes[row] ?? -1
            let size = sizes.map { $0.isEmpty || page < 0 ? 0 : Int($0[Int(page)]) }
            let weight =
                size.map { self.weight(slot: rank, size: $0) }
                ?? (rank < table.count ? table[rank] : self.weight(slot: rank, size: 0))
            return weight * (sample.count?[row] ?? 1)
        }
    }

    /// The weight of one slot on a page of `size` items; never negative.
    func weight(slot: Int, size: Int) -> Double {
        switch self {
        case .none: return 1
        case .log2: return slot < 1 ? 0 : ElementaryFunctions.log(2) / ElementaryFunctions.log(1 + Double(slot))
        case .linear(let fixed): return Double(max(0, (fixed == 0 ? size : fixed) - slot + 1))
        case .geometric(let gamma):
            var weight = 1.0
            var power = gamma
            var left = max(0, slot - 1)
            while left > 0 {
                if left & 1 == 1 { weight *= power }
                power *= power
                left >>= 1
            }
            return weight
        }
    }

    /// Rows of each page, where the weight depends on them.
    private func pageSizes(_ sample: Sample) -> [Int32]? {
        guard case .linear(let size) = self else { return nil }
        guard size == 0, let page = sample.page else { return [] }
        var sizes = Array(repeating: Int32(0), count: page.names.count)
        for code in page.codes where code >= 0 { sizes[Int(code)] += 1 }
        return sizes
    }
}
