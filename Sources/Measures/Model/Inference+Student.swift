// SPDX-License-Identifier: Apache-2.0
internal import Statistics

extension Inference {
    /// The figures of a subject with intervals θ ± t · SE, the standard error from leaving out one unit at a time.
    ///
    /// Of a mean over units this is the usual t interval; of two independent groups that of Welch.
    func studentFigures(of subject: some Resamplable, _ quantities: [Quantity]) async -> [Figure] {
        let jackknife = await Jackknife(of: subject, threads: threads)
        let within = jackknife.strataCount > 1 ? " within \(jackknife.strataCount) strata" : ""
        let method = "jackknife\(within), Student's t, \(subject.clusterCount) units"
        return quantities.enumerated().compactMap { index, quantity in
            guard let key = quantity.key else { return nil }
            var figure = Figure(key: key, value: quantity.restored(jackknife.point[index]), unit: quantity.unit)
            guard figure.value != nil else {
                figure.note = Self.undefined
                return figure
            }
            figure.uncertainty = studentInterval(of: index, in: jackknife, quantity.extreme).flatMap {
                quantity.uncertainty($0, method: method + (quantity.extreme?.words ?? ""))
            }
            if figure.uncertainty == nil {
                figure.note = "undefined or without bound where a unit is left out, so there is no interval"
            }
            return figure
        }
    }

    private func studentInterval(of index: Int, in jackknife: Jackknife, _ extreme: Extreme?) -> ConfidenceInterval? {
        guard let spread = jackknife.spread(of: index) else { return nil }
        let interval = interval(around: jackknife.point[index], spread)
        guard let extreme else { return interval }
        guard let component = jackknife.spread(of: extreme.component) else { return nil }
        return bound(interval, extreme, jackknife, component)
    }

    private func interval(around value: Double, _ spread: Jackknife.Spread) -> ConfidenceInterval {
        let (end, limit) = (spread.reach(0.5 + 0.5 * confidence), spread.reach(confidence))
        return ConfidenceInterval(
            lower: value - end,
            upper: value + end,
            lowerLimit: value - limit,
            upperLimit: value + limit
        )
    }

    /// Bounds an extreme: on the side it leans to by its component, at a confidence that allows for all that could have been; on the
    /// other by the furthest limit of any that could be the extreme one in truth.
    private func bound(
        _ interval: ConfidenceInterval,
        _ extreme: Extreme,
        _ jackknife: Jackknife,
        _ component: Jackknife.Spread
    ) -> ConfidenceInterval {
        let point = jackknife.point[extreme.component]
        let share = (1 - confidence) / Double(extreme.comparisons)
        let (end, limit) = (component.reach(1 - share / 2), component.reach(1 - share))
        var others = [self.interval(around: point, component)]
        for candidate in extreme.candidates {
            guard let (value, spread) = jackknife.value(of: candidate) else { continue }
            others.append(self.interval(around: value, spread))
        }
        var bound = interval
        switch extreme.side {
        case .largest:
            bound.upper = others.reduce(bound.upper) { max($0, $1.upper) }
            bound.upperLimit = others.reduce(bound.upperLimit) { max($0, $1.upperLimit) }
            bound.lower = min(bound.upper, point - end)
            bound.lowerLimit = min(bound.upperLimit, point - limit)
        case .smallest:
            bound.lower = others.reduce(bound.lower) { min($0, $1.lower) }
            bound.lowerLimit = others.reduce(bound.lowerLimit) { min($0, $1.lowerLimit) }
            bound.upper = max(bound.lower, point + end)
            bound.upperLimit = max(bound.lowerLimit, point + limit)
        }
        return bound
    }
}

extension Jackknife {
    /// The value of a candidate with its error; `nil` where it is undefined.
    fileprivate func value(of candidate: Inference.Extreme.Candidate) -> (value: Double, spread: Spread)? {
        switch (candidate.plus, candidate.minus) {
        case (let plus?, let minus?): spread(of: plus, minus: minus).map { (point[plus] - point[minus], $0) }
        case (let plus?, nil): spread(of: plus).map { (point[plus], $0) }
        case (nil, let minus?): spread(of: minus).map { (-point[minus], $0) }
        case (nil, nil): nil
        }
    }
}
