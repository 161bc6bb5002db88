// SPDX-License-Identifier: Apache-2.0

/// What is known about the space that is examined and about the examination; `nil` where it is not known.
public struct Circumstances: Sendable, Equatable {
    /// People who use it in a month.
    public var monthlyUsers: Int?
    /// The place that was examined.
    public var surface: Surface?
    /// How far examiners were let in.
    public var access: Clause.Access?

    /// States circumstances.
    public init(monthlyUsers: Int? = nil, surface: Surface? = nil, access: Clause.Access? = nil) {
        self.monthlyUsers = monthlyUsers
        self.surface = surface
        self.access = access
    }
}

/// When an exception holds: all of what it states.
public struct Condition: Sendable, Equatable {
    /// Fewer people a month than this.
    public var monthlyUsersBelow: Int?
    /// This many people a month, or more.
    public var monthlyUsersFrom: Int?
    /// One of these places.
    public var surfaces: Set<Surface>?
    /// Examiners are let in less far than this.
    public var accessBelow: Clause.Access?

    /// States a condition; one that states nothing always holds.
    public init(
        monthlyUsersBelow: Int? = nil,
        monthlyUsersFrom: Int? = nil,
        surfaces: Set<Surface>? = nil,
        accessBelow: Clause.Access? = nil
    ) {
        self.monthlyUsersBelow = monthlyUsersBelow
        self.monthlyUsersFrom = monthlyUsersFrom
        self.surfaces = surfaces
        self.accessBelow = accessBelow
    }

    /// Whether it holds; `nil` where that depends on something that is not known.
    public func holds(in circumstances: Circumstances) -> Bool? {
        let parts: [Bool?] = [
            monthlyUsersBelow.map { below in circumstances.monthlyUsers.map { $0 < below } } ?? true,
            monthlyUsersFrom.map { from in circumstances.monthlyUsers.map { $0 >= from } } ?? true,
            surfaces.map { surfaces in circumstances.surface.map { surfaces.contains($0) } } ?? true,
            accessBelow.map { below in circumstances.access.map { $0 < below } } ?? true,
        ]
        if parts.contains(false) { return false }
        return parts.contains(nil) ? nil : true
    }

    /// Both conditions at once; `nil` where they exclude each other.
    func and(_ other: Condition) -> Condition? {
        let both = Condition(
            monthlyUsersBelow: [monthlyUsersBelow, other.monthlyUsersBelow].compactMap(\.self).min(),
            monthlyUsersFrom: [monthlyUsersFrom, other.monthlyUsersFrom].compactMap(\.self).max(),
            surfaces: surfaces.map { own in other.surfaces.map { own.intersection($0) } ?? own } ?? other.surfaces,
            accessBelow: [accessBelow, other.accessBelow].compactMap(\.self).min()
        )
        return both.canHold ? both : nil
    }

    /// Several conditions at once; `nil` where they exclude each other.
    static func all(_ conditions: [Condition]) -> Condition? {
        conditions.reduce(Condition() as Condition?) { sum, next in sum?.and(next) }
    }

    /// Whether there are circumstances in which it holds.
    var canHold: Bool {
        if let monthlyUsersBelow, monthlyUsersBelow <= max(monthlyUsersFrom ?? 0, 0) { return false }
        if let surfaces, surfaces.isEmpty { return false }
        return accessBelow != .outside
    }
}
