// SPDX-License-Identifier: Apache-2.0
internal import Rankers
internal import Statistics

/// What people do with an item they notice: the same function that predicts it for rankers that ask for predictions.
///
/// P(A) = v^[A leaves a visible trace] · σ(b_A + 2.5·m + 1.0·g_A + 0.8·appeal + 0.7·arousal·w_A + 0.4·i + 0.3·ℓ), with relevance m,
/// agreement g (disagreement for replies), kinship i and social proof ℓ. The weights are assumptions; the intercepts are solved so
/// that rates hit their targets. Hiding has the opposite signs of relevance, appeal and kinship, and grows with disagreement.
///
/// It is an object, because its vector is aligned to 32 bytes: as a value it would lie in the frames of asynchronous functions, which
/// the compiler (6.3.1) lays out with 16, so that their end is written beyond the memory they have.
final class Behaviour: Sendable {
    /// Lanes of every vector.
    enum Lane {
        static let click = 0, like = 1, reply = 2, share = 3, hide = 4, linger = 5, follow = 6
        /// Those whose intercepts are solved.
        static let solved = 0..<5
    }

    /// What a reader brings to a session.
    struct Reader {
        /// Current interest, with communities that are dull for now left out.
        var interest: SIMD16<Float>
        var opinion: SIMD4<Double>
        var salient: UInt64
        /// 1 / number of salient memberships.
        var salientShare: Float
        var visibility: Float
        /// Communities turned down with a control, one bit each.
        var rejected: UInt16
    }

    /// How a reader and an item fit.
    struct Fit {
        var relevance: Float
        var agreement: Float
        var difference: Float
        var kinship: Float
        var proof: Float
    }

    private static let relevance = SIMD8<Float>(2.5, 2.5, 2.5, 2.5, -2.5, 0, 0, 0)
    private static let agreement = SIMD8<Float>(1, 1, 0, 1, 0, 0, 0, 0)
    private static let disagreement = SIMD8<Float>(0, 0, 1, 0, 1, 0, 0, 0)
    private static let appeal = SIMD8<Float>(0.8, 0.8, 0.8, 0.8, -0.8, 0, 0, 0)
    // 0.7 times w_A: replies more than shares more than likes.
    private static let arousal = SIMD8<Float>(0.21, 0.21, 0.7, 0.42, 0.35, 0, 0, 0)
    private static let kinship = SIMD8<Float>(0.4, 0.4, 0.4, 0.4, -0.4, 0, 0, 0)
    private static let proof = SIMD8<Float>(0.3, 0.3, 0.3, 0.3, 0, 0, 0, 0)
    /// What turning a community down adds to hiding its items.
    private static let rejection = SIMD8<Float>(-2, -2, -2, -2, 6, 0, 0, 0)
    /// Spread of the logarithm of the time spent.
    static let dwellSpread: Float = 0.8

    /// b_A; lanes that are not actions stay 0.
    let intercepts: SIMD8<Float>
    let logDwell: Float
    let logLinger: Float
    let lingerAfter: Float
    let followRate: Float

    init(_ settings: SocietySettings, intercepts: [Float] = [-4.5, -4.8, -7, -6.5, -7]) {
        var vector = SIMD8<Float>()
        for lane in Lane.solved where lane < intercepts.count { vector[lane] = intercepts[lane] }
        self.intercepts = vector
        logDwell = SingleFunctions.log(Float(settings.dwell))
        lingerAfter = Float(settings.lingerAfter)
        logLinger = SingleFunctions.log(lingerAfter)
        followRate = Float(settings.followRate)
    }

    @inline(__always)
    func fit(_ reader: Reader, _ item: Item, _ topic: SIMD16<Float>, proof: Float) -> Fit {
        let difference = Float(Double(item.stance) - reader.opinion[Int(item.issue)])
        return Fit(
            relevance: dot(reader.interest, topic),
            agreement: 1 - difference.magnitude / 2,
            difference: difference,
            kinship: Float((reader.salient & item.groups).nonzeroBitCount) * reader.salientShare,
            proof: proof
        )
    }

    /// The logits without intercepts.
    @inline(__always)
    func predictor(_ fit: Fit, _ item: Item, _ reader: Reader) -> SIMD8<Float> {
        var sum = Self.relevance * fit.relevance + Self.agreement * fit.agreement
        sum += Self.disagreement * fit.difference.magnitude + Self.appeal * item.appeal
        sum += Self.arousal * item.arousal + Self.kinship * fit.kinship
        sum += Self.proof * fit.proof
        if reader.rejected >> UInt16(item.community) & 1 == 1 { sum += Self.rejection }
        return sum
    }

    /// How likely each action is, visibility included.
    @inline(__always)
    func probabilities(_ predictor: SIMD8<Float>, visibility: Float) -> SIMD8<Float> {
        Self.seen(SingleFunctions.logistic(predictor + intercepts), visibility)
    }

    /// Probabilities of actions, of which those that leave a public trace are as likely as the reader is visible.
    @inline(__always)
    static func seen(_ values: SIMD8<Float>, _ visibility: Float) -> SIMD8<Float> {
        var values = values
        values[Lane.like] *= visibility
        values[Lane.reply] *= visibility
        values[Lane.share] *= visibility
        return values
    }

    /// The mean of the logarithm of the time spent.
    @inline(__always)
    func logDwell(_ fit: Fit, _ item: Item) -> Float {
        logDwell + 0.9 * fit.relevance + 0.5 * item.arousal + 0.3 * fit.agreement + 0.2 * fit.kinship
    }

    /// What a predictor without error would say.
    @inline(__always)
    func predictions(_ fit: Fit, _ item: Item, _ reader: Reader) -> Predictions {
        var values = probabilities(predictor(fit, item, reader), visibility: reader.visibility)
        let mean = logDwell(fit, item)
        // The normal tail by a logistic function, which is exact to 0.01.
        values[Lane.linger] = SingleFunctions.logistic(1.702 * (mean - logLinger) / Self.dwellSpread)
        values[Lane.follow] = reader.visibility * followRate * fit.agreement * (0.2 + fit.kinship)
        return Predictions(values: values, dwell: SingleFunctions.exp(mean + 0.5 * Self.dwellSpread * Self.dwellSpread))
    }
}
