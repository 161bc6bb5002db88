// SPDX-License-Identifier: Apache-2.0
public import Testing

extension Tag {
    /// A property that holds for all inputs, tried on many.
    @Tag public static var law: Self
    /// A case computed by hand.
    @Tag public static var byHand: Self
    /// Figures that somebody published.
    @Tag public static var published: Self
    /// Figures that another program computed: SciPy, statsmodels, mpmath, Foundation.
    @Tag public static var oracle: Self
    /// Input that is wrong, huge or means harm.
    @Tag public static var hostile: Self
    /// A text that is compared with a stored one, letter by letter.
    @Tag public static var golden: Self
    /// Many runs of a procedure whose behaviour is known.
    @Tag public static var simulation: Self
}
