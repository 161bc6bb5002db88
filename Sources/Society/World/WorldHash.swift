// SPDX-License-Identifier: Apache-2.0

/// A digest of numbers in order: two worlds with the same digest are taken to be the same one.
///
/// It tells worlds apart, and is no seal: whoever wants to can construct two worlds with one digest.
struct WorldHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ value: UInt64) {
        // FNV-1a on whole words, with a final mix from SplitMix64.
        state = (state ^ value) &* 0x0000_0100_0000_01B3
        state ^= state >> 29
    }

    /// Every number of the settings, and the rules by name.
    mutating func add(_ settings: SocietySettings) {
        for setting in Setting.all { add(setting.value(in: settings).bitPattern) }
        for name in [settings.supply.rawValue, settings.kernel.rule.rawValue] {
            for byte in name.utf8 { add(UInt64(byte)) }
        }
    }

    mutating func add(_ value: Float) { add(UInt64(value.bitPattern)) }

    /// Sixteen hexadecimal digits.
    var text: String {
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        let digits = String(mixed, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
