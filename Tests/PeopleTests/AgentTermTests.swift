import People
import Testing
import Vocabulary

@Suite("Terms of employment") struct AgentTermTests {
  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  static func agent(
    _ team: String, name: String = "王小明", hired: String = "2026-01-15", left: String? = nil
  ) throws -> Agent {
    Agent(
      number: try #require(AgentNumber("00017")), name: name, team: team, rung: .agent,
      hiredOn: try day(hired), leftOn: left.flatMap { Day($0) }, contract: "full-time")
  }

  /// T1 from the hiring to February's end, T2 in March, T3 from April on.
  static func terms() throws -> [AgentTerm] {
    [
      AgentTerm(
        try agent("T1"), from: try day("2026-01-15"), through: try day("2026-02-28")),
      AgentTerm(
        try agent("T2"), from: try day("2026-03-01"), through: try day("2026-03-31")),
      AgentTerm(try agent("T3"), from: try day("2026-04-01")),
    ]
  }

  @Test(
    "in force from the first day to the day before the next",
    arguments: [
      ("2026-01-14", nil), ("2026-01-15", "T1"), ("2026-02-28", "T1"), ("2026-03-01", "T2"),
      ("2026-04-01", "T3"), ("2030-01-01", "T3"),
    ] as [(String, String?)])
  func inForce(day: String, team: String?) throws {
    #expect(try Self.terms().inForce(on: try Self.day(day))?.agent.team == team)
  }

  @Test(
    "employed in a run of days: as on the last of them that is theirs",
    arguments: [
      (nil, "2026-01-01", "2026-01-14", nil), (nil, "2026-01-01", "2026-01-31", "T1"),
      (nil, "2026-02-01", "2026-03-31", "T2"), (nil, "2026-03-31", "2026-04-01", "T3"),
      // The latest term says when they left: what holds is that of the last day employed.
      ("2026-03-10", "2026-03-01", "2026-04-30", "T2"),
      ("2026-03-10", "2026-04-01", "2026-04-30", nil),
    ] as [(String?, String, String, String?)])
  func employed(left: String?, first: String, last: String, team: String?) throws {
    var terms = try Self.terms()
    for index in terms.indices { terms[index].agent.leftOn = left.flatMap { Day($0) } }
    let days = try Self.day(first)...Self.day(last)
    #expect(terms.employed(in: days)?.team == team)
  }

  @Test("who left is not employed later, and who has no last day is") func leaving() throws {
    let day = try Self.day("2026-06-01")
    #expect(try Self.terms().isEmployed(onOrAfter: day))
    let left = [
      AgentTerm(try Self.agent("T1", left: "2026-05-31"), from: try Self.day("2026-01-15"))
    ]
    #expect(!left.isEmployed(onOrAfter: day))
    #expect(left.isEmployed(onOrAfter: try Self.day("2026-05-31")))
    #expect(!([] as [AgentTerm]).isEmployed(onOrAfter: day))
  }

  @Test(
    "a new list holds from its day to the end of the term that the day lies in",
    arguments: [
      ("T1", "2026-02-01", nil), ("T9", "2026-02-01", ("2026-02-01", "2026-02-28")),
      ("T9", "2026-03-01", ("2026-03-01", "2026-03-31")), ("T9", "2026-05-01", ("2026-05-01", nil)),
      ("T9", "2025-12-01", ("2025-12-01", "2026-01-14")),
    ] as [(String, String, (String, String?)?)])
  func change(team: String, day: String, term: (first: String, last: String?)?) throws {
    let agent = try Self.agent(team)
    let wanted = try term.map { term in
      TermChange.term(
        AgentTerm(agent, from: try Self.day(term.first), through: try term.last.map(Self.day)))
    }
    #expect(try Self.terms().change(to: agent, from: Self.day(day)) == wanted)
  }

  @Test("the same from an earlier day has the first term begin then") func earlier() throws {
    let day = try Self.day("2025-12-01")
    #expect(
      try Self.terms().change(to: try Self.agent("T1", name: "李"), from: day) == .beginning(day))
  }

  @Test("who is new has been so since being hired") func new() throws {
    let agent = try Self.agent("T1")
    let change = ([] as [AgentTerm]).change(to: agent, from: try Self.day("2026-06-01"))
    #expect(change == .term(AgentTerm(agent, from: agent.hiredOn)))
  }

  @Test("differences go by the columns of the staff list") func differences() throws {
    var terms = try Self.terms()
    let agent = try Self.agent("T9", name: "李", left: "2026-12-31")
    func told(_ day: String) throws -> [String] {
      terms.differences(to: agent, from: try Self.day(day)).map {
        "\($0.field): \($0.old ?? "-") > \($0.new ?? "-")"
      }
    }
    let fields = ["name: 王小明 > 李", "team: T2 > T9", "left_on: - > 2026-12-31"]
    #expect(try told("2026-03-05") == fields)
    #expect(try told("2025-12-01").last == "from: 2026-01-15 > 2025-12-01")
    for index in terms.indices { terms[index].agent.name = "" }
    #expect(try told("2026-03-05") == Array(fields.dropFirst()))
    terms = []
    #expect(try told("2026-03-05") == ["agent_id: - > 00017"])
  }
}
