public import Vocabulary

/// Who brings in which file, when.
public struct ImportRun: Hashable, Sendable {
  /// The system the contacts come from; with a contact's external id it is the contact's key.
  public var source: String
  /// The name of the file, for people.
  public var file: String
  public var at: Instant
  public var actor: String

  public init(source: String, file: String, at: Instant, actor: String) {
    self.source = source
    self.file = file
    self.at = at
    self.actor = actor
  }
}

/// What an import did, by rows of its file.
public struct ImportCounts: Hashable, Sendable {
  public var added = 0
  public var changed = 0
  /// Rows that the store had as they are.
  public var same = 0
  /// Rows that were refused.
  public var rejected = 0

  public init(added: Int = 0, changed: Int = 0, same: Int = 0, rejected: Int = 0) {
    self.added = added
    self.changed = changed
    self.same = same
    self.rejected = rejected
  }

  mutating func count(_ outcomes: [ContactWriter.Outcome]) {
    for outcome in outcomes {
      switch outcome {
      case .added: added += 1
      case .changed: changed += 1
      case .same: same += 1
      case .unknownAgent, .duplicate: rejected += 1
      }
    }
  }
}

/// An import that changed something, as the store remembers it.
public struct ImportRecord: Hashable, Sendable {
  /// Rising from one import to the next.
  public var id: Int64
  public var run: ImportRun
  public var counts: ImportCounts

  public init(id: Int64, run: ImportRun, counts: ImportCounts) {
    self.id = id
    self.run = run
    self.counts = counts
  }
}
