// swift-tools-version: 6.3
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// A package of its own: libFuzzer brings the entry point, which no ordinary build wants.
let package = Package(
    name: "fuzz-loaders",
    dependencies: [.package(name: "euthyna", path: "../..")],
    targets: [
        .executableTarget(
            name: "loaders",
            dependencies: [.product(name: "Instrument", package: "euthyna")],
            path: "Sources"
        )
    ]
)
