// SPDX-License-Identifier: Apache-2.0

/// One article of a rule-book: a duty for people, its clause for the machine, its exceptions, and cases that it decides.
public struct Article: Sendable, Equatable {
    /// What stands before the dash of its heading: "Article 14".
    public var label: String
    /// The heading of its chapter.
    public var chapter: String
    /// The prose behind the duty, paragraph by paragraph.
    public var prose: [String]
    /// The clause; the values of its criterion and parameters are those of `bound`, `tolerance` and `parameters` on some day.
    public var clause: Clause
    /// The value asked for, through time.
    public var bound: Dated<Double>
    /// What is commented on, through time.
    public var tolerance: Dated<Double>
    /// Everything else that is agreed on, through time.
    public var parameters: [Parameter: Dated<Value>]
    /// In the order of the text.
    public var exceptions: [ClauseException]
    /// In the order of the text.
    public var examples: [Example]

    /// The clause as it stands on a day; `nil` where it is not in force.
    public func clause(asOf day: Day) -> Clause? {
        guard let bound = bound.value(asOf: day) else { return nil }
        var clause = clause
        clause.criterion = Criterion(
            clause.criterion.direction,
            bound: bound,
            tolerance: tolerance.value(asOf: day) ?? 0
        )
        clause.parameters = parameters.compactMapValues { $0.value(asOf: day) }
        return clause
    }

    /// How its clause binds in given circumstances.
    ///
    /// Base duty first; an exception that holds replaces it, and an exception of that exception replaces it in turn. Loading has
    /// made sure that no two of them can hold side by side.
    ///
    /// - Parameters:
    ///   - clause: The clause as it stands.
    ///   - circumstances: What is known. What is not known makes no exception.
    /// - Returns: The clause with the values that bind, or why it does not bind, and what could not be decided.
    public func application(of clause: Clause, in circumstances: Circumstances) -> Application {
        var application = Application(clause: clause, reasonNotToApply: nil, exceptions: [], undecided: [])
        var parent = clause.id
        while let next = exceptions.first(where: { $0.of == parent && $0.when.holds(in: circumstances) == true }) {
            application.exceptions.append(next.id)
            apply(next, &application)
            parent = next.id
        }
        application.undecided = exceptions.filter { $0.of == parent && $0.when.holds(in: circumstances) == nil }
            .map(\.id)
        checkUsers(circumstances, &application)
        checkSurface(circumstances, &application)
        return application
    }

    /// A clause that names places binds there only; what was ranked elsewhere is not its matter.
    private func checkSurface(_ circumstances: Circumstances, _ application: inout Application) {
        guard application.reasonNotToApply == nil, let surface = circumstances.surface,
            let surfaces = application.clause.parameters[.surfaces]?.elements, !surfaces.contains(surface.rawValue)
        else { return }
        application.reasonNotToApply = "it binds \(surfaces.joined(separator: ", ")), and this is \(surface.rawValue)"
    }

    /// Whom the clause binds is asked last: an exception can move that number, but no other value of it binds a smaller service.
    private func checkUsers(_ circumstances: Circumstances, _ application: inout Application) {
        guard application.reasonNotToApply == nil,
            case .number(let least)? = application.clause.parameters[.minMonthlyUsers], least > 0
        else { return }
        guard let users = circumstances.monthlyUsers else {
            return application.undecided.insert("\(application.clause.id).minMonthlyUsers", at: 0)
        }
        guard Double(users) < least else { return }
        application.reasonNotToApply =
            "it binds services with at least \(Self.grouped(least)) people a month, and this one has \(Self.grouped(Double(users)))"
    }

    private func apply(_ exception: ClauseException, _ application: inout Application) {
        switch exception.effect {
        case .doesNotApply:
            application.reasonNotToApply = exception.title.prefix(1).lowercased() + exception.title.dropFirst()
        case .replaces(let values):
            // An exception of an exception can bring the duty back.
            application.reasonNotToApply = nil
            let criterion = application.clause.criterion
            application.clause.criterion = Criterion(
                criterion.direction,
                bound: values.bound ?? criterion.bound,
                tolerance: values.tolerance ?? criterion.tolerance
            )
            application.clause.access = values.access ?? application.clause.access
            application.clause.method = values.method ?? application.clause.method
            application.clause.parameters.merge(values.parameters) { _, new in new }
        }
    }

    private static func grouped(_ number: Double) -> String {
        guard let whole = Int(exactly: number.rounded(.up)) else { return "\(number)" }
        let digits = Array(String(whole))
        return digits.indices.map { (digits.count - $0) % 3 == 0 && $0 > 0 ? "\u{202F}\(digits[$0])" : "\(digits[$0])" }
            .joined()
    }
}
