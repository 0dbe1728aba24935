// swift-tools-version: 6.2

import PackageDescription

/// Races that need the library itself; those of the command are scripts in this folder.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "muster", path: "..")],
  targets: [
    .executableTarget(
      name: "StaffingRaces",
      dependencies: [.product(name: "MusterFields", package: "muster")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ])
