public import People
public import Vocabulary

extension Connection {
  /// Everybody who is employed on `day`, as the staff list has them then, by number.
  public func agents(on day: Day) throws -> [Agent] {
    try agents(in: day..<day + 1)
  }

  /// Everybody who is employed on one of `days`, each as on the last of those days that is theirs,
  /// by number.
  public func agents(in days: Range<Day>) throws -> [Agent] {
    guard !days.isEmpty else { return [] }
    let days = days.lowerBound...days.upperBound - 1
    return try terms(in: days).compactMap { $0.employed(in: days) }
  }

  /// Everybody the staff list has on `day`, those who left and those to come among them, by number.
  public func staffList(on day: Day) throws -> [Agent] {
    try terms(in: day...day).compactMap { $0.inForce(on: day)?.agent }
  }

  /// The agent with `number` as the staff list has them on `day`, employed or not; nil where it
  /// does not have them.
  public func agent(_ number: AgentNumber, on day: Day) throws -> Agent? {
    try terms(of: number).inForce(on: day)?.agent
  }

  /// What the staff list has said of the agent with `number`, earliest first; none where nobody
  /// has it.
  public func terms(of number: AgentNumber) throws -> [AgentTerm] {
    try terms(where: "number = $1", number)
  }

  /// The terms that touch `days`, earliest first, of each agent, by number.
  private func terms(in days: ClosedRange<Day>) throws -> [[AgentTerm]] {
    let terms = try terms(
      where: "from_day <= $2 AND (to_day IS NULL OR to_day >= $1)", days.lowerBound,
      days.upperBound)
    return Dictionary(grouping: terms, by: \.agent.number).sorted { $0.key < $1.key }
      .map(\.value)
  }

  private func terms(
    where condition: String, _ parameters: any Storable...
  ) throws -> [AgentTerm] {
    try session.query(
      """
      SELECT number, name, team, rung, hired_on, left_on, contract, base_minor, currency, skills,
        channels, from_day, to_day
      FROM agent a JOIN agent_term t ON t.agent_id = a.id JOIN agent_name n ON n.agent_id = a.id
      WHERE \(condition) ORDER BY from_day
      """, parameters.map(\.stored)
    ).map { row in
      try AgentTerm(Agent(row: row), from: row["from_day"], through: row["to_day"])
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
  public func agentNumbers() throws -> [AgentNumber] { try agentIDs().keys.sorted() }

  /// The surrogate id of every agent.
  public func agentIDs() throws -> [AgentNumber: Int64] {
    var ids: [AgentNumber: Int64] = [:]
    for row in try query("SELECT id, number FROM agent") { ids[try row["number"]] = try row["id"] }
    return ids
  }
}

extension Agent {
  fileprivate init(row: Row) throws {
    let base: Int64? = try row["base_minor"]
    let currency = try row.currency
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
