// SPDX-License-Identifier: Apache-2.0

/// The targets of a package, read from the text of its manifest.
struct Manifest {
    /// One target.
    struct Target: Equatable {
        var name: String
        /// `target`, `executableTarget`, `systemLibrary`, `testTarget`.
        var kind: String
        /// Targets of this package that it depends on.
        var rooms: [String] = []
        /// Products of other packages.
        var products: [String] = []
    }

    let targets: [Target]

    /// Reads a manifest.
    ///
    /// - Throws: `ManifestError` where targets or dependencies are not written out, so that nothing can hide behind a variable.
    init(_ source: String) throws {
        guard let package = SwiftExpression.firstCall(of: "Package", in: source) else {
            throw ManifestError(reason: "there is no Package(…)")
        }
        let words = SwiftToken.tokens(of: source)
        guard !words.contains(where: { if case .word(let word) = $0 { word.hasPrefix("package.") } else { false } })
        else {
            throw ManifestError(reason: "the package is changed after it was written out")
        }
        guard case .list(let entries) = package["targets"] else {
            throw ManifestError(reason: "targets is not a list that is written out")
        }
        let named = try entries.map { try Self.entry($0) }
        let names = Set(named.map(\.target.name))
        targets = try named.map { target, dependencies in
            var target = target
            for dependency in dependencies { try Self.add(dependency, to: &target, names) }
            return target
        }
    }

    private static func entry(_ value: SwiftExpression) throws -> (target: Target, [SwiftExpression]) {
        guard case .call(let kind, _) = value, let name = value["name"]?.text else {
            throw ManifestError(reason: "a target is not written out")
        }
        let target = Target(name: name, kind: String(kind.drop { $0 == "." }))
        guard let dependencies = value["dependencies"] else { return (target, []) }
        guard case .list(let list) = dependencies else {
            throw ManifestError(reason: "the dependencies of \(name) are not a list that is written out")
        }
        return (target, list)
    }

    private static func add(_ dependency: SwiftExpression, to target: inout Target, _ names: Set<String>) throws {
        if let name = dependency.text ?? Self.name(dependency, [".target", ".byName"]) {
            if names.contains(name) { target.rooms.append(name) } else { target.products.append(name) }
        } else if let product = Self.name(dependency, [".product"]) {
            target.products.append(product)
        } else {
            throw ManifestError(reason: "a dependency of \(target.name) is not written out")
        }
    }

    private static func name(_ value: SwiftExpression, _ kinds: [String]) -> String? {
        guard case .call(let kind, _) = value, kinds.contains(kind) else { return nil }
        return value["name"]?.text
    }
}

/// A manifest that these tests cannot read.
struct ManifestError: Error, Equatable {
    var reason: String
}
