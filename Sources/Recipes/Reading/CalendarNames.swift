// SPDX-License-Identifier: Apache-2.0
internal import Evidence

/// Makes the names of days, hours or the like of a column of moments.
enum CalendarNames {
    /// Each hour is named once, however many rows lie in it: recordings repeat them.
    static func column(_ seconds: [Double], _ calendar: CalendarStretch) -> Categorical {
        var names = Names()
        var codes: [Int32] = []
        codes.reserveCapacity(seconds.count)
        var known: [Double: Int32] = [:]
        for moment in seconds {
            guard !moment.isNaN else {
                codes.append(Categorical.absent)
                continue
            }
            let hour = ((moment + calendar.zone) / 3_600).rounded(.down)
            if let code = known[hour] {
                codes.append(code)
            } else {
                let code = calendar.name(moment).map { names.intern($0) } ?? Categorical.absent
                known[hour] = code
                codes.append(code)
            }
        }
        return Categorical(codes: codes, names: names)
    }
}
