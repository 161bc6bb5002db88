// SPDX-License-Identifier: Apache-2.0

/// Shows what has the highest value at a moment.
public struct ValuePolicy: TamperingPolicy, Equatable {
    private let horizon: Int
    private let values: [Double]

    init(horizon: Int, values: [Double]) {
        self.horizon = horizon
        self.values = values
    }

    /// The three wings by their values; equal ones from left to right.
    ///
    /// - Parameter moment: Where it stands.
    /// - Returns: Each wing once; the first is shown.
    public func order(at moment: TamperingMoment) -> [Wing] {
        let worth = Wing.allCases.map { values[Self.cell(moment, $0, horizon: horizon)] }
        return Wing.allCases.sorted {
            let (first, second) = (worth[$0.rawValue], worth[$1.rawValue])
            return first == second ? $0.rawValue < $1.rawValue : first > second
        }
    }

    static func cell(_ moment: TamperingMoment, _ wing: Wing, horizon: Int) -> Int {
        ((moment.persona * horizon + moment.step) * horizon + moment.opposed) * Wing.allCases.count + wing.rawValue
    }
}
