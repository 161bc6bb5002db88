// SPDX-License-Identifier: Apache-2.0

/// Prints numbers with a fixed number of decimals, the same on every machine.
enum FixedDecimals {
    /// From here on a number is printed with an exponent.
    private static let largest = 1e15

    /// A number with this many decimals, rounded half away from zero: "-1234.50".
    static func text(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-∞" : "∞" }
        let decimals = min(max(decimals, 0), 12)
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        // 0.285 is 0.28499… in binary; a nudge far below any printed digit keeps what people would round.
        let scaled = (value.magnitude * power + 1e-9).rounded(.toNearestOrAwayFromZero)
        guard scaled < largest, let whole = Int(exactly: scaled) else { return scientific(value) }
        var digits = String(whole)
        if digits.utf8.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
        }
        let sign = value < 0 && whole != 0 ? "-" : ""
        if decimals == 0 { return sign + digits }
        return sign + digits.dropLast(decimals) + "." + digits.suffix(decimals)
    }

    /// A number with three significant digits and a power of ten: "1.23e-7".
    static func scientific(_ value: Double) -> String {
        guard value != 0 else { return "0" }
        var exponent = self.exponent(of: value)
        var mantissa = value.magnitude / power(exponent)
        if !mantissa.isFinite { mantissa = value.magnitude * power(-exponent) }
        if mantissa >= 9.995 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        return (value < 0 ? "-" : "") + text(mantissa, 2) + "e\(exponent)"
    }

    /// The power of ten a number begins with: 2 for 345, −3 for 0.0045.
    static func exponent(of value: Double) -> Int {
        let parts = value.magnitude.description.split(separator: "e")
        let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts.first ?? "0"
        let whole = mantissa.prefix { $0 != "." }
        if whole != "0" { return whole.utf8.count - 1 + shift }
        let zeros = mantissa.dropFirst(2).prefix { $0 == "0" }.utf8.count
        return shift - zeros - 1
    }

    private static func power(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<exponent.magnitude { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }
}
