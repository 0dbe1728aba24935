public import Vocabulary

/// What the staff list says of an agent over a run of days.
///
/// The terms of an agent stand earliest first and follow each other without gap; the last is open.
public struct AgentTerm: Hashable, Sendable {
  public var agent: Agent
  public var firstDay: Day
  /// Nil where it holds until further notice.
  public var lastDay: Day?

  public init(_ agent: Agent, from firstDay: Day, through lastDay: Day? = nil) {
    self.agent = agent
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}

extension [AgentTerm] {
  /// The term in force on `day`; nil before the first.
  public func inForce(on day: Day) -> AgentTerm? { last { $0.firstDay <= day } }

  /// The agent as on the last of `days` on which they are employed; nil where there are none.
  public func employed(in days: ClosedRange<Day>) -> Agent? {
    last { term in
      guard term.lastDay.map({ $0 >= days.lowerBound }) ?? true,
        let employed = term.agent.daysEmployed(in: days)
      else { return false }
      return term.firstDay <= employed.upperBound
    }?.agent
  }

  /// Whether the agent is, or will be, employed on `day` or later.
  public func isEmployed(onOrAfter day: Day) -> Bool {
    last.map { $0.agent.leftOn.map { $0 >= day } ?? true } ?? false
  }
}

/// What becomes of an agent's terms when the staff list says something new.
public enum TermChange: Hashable, Sendable {
  /// The first one begins on this earlier day.
  case beginning(Day)
  /// A new one; that in force on its first day ends the day before, or goes if it began then.
  case term(AgentTerm)
}

extension [AgentTerm] {
  /// What has `agent` hold from `day` to the end of the term that `day` lies in; nil where it does.
  ///
  /// What was said for later days stays, and before the first term `agent` holds up to it. The name
  /// is no part of a term.
  public func change(to agent: Agent, from day: Day) -> TermChange? {
    guard let term = inForce(on: day) else {
      return first.map {
        $0.agent.hasFields(of: agent)
          ? .beginning(day) : .term(AgentTerm(agent, from: day, through: $0.firstDay - 1))
      } ?? .term(AgentTerm(agent, from: Swift.min(agent.hiredOn, day)))
    }
    return term.agent.hasFields(of: agent)
      ? nil : .term(AgentTerm(agent, from: day, through: term.lastDay))
  }

  /// What differs where `agent` holds from `day` on, by columns of the staff list; of somebody new
  /// only the number.
  public func differences(
    to agent: Agent, from day: Day
  ) -> [(field: String, old: String?, new: String?)] {
    guard let first else { return [("agent_id", nil, agent.number.text)] }
    let known = (inForce(on: day) ?? first).agent
    var differences: [(field: String, old: String?, new: String?)] = []
    // An erased name stays erased.
    if !known.isErased, known.name != agent.name {
      differences.append(("name", known.name, agent.name))
    }
    for (old, new) in zip(known.fields, agent.fields) where old.value != new.value {
      differences.append((old.name, old.value, new.value))
    }
    if day < first.firstDay {
      differences.append(("from", first.firstDay.description, day.description))
    }
    return differences
  }
}

extension Agent {
  /// What the staff list says of the agent beside number and name, as it is written there.
  fileprivate var fields: [(name: String, value: String?)] {
    [
      ("team", team), ("rung", rung.rawValue), ("hired_on", hiredOn.description),
      ("left_on", leftOn?.description), ("contract", contract),
      ("base_fen", base.map { "\($0.minorUnits) \($0.currency.code)" }),
      ("skills", skills.joined(separator: "|")), ("channels", channels.joined(separator: "|")),
    ]
  }

  fileprivate func hasFields(of other: Agent) -> Bool {
    fields.map(\.value) == other.fields.map(\.value)
  }
}
