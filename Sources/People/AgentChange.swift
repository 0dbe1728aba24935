public import Vocabulary

/// What an import changed of an agent on the staff list.
public struct AgentChange: Hashable, Sendable {
  /// Counts the imports that changed the agent, from 1.
  public var version: Int
  /// The column of the staff list.
  public var field: String
  /// Nil where there was nothing, or where it was erased.
  public var old: String?
  public var new: String?
  /// The day from which it holds.
  public var from: Day
  public var at: Instant
  public var actor: String

  public init(
    version: Int, field: String, old: String?, new: String?, from: Day, at: Instant, actor: String
  ) {
    self.version = version
    self.field = field
    self.old = old
    self.new = new
    self.from = from
    self.at = at
    self.actor = actor
  }
}
