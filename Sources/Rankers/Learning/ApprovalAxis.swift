// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// The main divide in who approves of what: one number a person, one an item and one its author, fitted online.
///
/// The chance of approval is σ(bias of the item + bias of the person + person · (item + author)). The biases take up that some like more
/// and some are liked more, so that what is left to the product is who likes *what*.
struct ApprovalAxis: Sendable {
    /// Approvals and views of the two sides.
    struct Sides: Sendable {
        struct Side: Sendable {
            var approvals: Float = 0
            var seen: Float = 0

            func rate(prior: Double, strength: Double) -> Double {
                (Double(approvals) + prior * strength) / (Double(seen) + strength)
            }
        }
        var negative = Side()
        var positive = Side()

        mutating func count(_ value: Float, isPositive: Bool) {
            if isPositive {
                positive.approvals += value
                positive.seen += 1
            } else {
                negative.approvals += value
                negative.seen += 1
            }
        }
    }

    private struct Person: Sendable {
        var factor: Float = 0
        var bias: Float = 0
        var isKnown = false
        var hasShown = false
    }
    private struct Source: Sendable {
        var factor: Float = 0
        var bias: Float = 0
    }

    private let random: KeyedRandom
    private var known: UInt32 = 0
    private var people = GrowingColumn(Person())
    private var items = GrowingColumn(Source())
    private var authors = GrowingColumn(Source())
    private var base: Float = -3

    init(seed: UInt64) { random = KeyedRandom(seed: seed) }

    /// The side of a viewer; `nil` for somebody who showed no approval yet.
    func side(_ viewer: Int32) -> Bool? {
        let person = people[viewer]
        return person.hasShown ? person.factor > 0 : nil
    }

    func factor(_ viewer: Int32) -> Float { people[viewer].factor }

    /// Takes one impression into account.
    mutating func learn(_ impression: Feedback) {
        let value = Bridging.approval(impression.actions)
        meet(impression.viewer)
        let (person, item, author) = (people[impression.viewer], items[impression.item], authors[impression.author])
        let direction = item.factor + author.factor
        let odds = base + person.bias + item.bias + author.bias + person.factor * direction
        let chance = Float(ElementaryFunctions.logistic(Double(odds)))
        // Hides are far rarer than likes and say as much.
        let error = value < 0 ? -5 * chance - 0.2 : max(0, value) - chance
        base += 0.001 * error
        people.change(impression.viewer) { person in
            person.factor = Self.bounded(person.factor + 0.3 * error * direction)
            person.bias = Self.bounded(person.bias + 0.02 * error)
            if value != 0 { person.hasShown = true }
        }
        items.change(impression.item) { Self.move(&$0, 0.1, error, person.factor) }
        authors.change(impression.author) { Self.move(&$0, 0.1, error, person.factor) }
    }

    private static func move(_ source: inout Source, _ rate: Float, _ error: Float, _ factor: Float) {
        source.factor = bounded(source.factor + rate * error * factor)
        source.bias = bounded(source.bias + 0.5 * rate * error)
    }

    private static func bounded(_ value: Float) -> Float { max(-3, min(3, value)) }

    /// Draws the first factor of a person by the order of first appearance, so that renaming accounts changes nothing.
    private mutating func meet(_ viewer: Int32) {
        guard !people[viewer].isKnown else { return }
        let factor = Float(random.uniform(.taste, known, 16) - 0.5)
        known += 1
        people.change(viewer) { $0 = Person(factor: factor, isKnown: true) }
    }
}
