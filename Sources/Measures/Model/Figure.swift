// SPDX-License-Identifier: Apache-2.0

/// One number that a measure computed, with its uncertainty.
public struct Figure: Sendable, Equatable {
    /// A path that is stable between runs: "difference", "ratio/left", "share/left/subject".
    public var key: String
    /// The value, or `nil` where it is undefined; `note` then says why.
    public var value: Double?
    /// What the number counts: "share", "ratio", "SD of the reference", "impressions".
    public var unit: String
    /// The two-sided interval and the one-sided limits, where the sample allows them.
    public var uncertainty: Uncertainty?
    /// The two-sided p-value of "no difference", where one is defined for the declared unit.
    public var pValue: Double?
    /// Why something is missing, or what has to be known to read the number.
    public var note: String?

    /// The unit of a figure that is evidence by betting.
    public static let eValueUnit = "e-value"

    /// The value, where it is evidence by betting: 0 or more, and no other figure can be taken for it.
    public var eValue: Double? { unit == Self.eValueUnit ? value.flatMap { $0 >= 0 ? $0 : nil } : nil }

    /// A figure without uncertainty.
    public init(key: String, value: Double?, unit: String, note: String? = nil) {
        self.key = key
        self.value = value.flatMap { $0.isFinite ? $0 : nil }
        self.unit = unit
        self.note = note
    }
}

/// How uncertain a figure is, by one method.
public struct Uncertainty: Sendable, Equatable {
    /// Two-sided interval at the confidence of the inference.
    public var lower: Double
    /// Upper end of the two-sided interval.
    public var upper: Double
    /// The other stored two-sided interval (basic beside percentile), where the method has one.
    public var alternative: ClosedRange<Double>?
    /// One-sided lower limit at the same confidence: the verdict rule reads it.
    public var lowerLimit: Double
    /// One-sided upper limit at the same confidence.
    public var upperLimit: Double
    /// "cluster bootstrap, percentile", "Wilson", "Clopper–Pearson", "sign flips inverted, exact", "jackknife, Student's t, 16 units".
    public var method: String

    /// States an uncertainty.
    public init(
        lower: Double,
        upper: Double,
        alternative: ClosedRange<Double>? = nil,
        lowerLimit: Double,
        upperLimit: Double,
        method: String
    ) {
        self.lower = lower
        self.upper = upper
        self.alternative = alternative
        self.lowerLimit = lowerLimit
        self.upperLimit = upperLimit
        self.method = method
    }
}
