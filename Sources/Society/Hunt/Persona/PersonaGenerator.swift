// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// Makes personas up: evenly spread over all that a society knows, and changed in one or two fields.
struct PersonaGenerator: Sendable {
    private let settings: SocietySettings
    /// Steps during which a persona may open the space.
    private let slots: Int
    private let random: KeyedRandom
    private let sequence: SobolSequence

    init(_ settings: SocietySettings, slots: Int, seed: UInt64) {
        self.settings = settings
        self.slots = max(1, slots)
        random = KeyedRandom(seed: seed)
        sequence = SobolSequence(shiftedBy: random)
    }

    /// The persona that belongs to a point of the sequence.
    func persona(_ number: Int) -> Persona {
        var digits = sequence.point(number).map { Digits($0) }
        var persona = Persona()
        persona.circle = digits[0].take(settings.circles)
        let place = digits[1].take(2 * settings.places)
        if place < settings.places { persona.place = place }
        for association in 0..<settings.associations where digits[2].take(2) == 1 {
            persona.associations.insert(association)
        }
        if digits[3].take(4) > 0 { persona.interests[digits[3].take(Topic.count)] = 1 + digits[3].take(3) }
        if digits[4].take(2) == 1 { persona.interests[digits[4].take(Topic.count)] = 1 + digits[4].take(3) }
        for issue in 0..<4 { persona.opinions[issue] = Int8(digits[5 + issue / 2].take(5) - 2) }
        persona.susceptibility = [0, 1, 1, 4][digits[7].take(4)]
        persona.scroll = [.short, .ordinary, .ordinary, .long][digits[7].take(4)]
        persona.isVisible = digits[7].take(2) == 1
        persona.follows[digits[8].take(Topic.count)] += digits[9].take(9)
        persona.follows[digits[10].take(Topic.count)] += max(0, digits[11].take(12) - 3)
        let action = Persona.Action.allCases[digits[13].take(Persona.Action.allCases.count)]
        persona.history[action][digits[12].take(Topic.count)] = max(0, digits[13].take(16) - 3)
        let sessions = 1 + digits[14].take(min(slots, 8))
        let stride = sessions > 1 ? 1 + digits[15].take((slots - 1) / (sessions - 1)) : 1
        persona.laterSessions = Set((1..<max(1, sessions)).map { $0 * stride })
        return persona
    }

    /// A persona with one or two of its fields taken from another one.
    ///
    /// - Parameters:
    ///   - persona: The one to change.
    ///   - number: Which change; the other one is the point of this number.
    /// - Returns: What came out, which may be the same.
    func mutant(of persona: Persona, _ number: Int) -> Persona {
        let words = random.words(.hunt, 1, UInt32(truncatingIfNeeded: number))
        let other = self.persona(number)
        var mutant = persona
        for word in words.w & 1 == 0 ? [words.x] : [words.x, words.y] {
            var digits = Digits(word)
            let field = digits.take(Self.fields.count)
            Self.fields[field](&mutant, other, &digits)
        }
        return mutant
    }

    private static let fields: [@Sendable (inout Persona, Persona, inout Digits) -> Void] = [
        { persona, other, _ in persona.circle = other.circle },
        { persona, other, _ in persona.place = other.place },
        { persona, other, _ in persona.associations.formSymmetricDifference(other.associations) },
        { persona, other, _ in persona.interests = other.interests },
        { persona, other, digits in
            let issue = digits.take(4)
            persona.opinions[issue] = other.opinions[issue]
        },
        { persona, other, _ in persona.susceptibility = other.susceptibility },
        { persona, other, _ in persona.isVisible = other.isVisible },
        { persona, other, _ in persona.scroll = other.scroll },
        { persona, other, _ in persona.follows = other.follows },
        { persona, other, _ in persona.history = other.history },
        { persona, other, _ in persona.laterSessions = other.laterSessions },
    ]
}

/// Whole numbers from the 32 digits of one word, the first ones from the highest digits.
struct Digits: Sendable {
    private var rest: UInt32

    init(_ word: UInt32) { rest = word }

    /// A number from 0 to below a bound; 0 where there is nothing to choose from.
    mutating func take(_ bound: Int) -> Int {
        let product = UInt64(rest) * UInt64(max(bound, 1))
        rest = UInt32(truncatingIfNeeded: product)
        return Int(product >> 32)
    }
}
