import MusterStore
import MusterWords
public import People
public import Training
public import Vocabulary

/// An assignment that was made now, and why.
public struct NewAssignment: Hashable, Sendable {
  public let agent: Agent
  public let module: Module
  public let assignment: Assignment
  public let reason: Assignment.Reason
}

/// Whose training is meant: all agents, those of a team, or single ones.
public struct AgentChoice: Hashable, Sendable {
  public var numbers: [AgentNumber]
  public var team: String?

  public init(numbers: [AgentNumber] = [], team: String? = nil) {
    self.numbers = numbers
    self.team = team
  }

  /// The agents who are meant; refused where a number or the team has nobody.
  func pick(from agents: [Agent]) throws -> [Agent] {
    for number in numbers where !agents.contains(where: { $0.number == number }) {
      throw Refusal(.noInput, [TrainingWords.noAgent(number)])
    }
    if let team, !agents.contains(where: { $0.team == team }) {
      throw Refusal(.noInput, [TrainingWords.noTeam(team)])
    }
    return agents.filter { agent in
      (numbers.isEmpty || numbers.contains(agent.number)) && (team.map { $0 == agent.team } ?? true)
    }
  }
}

extension Workspace {
  /// Assigns what the paths of the agents' rungs ask for and they neither have nor are at.
  ///
  /// A module is due so many days from today as the path says. Where the certificate has run out,
  /// or will within 30 days, the module is assigned again, due at the latest when it runs out.
  /// Whoever used up all attempts is assigned anew by hand only.
  public func assignTraining(
    to choice: AgentChoice = AgentChoice(), dryRun: Bool = false
  ) throws -> [NewAssignment] {
    let curriculum = try curriculum()
    return try store.change(dryRun: dryRun) { connection in
      let agents = try choice.pick(from: connection.agents(on: today))
      let book = try TrainingBook(curriculum, connection, on: today, of: agents)
      var made: [NewAssignment] = []
      for agent in agents {
        for step in curriculum.path(of: agent.rung)?.steps ?? [] {
          guard let module = curriculum.module(step.module),
            let (reason, due) = need(of: agent, for: module, step, book)
          else { continue }
          made.append(
            NewAssignment(
              agent: agent, module: module,
              assignment: Assignment(
                agent: agent.number, module: module.id, assignedOn: today, dueOn: due),
              reason: reason))
        }
      }
      try connection.add(made.map(\.assignment), at: now, by: actor)
      return made
    }
  }

  /// Assigns one module by hand, due on a day, to all who are not at it already.
  public func assign(
    _ id: Module.ID, to choice: AgentChoice, due: Day, dryRun: Bool = false
  ) throws -> [NewAssignment] {
    let curriculum = try curriculum()
    let module = try module(id, of: curriculum)
    guard due >= today else {
      throw Refusal(.badData, [TrainingWords.dueInThePast(due, today: today)])
    }
    return try store.change(dryRun: dryRun) { connection in
      let agents = try choice.pick(from: connection.agents(on: today))
      let book = try TrainingBook(curriculum, connection, on: today, of: agents, in: [id])
      let made = agents.filter { agent in
        guard let current = book.current(agent.number, id) else { return true }
        return !current.standing.isOpen && current.assignment.assignedOn < today
      }.map { agent in
        NewAssignment(
          agent: agent, module: module,
          assignment: Assignment(
            agent: agent.number, module: id, assignedOn: today, dueOn: due),
          reason: .byHand)
      }
      try connection.add(made.map(\.assignment), at: now, by: actor)
      return made
    }
  }

  /// How every assignment stands today, by agent, then by due day.
  public func trainingStatus(of choice: AgentChoice = AgentChoice()) throws -> [TrainingLine] {
    let curriculum = try curriculum()
    return try store.read { connection in
      let agents = try choice.pick(from: connection.agents(on: today))
      return try TrainingBook(curriculum, connection, on: today, of: agents).current
    }
  }

  private func need(
    of agent: Agent, for module: Module, _ step: LearningPath.Step, _ book: TrainingBook
  ) -> (Assignment.Reason, due: Day)? {
    let usual = today + step.dueDays
    guard let current = book.current(agent.number, module.id) else { return (.path, usual) }
    guard case .passed = current.standing,
      let held = book.certificate(agent.number, module.id), let end = held.validThrough
    else { return nil }
    switch held.standing(on: today) {
    case .valid: return nil
    case .refresherDue: return (.refresher(end), max(today, end))
    case .expired: return (.refresher(end), usual)
    }
  }
}

extension Standing {
  /// Whether there is still something for the agent or a grader to do.
  var isOpen: Bool {
    switch self {
    case .assigned, .inProgress, .pendingGrade, .overdue: true
    case .passed, .failed: false
    }
  }
}
