import MusterFiles
import MusterStore
public import People
public import Training
public import Vocabulary

/// An assignment of an agent as it stands.
public struct TrainingLine: Hashable, Sendable {
  public let agent: Agent
  public let module: Module
  public let assignment: Assignment
  public let standing: Standing
  /// How many papers were handed out for the assignment.
  public let attempts: Int
  /// The score that counts so far.
  public let score: Score?
  /// The certificate that the assignment earned.
  public let certificate: Certificate?

  let id: Int64
  let tries: [StoredAttempt]
}

/// The assignments of some agents, put together with what came of them.
struct TrainingBook {
  /// By agent and module, the latest assignment last; modules that are gone are left out.
  let lines: [Key: [TrainingLine]]

  struct Key: Hashable {
    let agent: AgentNumber
    let module: Module.ID
  }

  /// How `agents` stand on `day` in `modules`, or in all of them.
  init(
    _ curriculum: Curriculum, _ connection: Connection, on day: Day, of agents: [Agent],
    in modules: [Module.ID]? = nil
  ) throws {
    let scope = TrainingScope(agents: agents.map(\.number), modules: modules)
    let agents = Dictionary(agents.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let attempts = try Dictionary(grouping: connection.attempts(in: scope), by: \.assignmentID)
    var certificates: [Int64: Certificate] = [:]
    for stored in try connection.certificates(in: scope) {
      certificates[stored.assignmentID] = stored.certificate
    }
    var lines: [Key: [TrainingLine]] = [:]
    for stored in try connection.assignments(in: scope) {
      let assignment = stored.assignment
      guard let agent = agents[assignment.agent], let module = curriculum.module(assignment.module)
      else { continue }
      let tries = attempts[stored.id] ?? []
      let result = module.rule.result(of: tries.map(\.attempt))
      let line = TrainingLine(
        agent: agent, module: module, assignment: assignment,
        standing: assignment.standing(
          after: tries.map(\.attempt), by: module.rule, on: day),
        attempts: tries.count, score: result?.score, certificate: certificates[stored.id],
        id: stored.id, tries: tries)
      lines[Key(agent: agent.number, module: module.id), default: []].append(line)
    }
    self.lines = lines
  }

  /// How the agents and modules of `keys` stand on `day`; whoever is not employed is left out.
  init(
    _ curriculum: Curriculum, _ connection: Connection, on day: Day, of keys: some Collection<Key>
  ) throws {
    let numbers = Set(keys.map(\.agent))
    try self.init(
      curriculum, connection, on: day,
      of: connection.agents(on: day).filter { numbers.contains($0.number) },
      in: Array(Set(keys.map(\.module))))
  }

  /// The assignment that stands now.
  func current(_ agent: AgentNumber, _ module: Module.ID) -> TrainingLine? {
    lines[Key(agent: agent, module: module)]?.last
  }

  /// The certificate that holds longest.
  func certificate(_ agent: AgentNumber, _ module: Module.ID) -> Certificate? {
    (lines[Key(agent: agent, module: module)] ?? []).compactMap(\.certificate)
      .max { ($0.validThrough ?? .distantFuture) < ($1.validThrough ?? .distantFuture) }
  }

  /// Whether the module was ever passed.
  func hasPassed(_ agent: AgentNumber, _ module: Module.ID) -> Bool {
    (lines[Key(agent: agent, module: module)] ?? []).contains { line in
      if case .passed = line.standing { true } else { line.certificate != nil }
    }
  }

  /// How many papers of the module the agent was handed, over all assignments.
  func papers(_ agent: AgentNumber, _ module: Module.ID) -> Int {
    (lines[Key(agent: agent, module: module)] ?? []).flatMap(\.tries)
      .map(\.attempt.paper.number).max() ?? 0
  }

  /// The assignment that stands now of every agent and module, by agent, then by due day.
  var current: [TrainingLine] {
    lines.values.compactMap(\.last).sorted { a, b in
      (a.agent.number, a.assignment.dueOn, a.module.id)
        < (b.agent.number, b.assignment.dueOn, b.module.id)
    }
  }
}

extension TrainingBook.Key {
  init(_ paper: SheetPaper) { self.init(agent: paper.agent, module: paper.module) }
}

extension Day {
  /// Later than any day of a certificate.
  fileprivate static let distantFuture = Day(ordinal: .max)
}
