public import Vocabulary

/// The rows of one table that are about an agent.
public struct HeldRows: Sendable {
  public let table: String
  public let columns: [String]
  /// By the table's key; numbers of agents stand in place of surrogate ids.
  package let rows: [[Value]]

  public var count: Int { rows.count }
}

/// Something that an agent did to rows which may be about others.
public struct HeldDeed: Hashable, Sendable {
  public let table: String
  /// The key of the row, a blank between its columns.
  public let key: String
  public let at: Instant
  /// The name by which it was done.
  public let actor: String
  /// What the agent wrote there.
  public let words: String
}

/// The files of a roster's problem that may name an agent.
public struct HeldFile: Hashable, Sendable {
  public let roster: Int64
  public let name: String
  public let text: String
}

/// Who somebody is in the columns that say who did what.
public struct KnownNames: Hashable, Sendable {
  public let number: AgentNumber
  /// What the staff list calls them; nil where that was erased.
  public let name: String?
  /// Others with the same name, by number: what was done under it cannot be told apart.
  public let namesakes: [AgentNumber]
  /// Other names by which they did things here, those they had before among them.
  public let aliases: [String]

  /// The names that are theirs alone, their number first.
  public var actors: [String] {
    var names = [number.text]
    if let name, namesakes.isEmpty { names.append(name) }
    for alias in aliases where !names.contains(alias) { names.append(alias) }
    return names
  }
}

extension Connection {
  /// The names of the agent with `number`, `aliases` among them; nil where nobody has it.
  public func names(of number: AgentNumber, aliases: [String]) throws -> KnownNames? {
    guard
      let row = try first(
        """
        SELECT a.id, n.name FROM agent a JOIN agent_name n ON n.agent_id = a.id
        WHERE a.number = $1
        """, number)
    else { return nil }
    let name: String? = try row["name"]
    let earlier = try query(
      """
      SELECT DISTINCT old_value FROM agent_change
      WHERE agent_id = $1 AND field = 'name' AND old_value <> $2
        AND old_value NOT IN (SELECT name FROM agent_name WHERE name IS NOT NULL)
      ORDER BY old_value
      """, row["id"] as Int64, name)
    let namesakes = try query(
      """
      SELECT a.number FROM agent a JOIN agent_name n ON n.agent_id = a.id
      WHERE n.name = $1 AND a.number <> $2
      """, name, number)
    return try KnownNames(
      number: number, name: name, namesakes: namesakes.map { try $0["number"] }.sorted(),
      aliases: aliases + earlier.map { try $0["old_value"] })
  }

  /// Those of `aliases` that are the number or the name of somebody else than who has `number`.
  public func foreign(_ aliases: [String], to number: AgentNumber) throws -> [String] {
    try aliases.filter { alias in
      try first(
        """
        SELECT a.id FROM agent a JOIN agent_name n ON n.agent_id = a.id
        WHERE a.number <> $1 AND (a.number = $2 OR n.name = $2)
        """, number, alias) != nil
    }
  }

  /// All rows that are about the agent with `number`, table by table, empty ones too.
  public func held(on number: AgentNumber) throws -> [HeldRows] {
    let ids = try agentIDs()
    guard let id = ids[number] else { return [] }
    let numbers = Dictionary(uniqueKeysWithValues: ids.map { ($0.value, $0.key.text) })
    return try Migrations.tables.compactMap { holding in
      guard let condition = holding.rows else { return nil }
      let columns = try columns(of: holding.table)
      let agents = columns.names.map { $0 == "agent_id" || $0 == "colleague_id" }
      let rows = try query(
        """
        SELECT \(columns.names.joined(separator: ", ")) FROM \(holding.table)
        WHERE \(condition) ORDER BY \(columns.key.joined(separator: ", "))
        """, id)
      return HeldRows(
        table: holding.table, columns: columns.names,
        rows: rows.map { row in
          zip(row.values, agents).map { value, isAgent in
            guard isAgent, case .integer(let id) = value else { return value }
            return numbers[id].map(Value.text) ?? value
          }
        })
    }
  }

  /// What was done under one of `names`, by table, then by key.
  public func deeds(by names: KnownNames) throws -> [HeldDeed] {
    try Migrations.tables.flatMap { holding -> [HeldDeed] in
      guard let moment = holding.moment else { return [] }
      let key = try columns(of: holding.table).key
      let columns = key + [moment] + holding.actors + holding.words
      return try names.actors.flatMap { name in
        try query(
          """
          SELECT \(columns.joined(separator: ", ")) FROM \(holding.table)
          WHERE \(holding.actors.map { "\($0) = $1" }.joined(separator: " OR "))
          ORDER BY \(key.joined(separator: ", "))
          """, name
        ).map { row in
          try HeldDeed(
            table: holding.table,
            key: row.values.prefix(key.count).map(\.plain).joined(separator: " "),
            at: row[moment], actor: name,
            words: row.values.suffix(holding.words.count).map(\.plain).joined(separator: " "))
        }
      }
    }
  }

  /// The files of rosters in which `text` stands somewhere.
  public func rosterFiles(holding text: String) throws -> [HeldFile] {
    try query(
      """
      SELECT roster_id, name, text FROM roster_file WHERE REPLACE(text, $1, '') <> text
      ORDER BY roster_id, name
      """, text
    ).map {
      try HeldFile(roster: $0["roster_id"], name: $0["name"], text: $0["text"])
    }
  }

  /// The columns of `table` from left to right, and those of its key in their order.
  func columns(of table: String) throws -> (names: [String], key: [String]) {
    let columns = try query(session.dialect.columns, table).map { row in
      (name: try row["name"] as String, place: try row["place"] as Int)
    }
    let key = columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
    precondition(!key.isEmpty, "table \(table) has a key")
    return (columns.map(\.name), key)
  }
}

extension Value {
  /// The value as text, nothing for NULL.
  package var plain: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    case .bytes(let bytes):
      bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    }
  }
}
