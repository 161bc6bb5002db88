// SPDX-License-Identifier: Apache-2.0

/// One value for every account or item, by its id; grows while learning and reads as its first value where nothing was learned.
struct GrowingColumn<Element: Sendable>: Sendable {
    /// What was learned, for loops that read many; ids from its count on have learned nothing.
    private(set) var values: [Element] = []
    private let initial: Element

    /// An empty column.
    init(_ initial: Element) { self.initial = initial }

    /// What was learned about an id.
    subscript(id: Int32) -> Element {
        let index = Int(id)
        return index >= 0 && index < values.count ? values[index] : initial
    }

    /// Changes the value of an id; a negative one, which no account and no item has, is left alone.
    mutating func change(_ id: Int32, _ body: (inout Element) -> Void) {
        let index = Int(id)
        guard index >= 0 else { return }
        while values.count <= index { values.append(initial) }
        body(&values[index])
    }
}
