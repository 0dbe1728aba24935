import FoundationEssentials

/// Public data with expected results that lie beside the checkout, or where `MUSTER_ORACLES` says.
///
/// They are no part of the project: a test that needs one is skipped where it is absent.
public enum Oracles {
  /// The folder that holds them, by fields: `performance/`, `rostering/`, ...
  public static let folder: String =
    ProcessInfo.processInfo.environment["MUSTER_ORACLES"]
    ?? Checkout.root + "/../shared/benchmarks"

  /// Whether the file or folder at `path`, below ``folder``, is there; says so where it is not.
  public static func has(_ path: String) -> Bool {
    let there = FileManager.default.fileExists(atPath: folder + "/" + path)
    if !there { print("oracle data \(path) is not there: its tests are skipped") }
    return there
  }

  /// The text of the file at `path`, below ``folder``; empty where it cannot be read.
  public static func text(_ path: String) -> String {
    Checkout.read(folder + "/" + path) ?? ""
  }

  /// The names of the files directly in the folder at `path`, below ``folder``, sorted.
  public static func files(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) ?? []).sorted()
  }
}

/// The package's own folder, found from where this file was compiled.
public enum Checkout {
  public static let root: String =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// The text of the file at `path`, or nil where it cannot be read as UTF-8.
  public static func read(_ path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(bytes: data, encoding: .utf8)
  }
}
