public import People
public import Vocabulary

/// What the staff list says of an agent over a run of days.
public struct AgentTerm: Hashable, Sendable {
  public var agent: Agent
  public var firstDay: Day
  /// Nil where it holds until further notice.
  public var lastDay: Day?
}

extension Connection {
  /// Everybody who is employed on `day`, as the staff list has them then, by number.
  public func agents(on day: Day) throws -> [Agent] {
    try agents(in: day..<day + 1)
  }

  /// Everybody who is employed on one of `days`, each as on the last of those days that is theirs,
  /// by number.
  public func agents(in days: Range<Day>) throws -> [Agent] {
    guard !days.isEmpty else { return [] }
    let terms = try query(
      """
      SELECT number, name, team, rung, hired_on, left_on, contract, base_minor, currency, skills,
        channels, from_day
      FROM agent a JOIN agent_term t ON t.agent_id = a.id JOIN agent_name n ON n.agent_id = a.id
      WHERE from_day < $2 AND (to_day IS NULL OR to_day >= $1)
        AND hired_on < $2 AND (left_on IS NULL OR left_on >= $1)
      ORDER BY a.id, from_day DESC
      """, days.lowerBound, days.upperBound)
    return try latest(terms) { term, agent in
      let lastDay = agent.leftOn.map { min($0, days.upperBound - 1) } ?? days.upperBound - 1
      return try (term["from_day"] as Day) <= lastDay
    }
  }

  /// Everybody the staff list has on `day`, those who left and those to come among them, by number.
  public func staffList(on day: Day) throws -> [Agent] {
    let terms = try query(
      """
      SELECT number, name, team, rung, hired_on, left_on, contract, base_minor, currency, skills,
        channels
      FROM agent a JOIN agent_term t ON t.agent_id = a.id JOIN agent_name n ON n.agent_id = a.id
      WHERE from_day <= $1 AND (to_day IS NULL OR to_day >= $1)
      ORDER BY a.id
      """, day)
    return try latest(terms) { _, _ in true }
  }

  /// The agent with `number` as the staff list has them on `day`, employed or not; nil where it
  /// does not have them.
  public func agent(_ number: AgentNumber, on day: Day) throws -> Agent? {
    try first(
      """
      SELECT number, name, team, rung, hired_on, left_on, contract, base_minor, currency, skills,
        channels
      FROM agent a JOIN agent_term t ON t.agent_id = a.id JOIN agent_name n ON n.agent_id = a.id
      WHERE number = $1 AND from_day <= $2 AND (to_day IS NULL OR to_day >= $2)
      """, number, day
    ).map(Agent.init(row:))
  }

  /// What the staff list has said of the agent with `number`, earliest first; none where nobody
  /// has it.
  public func terms(of number: AgentNumber) throws -> [AgentTerm] {
    try query(
      """
      SELECT number, name, team, rung, hired_on, left_on, contract, base_minor, currency, skills,
        channels, from_day, to_day
      FROM agent a JOIN agent_term t ON t.agent_id = a.id JOIN agent_name n ON n.agent_id = a.id
      WHERE number = $1 ORDER BY from_day
      """, number
    ).map { row in
      try AgentTerm(agent: Agent(row: row), firstDay: row["from_day"], lastDay: row["to_day"])
    }
  }

  /// Whether somebody has `number`.
  public func knowsAgent(_ number: AgentNumber) throws -> Bool {
    try first("SELECT id FROM agent WHERE number = $1", number) != nil
  }

  /// The number of the one agent who is called `name`; nil where none or several are.
  public func number(called name: String) throws -> AgentNumber? {
    let rows = try query(
      """
      SELECT a.number FROM agent a JOIN agent_name n ON n.agent_id = a.id WHERE n.name = $1
      """, name)
    return try rows.count == 1 ? rows[0]["number"] : nil
  }

  /// All numbers, sorted.
  public func agentNumbers() throws -> [AgentNumber] {
    try query("SELECT number FROM agent").map { try $0["number"] }.sorted()
  }

  /// The surrogate id of every agent.
  public func agentIDs() throws -> [AgentNumber: Int64] {
    var ids: [AgentNumber: Int64] = [:]
    for row in try query("SELECT id, number FROM agent") { ids[try row["number"]] = try row["id"] }
    return ids
  }

  /// The first of each agent's `terms` that `isWanted`, by number.
  private func latest(
    _ terms: [Row], where isWanted: (Row, Agent) throws -> Bool
  ) throws -> [Agent] {
    var agents: [Agent] = []
    for term in terms {
      let agent = try Agent(row: term)
      guard agents.last?.number != agent.number, try isWanted(term, agent) else { continue }
      agents.append(agent)
    }
    return agents.sorted { $0.number < $1.number }
  }
}

extension Agent {
  init(row: Row) throws {
    let code: String = try row["currency"]
    guard let currency = Currency(code: code) else {
      throw StoreFault.unreadable(column: "currency", found: code, wanted: "Currency")
    }
    let base: Int64? = try row["base_minor"]
    self.init(
      number: try row["number"], name: try row["name"] ?? "", team: try row["team"],
      rung: try row["rung"], hiredOn: try row["hired_on"], leftOn: try row["left_on"],
      contract: try row["contract"], base: base.map { Money(minorUnits: $0, currency) },
      skills: Agent.list(try row["skills"]), channels: Agent.list(try row["channels"]))
  }

  /// The words of a column that holds several, by `|`.
  private static func list(_ text: String) -> [String] {
    text.split(separator: "|").map(String.init)
  }
}
