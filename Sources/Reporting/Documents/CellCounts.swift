// SPDX-License-Identifier: Apache-2.0
public import Examination

/// How many published figures agree with their data.
public struct CellCounts: Sendable, Equatable {
    /// Equal within their tolerance.
    public private(set) var agree = 0
    /// Not equal, as the recipe says.
    public private(set) var differ = 0
    /// Neither as published nor as the recipe expects.
    public private(set) var unexpected = 0
    /// Nothing was published.
    public private(set) var own = 0

    /// Counts the cells of one or more records.
    public init(_ cells: some Sequence<CellResult>) {
        for cell in cells {
            switch cell.agreement {
            case .agrees: agree += 1
            case .differs: differ += 1
            case .unexpected: unexpected += 1
            case .own: own += 1
            }
        }
    }

    /// The counts as a line: "29 cells agree, 1 differs with a stated reason, 0 unexpected".
    public var line: String {
        let agreeing = "\(agree) \(agree == 1 ? "cell agrees" : "cells agree")"
        let differing = "\(differ) \(differ == 1 ? "differs" : "differ") with a stated reason"
        let ours = own == 0 ? "" : ", \(own) of our own"
        return "\(agreeing), \(differing), \(unexpected) unexpected\(ours)"
    }
}
