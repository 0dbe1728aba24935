// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// What every target of ours is built with, so that a warning never lands.
let command: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// The same for libraries, whose imports are their own affair unless they say otherwise.
let strict = command + [.enableUpcomingFeature("InternalImportsByDefault")]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let real = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let ordered = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let foundations: [Target.Dependency] = ["Vocabulary", "Statistics", "People"]
let fields: [Target.Dependency] = [
  "Training", "Performance", "Incentives", "Forecasting", "Staffing", "Rostering",
]

/// Clp solves linear programs for the roster solver, which does without where it is not installed.
let hasClp = ["/usr/include", "/usr/local/include", "/opt/homebrew/include"].contains {
  FileManager.default.fileExists(atPath: $0 + "/coin/Clp_C_Interface.h")
}
let clp: [Target.Dependency] = hasClp ? ["CClp"] : []
let clpTargets: [Target] =
  hasClp
  ? [.systemLibrary(name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])])] : []

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["MusterTesting"],
    exclude: name == "muster" ? ["Transcripts"] : [], swiftSettings: strict)
}

let package = Package(
  name: "muster",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "MusterFields",
      targets: [
        "Vocabulary", "Statistics", "People", "Training", "Performance", "Incentives",
        "Forecasting", "Staffing", "Rostering",
      ]),
    .library(
      name: "Muster",
      targets: ["MusterWords", "MusterStore", "MusterFiles", "MusterOperations", "MusterViews"]),
    .executable(name: "muster", targets: ["muster"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: clpTargets + [
    // Layer 0: what everyone shares.
    library("Vocabulary", [crypto]),
    library("Statistics", ["Vocabulary", real]),
    library("People", ["Vocabulary"]),

    // Layer 1: the six fields, which never import each other.
    library("Training", foundations),
    library("Performance", foundations + [real]),
    library("Incentives", foundations),
    library("Forecasting", foundations + [real]),
    library("Staffing", foundations + [real]),
    library("Rostering", foundations + clp),

    // Layer 2: what is said, and the store; layer 3: the files, which never meet the store.
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    library("MusterWords", foundations + fields),
    library("MusterStore", foundations + fields + [grdb, sqlite, "CPostgres"]),
    library("MusterFiles", foundations + fields + ["MusterWords", yams, ordered, "CXlsxWriter"]),

    // Layer 4: one function per thing a user does.
    library(
      "MusterOperations", foundations + fields + ["MusterWords", "MusterStore", "MusterFiles"]),

    // Layer 5: what results look like.
    library(
      "MusterViews",
      foundations + fields + ["MusterWords", "MusterStore", "MusterFiles", "MusterOperations"]),

    // Layer 6: the command line.
    .executableTarget(
      name: "muster",
      dependencies: foundations + fields + [
        "MusterWords", "MusterStore", "MusterFiles", "MusterOperations", "MusterViews",
        arguments,
      ],
      swiftSettings: command),

    // Small programs that use the library.
    .executableTarget(
      name: "StaffADay", dependencies: ["Staffing", "Vocabulary"], path: "Examples/StaffADay",
      swiftSettings: strict),
    .executableTarget(
      name: "SplitAPool", dependencies: ["Vocabulary"], path: "Examples/SplitAPool",
      swiftSettings: strict),

    .target(
      name: "MusterTesting",
      dependencies: foundations + fields + [
        "MusterWords", "MusterStore", "MusterFiles", "MusterOperations",
      ],
      path: "Tests/MusterTesting", swiftSettings: strict),
    tests("Vocabulary", ["Vocabulary"]),
    tests("Statistics", ["Statistics", "Vocabulary"]),
    tests("People", ["People", "Vocabulary"]),
    tests("Training", foundations + ["Training"]),
    tests("Performance", foundations + ["Performance"]),
    tests("Incentives", foundations + ["Incentives"]),
    tests("Forecasting", foundations + ["Forecasting"]),
    tests("Staffing", foundations + ["Staffing"]),
    tests("Rostering", foundations + ["Rostering"]),
    tests("MusterStore", foundations + fields + ["MusterStore", grdb]),
    tests("MusterFiles", foundations + fields + ["MusterWords", "MusterFiles"]),
    tests(
      "MusterOperations",
      foundations + fields + [
        "MusterWords", "MusterStore", "MusterFiles", "MusterOperations", "MusterViews",
      ]),
    tests(
      "MusterViews",
      foundations + fields + ["MusterWords", "MusterFiles", "MusterOperations", "MusterViews"]),
    tests("muster", ["muster"]),
    .testTarget(
      name: "FaultTests",
      dependencies: foundations + ["MusterStore", "MusterTesting", "muster"],
      swiftSettings: strict),
    .testTarget(
      name: "OracleTests",
      dependencies: foundations + fields + ["MusterWords", "MusterFiles", "MusterTesting"],
      swiftSettings: strict),
  ]
)
