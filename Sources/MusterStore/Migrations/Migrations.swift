import Vocabulary

/// The schema, step by step.
///
/// To add a table: write `Migrations/M0009Things.swift` with an `extension Migration` that holds
/// `static let things = Migration(version: 9, name: "things", statements: [...])`, append it to
/// ``all``, and put the queries into `Things/Things+Queries.swift` as methods of ``Connection``.
/// Write types as the tokens `{int} {real} {text} {bytes}`, a surrogate key as `id {id}`, the end
/// of a table as `) {strict}`, a flag as `{int} NOT NULL CHECK (x IN (0, 1))`, a day as `{text}`,
/// an instant as `{int}`; `.appendOnly(table:)` makes a table refuse UPDATE and DELETE.
enum Migrations {
  static let all: [Migration] = [
    .people, .contacts, .policies, .training, .quality, .load, .pay, .rosters,
    .rosterChanges, .rosterSlack, .rosterRequests, .forecasts, .contactReferences, .desks,
  ]

  /// The version of a store that has every migration.
  static var newest: Int { all.count }

  /// The version of the store behind `session`; nil where it is no store of ours.
  static func version(_ session: any Session) throws -> Int? {
    guard try session.hasTable("migration") else { return nil }
    return try Connection(session: session)
      .first("SELECT MAX(version) AS version FROM migration")?["version"]
  }

  /// Every table of a store, none of which names rows of a later one.
  static let tables: [String] = {
    var names = ["migration"]
    for migration in all {
      for case .sql(let sql) in migration.statements {
        let words = sql.split { $0 == " " || $0 == "\n" }.prefix(6).map(String.init)
        switch words.prefix(2) {
        case ["CREATE", "TABLE"]: names.append(words[2])
        case ["DROP", "TABLE"]: names.removeAll { $0 == words[2] }
        case ["ALTER", "TABLE"] where words[3] == "RENAME":
          names = names.map { $0 == words[2] ? words[5] : $0 }
        default: break
        }
      }
    }
    return names
  }()

  /// The tables whose rows can be neither changed nor removed.
  static let appendOnly: [String] = all.flatMap { migration in
    migration.statements.compactMap { statement in
      if case .appendOnly(let table) = statement { table } else { nil }
    }
  }

  /// The functions that an engine has besides the tables.
  static func functions(of dialect: Dialect) -> [String] {
    all.flatMap(\.statements).flatMap(dialect.expand).compactMap { sql in
      sql.firstMatch(of: /^CREATE (OR REPLACE )?FUNCTION (\w+)\(/).map { String($0.2) }
    }
  }

  /// Runs `migrations` in the transaction of `session`, and remembers them as run at `now`, if any.
  static func apply(
    _ migrations: ArraySlice<Migration>, to session: any Session, now: Instant?
  ) throws {
    let connection = Connection(session: session)
    for migration in migrations {
      for statement in migration.statements {
        for sql in session.dialect.expand(statement) { try connection.execute(sql) }
      }
      guard let now else { continue }
      try connection.execute(
        "INSERT INTO migration (version, name, applied_at) VALUES ($1, $2, $3)",
        migration.version, migration.name, now)
    }
  }

  /// The table that remembers which migrations a store has.
  static let table: Migration.Statement = """
    CREATE TABLE migration (
      version {int} NOT NULL PRIMARY KEY,
      name {text} NOT NULL,
      applied_at {int} NOT NULL
    ) {strict}
    """
}
