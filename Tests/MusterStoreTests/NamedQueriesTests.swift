import Foundation
@testable import MusterStore
import MusterTesting
import Performance
import Testing
import Vocabulary

/// Every query that the sources hold, found in them, is understood by every engine.
@Suite("Named queries") struct NamedQueriesTests {
  /// A statement as the sources have it.
  struct Query: CustomTestStringConvertible {
    let file: String
    let sql: String

    var testDescription: String { "\(file): \(sql)" }

    /// The highest number of its parameters.
    var parameters: Int {
      sql.matches(of: /\$(\d+)/).compactMap { Int($0.1) }.max() ?? 0
    }
  }

  /// What stands in for the pieces that are put into statements when they are run.
  private static func pieces(_ dialect: Dialect) -> [String: String] {
    [
      "ContactRow.columnList": ContactRow.columnList,
      "KPI.counts": KPI.counts,
      "condition": "number = $1",
      "group": "channel, queue",
      "dialect.incomingContacts": dialect.incomingContacts,
      "list.joined(separator: \", \")": "channel = $1",
      "list.count + 1": "2",
      "scope.condition": "a.number IN ($1, $2) AND t.module IN ($3)",
    ]
  }

  /// The statements of all sources, in the order of files and lines.
  ///
  /// But for the engines' own, and those for copies and for what is held on people, which are made
  /// from the columns of tables and have tests of their own.
  private static func queries(_ dialect: Dialect) -> [Query] {
    let pieces = pieces(dialect)
    let root = Checkout.root + "/Sources/MusterStore/"
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let files = paths.filter { path in
      path.hasSuffix(".swift")
        && !["SQLite/", "Postgres/", "Engine/", "Copy/", "Holdings/Holdings", "Migrations/M0"]
          .contains(
            where: path.hasPrefix)
    }
    return files.sorted().flatMap { path -> [Query] in
      let text = Checkout.read(root + path) ?? ""
      let long = text.matches(of: /"""\n(.*?)\n *"""/.dotMatchesNewlines()).map { String($0.1) }
      let rest = text.replacing(/"""\n.*?\n *"""/.dotMatchesNewlines(), with: "")
      let short = rest.matches(of: /"([^"\n]*)"/).map { String($0.1) }
      return (long + short).compactMap { literal in
        var sql = literal.trimmingCharacters(in: .whitespacesAndNewlines)
        for (piece, stand) in pieces { sql.replace("\\(\(piece))", with: stand) }
        let isStatement = ["SELECT ", "INSERT ", "UPDATE ", "DELETE "].contains {
          sql.hasPrefix($0)
        }
        return isStatement ? Query(file: path, sql: sql) : nil
      }
    }
  }

  @Test("each is understood", arguments: StoreEngine.allCases)
  func understood(engine: StoreEngine) throws {
    let queries = NamedQueriesTests.queries(engine == .sqlite ? .sqlite : .postgreSQL)
    #expect(queries.count > 80)
    #expect(queries.contains { $0.sql.contains(/\$2[^$]*\$1/) })
    #expect(
      queries.contains { $0.sql.contains(/\$1\b[^$]*\$1\b/) || $0.sql.contains(/\$2\b.*\$2\b/) })
    let store = try Scratch().store(on: engine)
    // Makes the temporary table that one of them reads; it stays as long as the connection.
    try store.write { _ = try $0.contactWriter(for: Fixture.run, zone: .china) }
    for query in queries {
      let nulls = [Value](repeating: .null, count: query.parameters)
      #expect(throws: Never.self, "\(query.testDescription)") {
        try store.write { _ = try $0.session.query("EXPLAIN " + query.sql, nulls) }
      }
    }
  }
}
