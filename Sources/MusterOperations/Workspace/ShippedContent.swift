import FoundationEssentials
public import MusterWords

/// Curricula, rosters and plans that come with Muster.
///
/// They lie in `../share/muster` beside the installed program, or at the root of the package that
/// it was built from.
public enum ShippedContent {
  /// The kinds of content, each a folder.
  public static let kinds = ["curricula", "rosters", "plans"]

  /// The folder that holds the ``kinds``.
  public static func folder() throws(Refusal) -> String {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var parent = program.split(separator: "/").dropLast()
    let installed = "/" + parent.dropLast().joined(separator: "/") + "/share/muster"
    if holdsAllKinds(installed) { return installed }
    while !parent.isEmpty {
      let folder = "/" + parent.joined(separator: "/")
      if FileManager.default.fileExists(atPath: folder + "/Package.swift"), holdsAllKinds(folder) {
        return folder
      }
      parent = parent.dropLast()
    }
    throw Refusal(.noInput, [WorkspaceWords.nothingShipped(installed)])
  }

  private static func holdsAllKinds(_ folder: String) -> Bool {
    kinds.allSatisfy { FileManager.default.fileExists(atPath: folder + "/" + $0) }
  }
}
