/// Why a command did not do, or did only in part, what was asked.
public struct Refusal: Error, Hashable, Sendable {
  /// What went wrong, by the exit code that scripts see.
  public enum Cause: Int32, Hashable, Sendable {
    /// It was done, and what was checked does not hold.
    case doesNotHold = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case bug = 70
    case cannotWrite = 73
    case inputOutput = 74
    /// Another process holds the store; trying again helps.
    case busy = 75
    case notAllowed = 77
    case interrupted = 130
  }

  public let cause: Cause
  /// What to tell, a line each.
  public let lines: [Phrase]

  public init(_ cause: Cause, _ lines: [Phrase]) {
    self.cause = cause
    self.lines = lines
  }

  /// What a refused file has to tell.
  public init(_ refusal: FileRefusal) {
    let cause: Cause =
      switch refusal.cause {
      case .missing: .noInput
      case .unreadable: .inputOutput
      case .badData: .badData
      case .cannotWrite: .cannotWrite
      }
    self.init(
      cause, refusal.faults.map(\.phrase))
  }
}
