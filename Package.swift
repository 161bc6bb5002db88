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
/// Rooms that compute or go through every row run at release speed in debug builds too.
let numeric = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "euthyna",
    products: [
        .executable(name: "euthyna", targets: ["euthyna"]),
        .library(name: "Statistics", targets: ["Statistics"]),
        .library(name: "Evidence", targets: ["Evidence"]),
        .library(name: "Measures", targets: ["Measures"]),
        .library(name: "Instrument", targets: ["Instrument"]),
        .library(name: "Rankers", targets: ["Rankers"]),
        .library(name: "Society", targets: ["Society"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        // Floor 0
        .target(name: "Statistics", swiftSettings: numeric),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "Evidence", dependencies: ["CArchive"], swiftSettings: numeric),
        .target(
            name: "Notation",
            dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: settings
        ),
        // Floor 1
        .target(
            name: "Recipes",
            dependencies: ["Evidence", "Notation", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: numeric
        ),
        .target(name: "Measures", dependencies: ["Evidence", "Statistics"], swiftSettings: numeric),
        .target(name: "Instrument", dependencies: ["Notation", "Statistics"], swiftSettings: numeric),
        .target(name: "Rankers", dependencies: ["Statistics"], swiftSettings: numeric),
        // Floor 2
        .target(name: "Society", dependencies: ["Evidence", "Rankers", "Statistics"], swiftSettings: numeric),
        // Floor 3
        .target(
            name: "Examination",
            dependencies: [
                "Evidence", "Instrument", "Measures", "Notation", "Rankers", "Recipes", "Society", "Statistics",
            ],
            swiftSettings: numeric
        ),
        // Floor 4
        .target(
            name: "Reporting",
            dependencies: [
                "Evidence", "Examination", "Instrument", "Measures", "Notation", "Rankers", "Society", "Statistics",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        // Floor 6
        .executableTarget(
            name: "euthyna",
            dependencies: [
                "Evidence", "Examination", "Instrument", "Measures", "Notation", "Rankers", "Recipes", "Reporting",
                "Society", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),

        // What tests share: tags, folders, archives.
        .target(
            name: "TestSupport",
            dependencies: ["Rankers", "Statistics"],
            path: "Tests/TestSupport",
            swiftSettings: numeric
        ),
        .testTarget(
            name: "StatisticsTests",
            dependencies: ["Statistics", "TestSupport"],
            resources: [.copy("Oracle")],
            swiftSettings: numeric
        ),
        .testTarget(
            name: "RankersTests",
            dependencies: ["Rankers", "Statistics", "TestSupport"],
            swiftSettings: numeric
        ),
        .testTarget(
            name: "SocietyTests",
            dependencies: ["Evidence", "Rankers", "Society", "Statistics", "TestSupport"],
            swiftSettings: numeric
        ),
        .testTarget(
            name: "MeasuresTests",
            dependencies: ["Measures", "Statistics", "TestSupport"],
            swiftSettings: numeric
        ),
        // Reads this repository itself: floors, documentation, words.
        .testTarget(name: "RepositoryTests", swiftSettings: settings),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Examination", "Instrument", "Measures", "Notation", "Rankers", "Reporting", "Society", "TestSupport",
            ],
            exclude: ["Golden"],
            swiftSettings: settings
        ),
        .testTarget(name: "CommandTests", dependencies: ["euthyna", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ReproductionTests",
            dependencies: ["Examination", "Instrument", "Measures", "Notation", "Recipes", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EvidenceTests",
            dependencies: ["Evidence", "Statistics", "TestSupport"],
            swiftSettings: numeric
        ),
        .testTarget(name: "NotationTests", dependencies: ["Notation", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "RecipesTests",
            dependencies: ["Evidence", "Notation", "Recipes", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "InstrumentTests",
            dependencies: ["Instrument", "Notation", "Statistics", "TestSupport"],
            swiftSettings: numeric
        ),
        .testTarget(
            name: "ExaminationTests",
            dependencies: [
                "Evidence", "Examination", "Instrument", "Measures", "Notation", "Rankers", "Recipes", "Society",
                "Statistics", "TestSupport",
            ],
            swiftSettings: settings
        ),
    ]
)
