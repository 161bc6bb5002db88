// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Weighted sums of scores on each page.
struct PageScores: Accumulator {
    /// One row a page: Σ w·x, Σ w, items.
    private var sums: ExactSums
    /// The resampling unit and arm of each page, −1 while nothing of it was seen.
    private var units: [Int32]
    private var arms: [Int8]
    private let weights: [Double]?
    /// The first page, by its number, whose rows lie in several units or arms; the largest number where there is none.
    private(set) var mixedPage = Int32.max

    init(for sample: Sample, weights: [Double]?) {
        let pages = sample.page?.names.count ?? 0
        sums = ExactSums(rowCount: pages, width: 3)
        units = Array(repeating: -1, count: pages)
        arms = Array(repeating: -1, count: pages)
        self.weights = weights
    }

    mutating func absorb(_ sample: Sample, _ rows: Range<Int>) {
        guard let pages = sample.page?.codes, let scores = sample.score else { return }
        for row in rows {
            let arm = sample.arm?[row] ?? 0
            guard pages[row] >= 0, sample.unit.codes[row] >= 0, arm >= 0, scores[row].isFinite else { continue }
            let page = Int(pages[row])
            let weight = weights?[row] ?? 1
            sums.add(weight * scores[row], row: page, column: 0)
            sums.add(weight, row: page, column: 1)
            sums.addOne(row: page, column: 2)
            if units[page] < 0 {
                units[page] = sample.unit.codes[row]
                arms[page] = arm
            } else if units[page] != sample.unit.codes[row] || arms[page] != arm {
                mixedPage = min(mixedPage, pages[row])
            }
        }
    }

    mutating func merge(_ other: PageScores) {
        sums.merge(other.sums)
        mixedPage = min(mixedPage, other.mixedPage)
        for page in units.indices where other.units[page] >= 0 {
            if units[page] < 0 {
                units[page] = other.units[page]
                arms[page] = other.arms[page]
            } else if units[page] != other.units[page] || arms[page] != other.arms[page] {
                mixedPage = min(mixedPage, Int32(page))
            }
        }
    }

    /// Refuses pages that are not one page: a value of rows from both arms would belong to neither.
    func refuseMixedPages(_ sample: Sample, for card: MeasureCard) throws(MeasureError) {
        guard mixedPage != Int32.max, let page = sample.page else { return }
        throw MeasureError(
            card.name,
            "the page \"\(page.names[mixedPage])\" has rows of several arms or units (\(sample.unitName)): name the columns "
                + "that tell pages apart under page"
        )
    }

    /// The value of every page that was seen; a weight over a fixed number of places divides by all of them.
    func pages(placesOf weight: RankWeight = .none) -> PageValues {
        var whole: Double?
        if case .linear(let size) = weight, size > 0 { whole = Double(size * (size + 1)) / 2 }
        return PageValues(
            list: units.indices.compactMap { page in
                let denominator = whole ?? sums[page, 1]
                guard units[page] >= 0, denominator > 0 else { return nil }
                return PageValues.Page(unit: Int(units[page]), arm: Int(arms[page]), value: sums[page, 0] / denominator)
            }
        )
    }
}

/// One value a page.
struct PageValues: Sendable {
    struct Page: Sendable {
        var unit: Int
        var arm: Int
        var value: Double
    }

    var list: [Page]

    /// The mean over the pages of each unit and arm.
    func unitValues(_ sample: Sample) -> UnitValues {
        let arms = sample.arm == nil ? 1 : 2
        var sums = ExactSums(rowCount: sample.unit.names.count, width: 2 * arms)
        for page in list {
            sums.add(page.value, row: page.unit, column: page.arm * 2)
            sums.addOne(row: page.unit, column: page.arm * 2 + 1)
        }
        return UnitValues(ratiosOf: sums, sample)
    }
}
