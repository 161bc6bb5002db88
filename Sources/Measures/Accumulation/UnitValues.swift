// SPDX-License-Identifier: Apache-2.0
internal import Evidence
internal import Statistics

/// One value a resampling unit in each arm, NaN where a unit has none: what means over units are made from.
struct UnitValues: Sendable {
    /// Values of the reference; empty where there is one arm.
    var reference: [Double]
    var subject: [Double]
    var names: Names
    /// What a unit is: "query", "viewer".
    var unitName: String

    /// The ratio of two sums in each unit and arm.
    ///
    /// - Parameters:
    ///   - sums: One row a unit; for each arm, the reference first, numerator and denominator.
    ///   - sample: Names the units.
    init(ratiosOf sums: ExactSums, _ sample: Sample) {
        let ratios = (0..<sums.width / 2).map { arm in
            (0..<sums.rowCount).map { unit in
                sums[unit, arm * 2 + 1] > 0 ? sums[unit, arm * 2] / sums[unit, arm * 2 + 1] : .nan
            }
        }
        self.init(
            reference: ratios.count == 2 ? ratios[0] : [],
            subject: ratios[ratios.count - 1],
            names: sample.unit.names,
            unitName: sample.unitName
        )
    }

    init(reference: [Double], subject: [Double], names: Names, unitName: String) {
        self.reference = reference
        self.subject = subject
        self.names = names
        self.unitName = unitName
    }

    var isCompared: Bool { !reference.isEmpty }

    /// Units that have a value in every arm.
    var complete: [Int] {
        subject.indices.filter { !subject[$0].isNaN && (reference.isEmpty || !reference[$0].isNaN) }
    }

    /// Whether units lie in both arms, so that arms are compared within them.
    var isPaired: Bool { isCompared && !complete.isEmpty }
}

/// What means over units say.
struct UnitMeans: Sendable {
    var figures: [Figure]
    var exhibits: [Exhibit]
    var notes: [String]
    /// Units that were resampled.
    var clusters: Int
}

extension Inference {
    /// The mean over units of a value, in each arm, and the difference of the arms with its p-value.
    ///
    /// Arms are compared within units that have both; where no unit has, as with viewers who were assigned to an arm, two
    /// independent groups are compared. Fewer than `leastUnits` units take the exact interval of the sign-flip test, and at most
    /// `showEveryCluster` units are shown whole, with neither interval nor p-value.
    ///
    /// - Parameters:
    ///   - values: One value a unit and arm.
    ///   - key: The key of the figures: `key/difference`, `key/subject`, `key/reference`, or `key` where there is one arm.
    ///   - unit: The unit of the value.
    ///   - scale: Divides the difference: a standard deviation that is held fixed; 1 leaves it as it is.
    ///   - scaledUnit: The unit of the scaled difference, where it is another.
    /// - Returns: The figures, the difference first.
    func means(_ values: UnitValues, key: String, unit: String, scale: Double = 1, scaledUnit: String? = nil) async
        -> UnitMeans
    {
        if values.isCompared, !values.isPaired {
            return await independent(values, key: key, unit: unit, scale, scaledUnit)
        }
        let units = values.complete
        var sums = ClusterSums(clusterCount: units.count, width: 3)
        for (row, index) in units.enumerated() {
            sums[row, 0] = 1
            sums[row, 1] = values.subject[index]
            if values.isCompared { sums[row, 2] = values.reference[index] }
        }
        var quantities = [Quantity(values.isCompared ? "\(key)/difference" : key, unit: scaledUnit ?? unit)]
        if values.isCompared {
            quantities += [Quantity("\(key)/subject", unit: unit), Quantity("\(key)/reference", unit: unit)]
        }
        let subject = TotalsSubject(sums, strata: nil, figureCount: quantities.count) { totals, figures in
            figures[0] = (totals[1] - totals[2]) / totals[0] / scale
            if figures.count > 1 {
                figures[1] = totals[1] / totals[0]
                figures[2] = totals[2] / totals[0]
            }
        }
        let differences = units.map { (values.subject[$0] - (values.isCompared ? values.reference[$0] : 0)) / scale }
        var means = UnitMeans(
            figures: await figures(of: subject, quantities),
            exhibits: [],
            notes: [],
            clusters: units.count
        )
        finish(&means, values, units, differences)
        return means
    }

    /// Adds p-value, exact interval and the units themselves, as their number allows.
    private func finish(_ means: inout UnitMeans, _ values: UnitValues, _ units: [Int], _ differences: [Double]) {
        let dropped =
            values.subject.indices.count { index in
                !values.subject[index].isNaN || (values.isCompared && !values.reference[index].isNaN)
            } - units.count
        if values.isCompared, dropped > 0 {
            means.notes.append(
                "\(dropped) of \(dropped + units.count) units (\(values.unitName)) have one arm only and are left out"
            )
        }
        if units.count <= Self.showEveryCluster {
            means.notes.append("\(units.count) units (\(values.unitName)): every one is shown, no p-value is given")
            means.figures[0].note = "\(units.count) independent units: too few for an interval or a p-value"
        } else {
            if values.isCompared {
                means.figures[0].pValue =
                    SignFlip.test(differences: differences, draws: replicates, random: random)?.pValue
            }
            if units.count < leastUnits,
                let exact = SignFlip.interval(differences: differences, confidence: confidence)
            {
                means.figures[0].note = nil
                means.figures[0].uncertainty = Uncertainty(
                    lower: exact.lower,
                    upper: exact.upper,
                    lowerLimit: exact.lowerLimit,
                    upperLimit: exact.upperLimit,
                    method: "sign flips inverted, exact, \(units.count) units"
                )
            }
        }
        if units.count < leastUnits {
            means.exhibits.append(
                .clusters(
                    unit: values.unitName,
                    values: zip(units, differences).map { .init(name: values.names[Int32($0)], value: $1) }
                )
            )
        }
    }

    private func independent(
        _ values: UnitValues,
        key: String,
        unit: String,
        _ scale: Double,
        _ scaledUnit: String?
    ) async -> UnitMeans {
        let units = values.subject.indices.filter { !values.subject[$0].isNaN || !values.reference[$0].isNaN }
        var sums = ClusterSums(clusterCount: units.count, width: 4)
        for (row, index) in units.enumerated() {
            let isSubject = !values.subject[index].isNaN
            sums[row, isSubject ? 0 : 2] = 1
            sums[row, isSubject ? 1 : 3] = isSubject ? values.subject[index] : values.reference[index]
        }
        let strata = units.map { values.subject[$0].isNaN ? Int32(0) : 1 }
        let quantities = [
            Quantity("\(key)/difference", unit: scaledUnit ?? unit), Quantity("\(key)/subject", unit: unit),
            Quantity("\(key)/reference", unit: unit),
        ]
        let subject = TotalsSubject(sums, strata: strata, figureCount: 3) { totals, figures in
            figures[1] = totals[1] / totals[0]
            figures[2] = totals[3] / totals[2]
            figures[0] = (figures[1] - figures[2]) / scale
        }
        var means = UnitMeans(
            figures: await figures(of: subject, quantities),
            exhibits: [],
            notes: ["no \(values.unitName) is in both arms: two independent groups are compared"],
            clusters: units.count
        )
        let groups = (values.subject.filter { !$0.isNaN }, values.reference.filter { !$0.isNaN })
        if min(groups.0.count, groups.1.count) > Self.showEveryCluster {
            means.figures[0].pValue =
                PermutationTest.test(
                    groups.0,
                    groups.1,
                    draws: replicates,
                    random: random
                )?.pValue
        }
        return means
    }
}
