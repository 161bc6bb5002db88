// SPDX-License-Identifier: Apache-2.0

/// A table of weights folded onto the predictions of a society, so that a candidate costs one product of eight lanes.
struct XWeightedSum: Sendable {
    private var weights = SIMD8<Double>(repeating: 0)
    private var dwell = 0.0
    private var constant = 0.0

    init(_ table: [XWeight]) {
        for row in table {
            switch row.prediction {
            case .click: weights[0] += row.weight
            case .like: weights[1] += row.weight
            case .reply: weights[2] += row.weight
            case .share: weights[3] += row.weight
            case .hide: weights[4] += row.weight
            case .follow: weights[6] += row.weight
            case .noLinger:
                // w · (1 − p) = w − w · p
                constant += row.weight
                weights[5] -= row.weight
            case .dwell: dwell += row.weight
            case nil: break
            }
        }
    }

    /// Σ w·p.
    func callAsFunction(_ predictions: Predictions) -> Double {
        let products = weights * SIMD8<Double>(predictions.values)
        // Added in a fixed order, which a horizontal sum of the machine does not promise.
        let half = products.lowHalf + products.highHalf
        let quarter = half.lowHalf + half.highHalf
        return (quarter.x + quarter.y) + (constant + dwell * Double(predictions.dwell))
    }
}
