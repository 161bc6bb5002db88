// swift-tools-version: 6.3
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]
/// Rooms that only compute run at release speed in debug builds too.
let numeric = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "euthyna",
    products: [
        .library(name: "Statistics", targets: ["Statistics"]),
        .library(name: "Evidence", targets: ["Evidence"]),
        .library(name: "Measures", targets: ["Measures"]),
    ],
    targets: [
        // Floor 0
        .target(name: "Statistics", swiftSettings: numeric),
        .target(name: "Evidence", swiftSettings: numeric),
        // Floor 1
        .target(name: "Measures", dependencies: ["Evidence", "Statistics"], swiftSettings: numeric),

        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: numeric),
        .testTarget(name: "MeasuresTests", dependencies: ["Measures", "Statistics"], swiftSettings: numeric),
    ]
)
