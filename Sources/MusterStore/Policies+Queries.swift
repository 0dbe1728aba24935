public import Vocabulary

/// A plan, ladder, scorecard or the like, as it was when a result was made with it.
public struct StoredPolicy: Hashable, Sendable {
  public var hash: ContentHash
  /// What it is, such as `plan`.
  public var kind: String
  /// Where it was read from, for people.
  public var path: String
  public var text: String
}

extension Connection {
  /// Keeps the text of a policy and gives its hash; the same text again changes nothing.
  @discardableResult
  public func savePolicy(kind: String, path: String, text: String) throws -> ContentHash {
    let hash = ContentHash(ofText: text)
    try execute(
      """
      INSERT INTO policy (hash, kind, path, text) VALUES ($1, $2, $3, $4)
      ON CONFLICT (hash) DO NOTHING
      """, hash, kind, path, text)
    return hash
  }

  /// The policy with this hash, or nil where none was kept.
  public func policy(_ hash: ContentHash) throws -> StoredPolicy? {
    try first("SELECT kind, path, text FROM policy WHERE hash = $1", hash).map { row in
      try StoredPolicy(hash: hash, kind: row["kind"], path: row["path"], text: row["text"])
    }
  }
}
