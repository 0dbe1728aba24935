public import MusterWords

/// How far a piece of long work has come.
public struct Progress: Sendable {
  public let done: Int64
  /// What is counted.
  public let unit: Phrase
  /// From 0 to 1, where the whole is known.
  public let share: Double?

  public init(done: Int64, unit: Phrase, share: Double? = nil) {
    self.done = done
    self.unit = unit
    self.share = share
  }
}

/// What long work reports to, and asks whether to stop.
public struct Control {
  public var progress: (Progress) -> Void
  public var shouldStop: () -> Bool

  public init(
    progress: @escaping (Progress) -> Void = { _ in }, shouldStop: @escaping () -> Bool = { false }
  ) {
    self.progress = progress
    self.shouldStop = shouldStop
  }

  /// Throws the refusal of an interrupted command where the user asked to stop.
  public func checkStop() throws {
    guard shouldStop() else { return }
    throw Refusal(.interrupted, [WorkspaceWords.interrupted])
  }
}
