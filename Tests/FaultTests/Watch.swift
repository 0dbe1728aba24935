@testable import MusterStore
import MusterTesting

/// Whether a transaction that writes is open in a store, as seen from outside.
///
/// In a file the lock for writing is held; in a database of the tests' server somebody holds the
/// lock that every write takes, or the one that the making of a store takes.
final class Watch {
  private let locks: [WriteLock]
  private let link: PostgresLink?
  private let databases: String

  /// Watches the stores at `places`: files, and databases of the tests' server.
  init(_ places: String...) throws {
    let addresses = places.filter(PostgresAddress.isAddress)
    locks = places.filter { !PostgresAddress.isAddress($0) }.map(WriteLock.init(of:))
    databases = addresses.map { "'\(PostgresServer.name(of: $0))'" }.joined(separator: ", ")
    link =
      addresses.isEmpty
      ? nil : try PostgresLink([(name: "dbname", value: Shop.server.address())])
  }

  /// Whether a transaction that writes is open in any of them.
  func isOpen() throws -> Bool {
    if locks.contains(where: \.isHeld) { return true }
    return try has(
      """
      SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE d.datname IN (\(databases)) AND l.granted
        AND (l.locktype = 'advisory' OR l.locktype = 'relation' AND l.mode = 'ExclusiveLock')
      """)
  }

  /// Waits until the server has noticed that its clients are dead.
  func waitForServer() throws {
    while try has("SELECT 1 FROM pg_stat_activity WHERE datname IN (\(databases))") { pause() }
  }

  /// What a server has left behind that would keep others waiting: locks that are waited for, and
  /// transactions in which nothing is done.
  func hasLeftovers() throws -> Bool {
    try has(
      """
      SELECT 1 FROM pg_stat_activity
      WHERE datname IN (\(databases)) AND (wait_event_type = 'Lock' OR state LIKE 'idle in%')
      """)
  }

  private func has(_ sql: String) throws -> Bool {
    guard let link else { return false }
    return try link.run(sql, []).rowCount > 0
  }
}
