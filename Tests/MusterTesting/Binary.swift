import FoundationEssentials

/// The built command: the one that `MUSTER_BINARY` names, else the one beside the test program.
public enum Binary {
  /// The folder that the tests were built into.
  public static let folder: String =
    ((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
    .split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")

  public static let path: String =
    ProcessInfo.processInfo.environment["MUSTER_BINARY"] ?? folder + "/muster"
}
