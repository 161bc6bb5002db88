// SPDX-License-Identifier: Apache-2.0
internal import Notation
internal import Society

/// The settings of a society as a file states them.
enum SettingText {
    /// Names of the choices that are no numbers.
    static let kernel = "change.kernel"
    static let supply = "change.supply"

    /// Every setting with its value, in the order of a file.
    static func values(of settings: SocietySettings, defaults: SocietySettings) -> [SocietySummary.SettingValue] {
        Setting.all.map { setting in
            SocietySummary.SettingValue(
                name: "\(setting.section).\(setting.name)",
                value: JSONValue.format(setting.value(in: settings)),
                summary: setting.summary,
                source: setting.source,
                isDefault: setting.value(in: settings) == setting.value(in: defaults)
            )
        } + [
            SocietySummary.SettingValue(
                name: kernel,
                value: settings.kernel.rule.rawValue,
                summary: "how noticed items move opinions: \(names(OpinionKernel.Rule.self))",
                source: "Friedkin and Johnsen 1990, with moving away from what is far after Bail et al. 2018",
                isDefault: settings.kernel.rule == defaults.kernel.rule
            ),
            SocietySummary.SettingValue(
                name: supply,
                value: settings.supply.rawValue,
                summary: "whether what is posted depends on what earned reach: \(names(SocietySettings.Supply.self))",
                source: "choice of the examiner",
                isDefault: settings.supply == defaults.supply
            ),
        ]
    }

    private static func names<Choice: CaseIterable & RawRepresentable>(_: Choice.Type) -> String
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
