// SPDX-License-Identifier: Apache-2.0

/// The house: which room lies on which floor, and what that forbids.
///
/// A room may use rooms on lower floors only. A new target has to be entered here; which floor it belongs to is worth a thought.
enum House {
    /// C libraries of the system: the ground on which the house stands.
    static let ground = -1

    static let floors = [
        "CArchive": ground,
        "Statistics": 0, "Evidence": 0, "Notation": 0,
        "Recipes": 1, "Measures": 1, "Instrument": 1, "Rankers": 1,
        "Deposits": 2, "Society": 2,
        "Examination": 3,
        "Reporting": 4,
        "Office": 5,
        "euthyna": 6,
        // Above all rooms, so that none of them uses it.
        "TestSupport": 7,
    ]

    /// Rooms that only compute: no package and no Foundation, so that they build and test in seconds.
    static let bare: Set<String> = ["Statistics", "Evidence", "Measures", "Rankers", "Society"]

    /// What newcomers build first never compiles the web server.
    static let barred = ["euthyna": ["Office"]]

    /// What is wrong with the dependencies that a manifest declares.
    static func violations(of manifest: Manifest) -> [String] {
        manifest.targets.filter { $0.kind != "testTarget" }.flatMap { target -> [String] in
            guard floors[target.name] != nil else { return ["\(target.name) has no floor: enter it in House.floors"] }
            var violations = target.rooms.compactMap { room in
                allows(target.name, room) ? nil : "\(target.name) depends on \(room), which is not on a lower floor"
            }
            if bare.contains(target.name) {
                violations += target.products.map {
                    "\(target.name) depends on the package product \($0); it may use none"
                }
            }
            return violations
        }
    }

    /// What is wrong with the imports of one source of a room.
    static func violations(of source: String, in room: String, called file: String) -> [String] {
        imports(source).compactMap { module in
            if module.hasPrefix("Foundation"), bare.contains(room) {
                return "\(file) imports \(module); \(room) may not"
            }
            guard floors[module] != nil, !allows(room, module) else { return nil }
            return "\(file) imports \(module), which is not on a lower floor than \(room)"
        }
    }

    private static func allows(_ room: String, _ other: String) -> Bool {
        guard let own = floors[room], let floor = floors[other] else { return false }
        return floor < own && !(barred[room] ?? []).contains(other)
    }

    /// The modules that a source imports, however the import is written.
    static func imports(_ source: String) -> [String] {
        let tokens = SwiftToken.tokens(of: source)
        let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]
        return tokens.indices.compactMap { index in
            guard tokens[index] == .word("import") else { return nil }
            for case .word(let name) in tokens[(index + 1)...].prefix(2) where !kinds.contains(name) {
                return name.split(separator: ".").first.map(String.init)
            }
            return nil
        }
    }
}
