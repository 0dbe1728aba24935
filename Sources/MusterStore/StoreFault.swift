public import Vocabulary

/// Why the store did not do what it was asked.
///
/// Payloads name things; sentences for people are made from them in `MusterFiles/Texts`.
public enum StoreFault: Error, Hashable, Sendable {
  /// There is no store at this path.
  case missing(path: String)
  /// A new store was asked for where one stands already.
  case exists(path: String)
  /// A file cannot be made at this path; `code` is the system's error number.
  case cannotCreate(path: String, code: Int32)
  /// The file is there, and this user may not open it.
  case notAllowed(path: String)
  /// What should be the address of a server cannot be read; it is not told, since it may hold a
  /// password.
  case notAnAddress
  /// The file is there, and it is something else.
  case notAStore(path: String)
  /// A newer version of Muster made the store: its schema is `found`, this one knows `known`.
  case newerSchema(found: Int, known: Int)
  /// A copy of the store at `from` was being put here since `at` and is not finished: it is no store.
  case unfinished(path: String, from: String, at: Instant)
  /// The store was moved from here `to` another place and changes here no more.
  case moved(path: String, to: String, at: Instant)
  /// The clock stands at `now`, before the last thing booked or locked was, at `last`.
  case clockBehind(now: Instant, last: Instant)
  /// Another process was writing for longer than we wait; the same call may be made again.
  case busy
  /// The server at this address does not answer, or no longer; what was under way is either kept
  /// whole or not at all.
  case disconnected(String)
  /// What was copied of this table is not what was read.
  case copyDiffers(table: String)
  /// The server gave a statement up that took longer than it may.
  case tooSlow
  /// The store can be read, not written.
  case readOnly
  /// The disk is full.
  case full
  /// The file is damaged.
  case corrupt
  /// The system failed to read or write.
  case inputOutput
  /// A rule of the schema refused a row; the text is the engine's.
  case constraint(String)
  /// A column holds what its reader cannot take.
  case unreadable(column: String, found: String, wanted: String)
  /// Any other error of the engine: a bug of ours.
  case engine(code: String, message: String)
}
