public import Vocabulary

/// The end of the ledger's chain; printed, it seals all that stands before it.
public struct LedgerHead: Hashable, Sendable {
  /// What is wrong with the first bad row of a chain.
  public enum Fault: Error, Hashable {
    /// A row is missing, or stands where another should.
    case sequence(Int64, wanted: Int64)
    /// The row's content is not what was hashed.
    case hash(sequence: Int64, found: ContentHash, wanted: ContentHash)
  }

  /// That of the last entry; zero where there is none.
  public let sequence: Int64
  public let hash: ContentHash

  public init(sequence: Int64, hash: ContentHash) {
    self.sequence = sequence
    self.hash = hash
  }

  /// The head of an empty ledger.
  public static let origin = LedgerHead(sequence: 0, hash: .origin)

  /// Books `posting` as the next entry; the head is then that entry's.
  public mutating func append(
    _ posting: Posting, in period: Month, by actor: Actor, at instant: Instant
  ) -> LedgerEntry {
    let entry = LedgerEntry(
      sequence: sequence + 1, period: period, posting: posting, actor: actor, instant: instant)
    self = LedgerHead(sequence: entry.sequence, hash: entry.hash(after: hash))
    return entry
  }

  /// Moves over the next entry of a stored ledger, which must continue the chain.
  public mutating func verify(_ entry: LedgerEntry, hash found: ContentHash) throws(Fault) {
    guard entry.sequence == sequence + 1 else {
      throw .sequence(entry.sequence, wanted: sequence + 1)
    }
    let wanted = entry.hash(after: hash)
    guard found == wanted else {
      throw .hash(sequence: entry.sequence, found: found, wanted: wanted)
    }
    self = LedgerHead(sequence: entry.sequence, hash: found)
  }
}
