// SPDX-License-Identifier: Apache-2.0
internal import Statistics

/// How satisfied a person is with what a space shows, in the long run.
///
/// The long-term satisfaction of RecSim (Ie et al. 2019): each step leaves a share of the net positive exposure and adds what was
/// shown, NPE ← 0.7·NPE − 2·(c − ½) + noise, where c in 0 … 1 says how much of it was clickbait; satisfaction is q = σ(τ·NPE).
/// Showing nothing but clickbait leads to NPE* = −1/0.3 and may pay at once and cost later: which of the two wins turns on τ.
public struct Satisfaction: Sendable, Equatable {
    /// The share of net positive exposure that a step leaves: 0 … 1, below 1.
    public var memory: Double
    /// The standard deviation of the noise of a step.
    public var spread: Double
    /// τ, how strongly satisfaction answers to exposure.
    public var sensitivity: Double

    /// States how satisfaction forms.
    ///
    /// - Parameters:
    ///   - memory: The share of net positive exposure that a step leaves: 0 … 1, below 1.
    ///   - spread: The standard deviation of the noise of a step.
    ///   - sensitivity: τ, how strongly satisfaction answers to exposure.
    public init(memory: Double = 0.7, spread: Double = 0.05, sensitivity: Double = 0.3) {
        precondition(memory >= 0 && memory < 1 && spread >= 0)
        self.memory = memory
        self.spread = spread
        self.sensitivity = sensitivity
    }

    /// Net positive exposure after a step.
    ///
    /// - Parameters:
    ///   - exposure: Before the step.
    ///   - clickbait: c, the share of clickbait in what was shown, 0 … 1.
    ///   - noise: A standard normal draw.
    /// - Returns: NPE after the step.
    public func exposure(after exposure: Double, clickbait: Double, noise: Double = 0) -> Double {
        memory * exposure - 2 * (clickbait - 0.5) + spread * noise
    }

    /// Satisfaction at a net positive exposure.
    ///
    /// - Parameter exposure: NPE.
    /// - Returns: q = σ(τ·NPE), 0 … 1.
    public func level(_ exposure: Double) -> Double { ElementaryFunctions.logistic(sensitivity * exposure) }

    /// Where net positive exposure settles if every step shows the same share of clickbait.
    ///
    /// - Parameter clickbait: c, 0 … 1.
    /// - Returns: NPE* = −2·(c − ½)/(1 − memory), the mean of the stationary distribution.
    public func settledExposure(clickbait: Double) -> Double { -2 * (clickbait - 0.5) / (1 - memory) }
}
