// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// What does not change about people: one entry a person in every column.
struct Population: Sendable {
    /// What they say they want: unit vectors.
    var stated: [Topic.Packed] = []
    /// What they engage with when the run begins: unit vectors.
    var interest: [Topic.Packed] = []
    /// Where opinions return to without influence, in −1 … 1 for each issue.
    var innate: [SIMD4<Float>] = []
    /// κ.
    var susceptibility: [Float] = []
    /// Expected posts a step.
    var activity: [Float] = []
    /// Probability that a reaction leaves a public trace.
    var visibility: [Float] = []
    /// Memberships, one bit each: circles first, then places, then associations.
    var groups: [UInt64] = []
    /// Those memberships that matter to the person.
    var salient: [UInt64] = []
    /// The circle.
    var circle: [UInt8] = []
    /// The step at which the account begins; 0 for those that were there.
    var joined: [Int32] = []

    var count: Int { groups.count }

    init(_ settings: SocietySettings, _ draws: Draws) {
        let bounds = Self.circleBounds(settings)
        let centres = (0..<settings.circles).map { circle -> SIMD4<Float> in
            let first = draws.words(.circle, Int32(circle))
            let second = draws.words(.circle, Int32(circle), 1)
            return SIMD4(first.normal, first.otherNormal, second.normal, second.otherNormal)
                * Float(settings.circleSpread)
        }
        reserve(settings.people)
        for person in 0..<Int32(settings.people) { add(person, settings, draws, bounds, centres) }
    }

    private mutating func reserve(_ people: Int) {
        stated.reserveCapacity(people)
        interest.reserveCapacity(people)
        innate.reserveCapacity(people)
        susceptibility.reserveCapacity(people)
        activity.reserveCapacity(people)
        visibility.reserveCapacity(people)
        groups.reserveCapacity(people)
        salient.reserveCapacity(people)
        circle.reserveCapacity(people)
        joined.reserveCapacity(people)
    }

    /// Upper ends of the shares of circles, the last one 1.
    private static func circleBounds(_ settings: SocietySettings) -> [Float] {
        var sizes = [1.0]
        for _ in 1..<max(1, settings.circles) { sizes.append(sizes[sizes.count - 1] * settings.circleRatio) }
        let whole = sizes.reduce(0, +)
        var sum = 0.0
        return sizes.map { size in
            sum += size / whole
            return Float(sum)
        }
    }

    private mutating func add(
        _ person: Int32,
        _ settings: SocietySettings,
        _ draws: Draws,
        _ bounds: [Float],
        _ centres: [SIMD4<Float>]
    ) {
        let who = draws.words(.person, person)
        let trait = draws.words(.person, person, 1)
        let rates = draws.words(.person, person, 2)
        let circle = bounds.firstIndex { who.x.unit < $0 } ?? bounds.count - 1
        var groups = UInt64(1) << UInt64(circle)
        if settings.places > 0 { groups |= 1 << UInt64(settings.circles + who.y.below(settings.places)) }
        let bits = draws.words(.person, person, 3)
        for association in 0..<settings.associations {
            // Sixteen random bits each: four associations a word, sixteen in all.
            let chance = Float(bits[association / 4] >> UInt32(association % 4 * 8) & 0xFF) / 256
            if chance < Float(settings.associationShare) {
                groups |= 1 << UInt64(settings.circles + settings.places + association)
            }
        }
        self.groups.append(groups)
        self.circle.append(UInt8(circle))
        // The circle always matters; of the others, each for every second person.
        salient.append(groups & (UInt64(who.z) << 32 | UInt64(who.w)) | 1 << UInt64(circle))
        let opinion = draws.words(.opinion, person)
        let other = draws.words(.opinion, person, 1)
        let own =
            centres[circle] + SIMD4(opinion.normal, opinion.otherNormal, other.normal, other.otherNormal)
            * Float(settings.opinionSpread)
        innate.append(own.clamped(lowerBound: SIMD4(repeating: -1), upperBound: SIMD4(repeating: 1)))
        let stated = Topic.sparse(draws, .interest, person, 0, power: 2)
        self.stated.append(Topic.packed(stated))
        let noise = Topic.sparse(draws, .interest, person, 4, power: 2)
        interest.append(Topic.packed(Topic.unit(stated + noise * Float(settings.interestNoise))))
        susceptibility.append(
            Float(settings.susceptibility) * SingleFunctions.exp(trait.normal * Float(settings.susceptibilitySpread))
        )
        let isBusy = rates.x.unit < Float(settings.busyShare)
        let (median, spread) =
            isBusy ? (settings.busyPosts, settings.busySpread) : (settings.quietPosts, settings.quietSpread)
        let aMonth = Float(median) * SingleFunctions.exp(trait.otherNormal * Float(spread))
        activity.append(aMonth / 30 / Float(settings.slotsPerDay))
        // Who posts much is visible; visibility is filled up from the others to its share.
        let rest = max(0, settings.visibleShare - settings.busyShare) / max(1e-9, 1 - settings.busyShare)
        visibility.append(isBusy || rates.y.unit < Float(rest) ? 1 : Float(settings.silentVisibility))
        let isNew = rates.z.unit < Float(settings.newcomers)
        joined.append(isNew ? 1 + Int32(rates.w.below(max(1, settings.steps * 3 / 4))) : 0)
    }
}
