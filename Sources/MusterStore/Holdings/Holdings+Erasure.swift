public import Vocabulary

/// What became of a person's name or words in one column.
public struct ErasedField: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable {
    /// Nothing stands there now.
    case blanked
    /// The number stands where the name stood.
    case numbered
    /// It stays: the row is part of a hash, or of a policy that a hash names.
    case kept
  }

  public let table: String
  public let column: String
  public internal(set) var rows: Int
  public let outcome: Outcome
}

extension Connection {
  /// Blanks the names and words of a person and puts their number where others are told by whom
  /// something was done; only inside a write.
  ///
  /// Nothing that counts changes: no sum, no number of rows, no hash. What was done under a name
  /// that others bear too stays theirs. Where anything is blanked, an entry says for whom, when and
  /// by whom. Gives the columns where anything stood, in the order of the tables.
  public func erase(_ names: KnownNames, note: ChangeNote) throws -> [ErasedField] {
    guard let id = try agentIDs()[names.number] else { return [] }
    var fields: [ErasedField] = []
    func add(
      _ table: String, _ column: String, _ outcome: ErasedField.Outcome, _ rows: Int
    ) {
      guard rows > 0 else { return }
      let place = fields.firstIndex {
        $0.table == table && $0.column == column && $0.outcome == outcome
      }
      if let place {
        fields[place].rows += rows
        return
      }
      fields.append(ErasedField(table: table, column: column, rows: rows, outcome: outcome))
    }
    let others = names.actors.dropFirst()
    // A name of one letter stands in too many words that mean something else.
    let name = names.name.flatMap { $0.count > 1 && names.namesakes.isEmpty ? $0 : nil }
    for holding in Migrations.tables where !holding.words.isEmpty || !holding.actors.isEmpty {
      let table = holding.table
      try opened(table) {
        // Words go first: whose they are is told by the actor's name.
        for column in holding.words {
          switch (table, column) {
          case ("agent_name", _), ("attempt_answer", _):
            let condition = "(\(holding.rows ?? "")) AND \(column) IS NOT NULL"
            try add(
              table, column, .blanked,
              execute("UPDATE \(table) SET \(column) = NULL WHERE \(condition)", id))
          case ("agent_change", _):
            try add(
              table, column, .blanked,
              execute(
                """
                UPDATE agent_change SET \(column) = NULL
                WHERE agent_id = $1 AND field = 'name' AND \(column) IS NOT NULL
                """, id))
          case ("forecast_override", _):
            var rows = 0
            for actor in names.actors {
              rows += try execute(
                "UPDATE forecast_override SET reason = '' WHERE actor = $1 AND reason <> ''",
                actor)
            }
            add(table, column, .blanked, rows)
            if let name { try add(table, column, .numbered, number(name, names, table, column)) }
          case ("policy", _):
            if let name { try add(table, column, .kept, count(table, column, holding: name)) }
          case ("roster_file", _):
            guard let name else { continue }
            // Files of wishes are the user's own; those of policies must stay as they were.
            try add(
              table, column, .numbered,
              number(name, names, table, column, where: "name IN ('wishes.csv', 'requests.csv')"))
            try add(table, column, .kept, count(table, column, holding: name))
          default:
            if let name { try add(table, column, .numbered, number(name, names, table, column)) }
          }
        }
        for column in holding.actors {
          for actor in others where actor != names.number.text {
            if table == "ledger" {
              let rows = try query("SELECT 1 FROM ledger WHERE actor = $1", actor).count
              add(table, column, .kept, rows)
            } else {
              try add(
                table, column, .numbered,
                execute(
                  "UPDATE \(table) SET \(column) = $2 WHERE \(column) = $1", actor,
                  names.number))
            }
          }
        }
      }
    }
    if fields.contains(where: { $0.outcome != .kept }) {
      let own = names.actors.contains(note.actor) ? names.number.text : note.actor
      try execute(
        "INSERT INTO erasure (agent_id, erased_at, actor) VALUES ($1, $2, $3)", id, note.at, own)
    }
    return fields
  }

  /// When the agent with `number` was erased and by whom, the first time first.
  public func erasures(of number: AgentNumber) throws -> [ChangeNote] {
    try query(
      """
      SELECT erased_at, actor FROM erasure e JOIN agent a ON a.id = e.agent_id
      WHERE a.number = $1 ORDER BY e.id
      """, number
    ).map { try ChangeNote(at: $0["erased_at"], actor: $0["actor"]) }
  }

  /// Runs `body` while rows of `table` may be changed.
  private func opened(_ table: String, _ body: () throws -> Void) throws {
    guard Migrations.appendOnly.contains(table) else { return try body() }
    // What is hashed or named by a hash stays shut.
    guard !["ledger", "policy"].contains(table) else { return try body() }
    let (open, close) = session.dialect.opening(table)
    try execute(open)
    try body()
    try execute(close)
  }

  /// Puts the number where `name` stands inside of texts, and is not part of a longer name.
  private func number(
    _ name: String, _ names: KnownNames, _ table: String, _ column: String,
    where condition: String = "1 = 1"
  ) throws -> Int {
    let (hidden, values) = try hiding(others: name, in: column)
    let places = stride(from: 2, to: values.count, by: 2)
    let shown = places.reduce("REPLACE(\(hidden), $1, $\(values.count + 1))") {
      "REPLACE(\($0), $\($1 + 1), $\($1))"
    }
    return try session.execute(
      """
      UPDATE \(table) SET \(column) = \(shown)
      WHERE \(condition) AND REPLACE(\(hidden), $1, '') <> \(hidden)
      """, values + [names.number.stored])
  }

  private func count(_ table: String, _ column: String, holding name: String) throws -> Int {
    let (hidden, values) = try hiding(others: name, in: column)
    return try session.query(
      "SELECT 1 FROM \(table) WHERE REPLACE(\(hidden), $1, '') <> \(hidden)", values
    ).count
  }

  /// SQL for the text of `column` with other marks in place of the names of others in which `name`
  /// stands, as 王伟 does in 王伟明; its first parameter is `name`, and a name and its mark are the
  /// next two each.
  private func hiding(
    others name: String, in column: String
  ) throws -> (sql: String, values: [Value]) {
    let others: [String] = try query(
      """
      SELECT name FROM agent_name WHERE name <> $1 AND REPLACE(name, $1, '') <> name
      GROUP BY name ORDER BY LENGTH(name) DESC, name
      """, name
    ).map { try $0["name"] }
    var values: [Value] = [.text(name)]
    // Characters for private use, which stand in nobody's text.
    for (place, other) in others.enumerated() {
      values += [.text(other), .text("\u{E000}\(place)\u{E001}")]
    }
    let sql = stride(from: 2, to: values.count, by: 2).reduce(column) {
      "REPLACE(\($0), $\($1), $\($1 + 1))"
    }
    return (sql, values)
  }
}

extension Store {
  /// Takes what was erased out of the engine's files, as far as they are the engine's.
  ///
  /// Throws ``StoreFault/busy`` where others read what was there before.
  public func purge(_ fields: [ErasedField]) throws {
    var tables: [String] = []
    for field in fields where !tables.contains(field.table) { tables.append(field.table) }
    try engine.purge(tables.isEmpty ? ["agent_name"] : tables)
  }
}
