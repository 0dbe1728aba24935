public import Vocabulary

/// How alike burdens are to be kept among agents.
///
/// A shift's burden is a sum of points: its pattern's own, and those of a night, a weekend, a
/// holiday and a hard topic. The points of past shifts in the window count with the roster's, so
/// that who has borne more of late is spared now.
public struct Fairness: Hashable, Sendable {
  /// Cost of each burden point of an agent above the team's mean, the mean rounded up.
  public var weight: Int
  /// Points of a shift on a Saturday or a Sunday.
  public var weekendPoints: Int
  /// Points of a night.
  public var nightPoints: Int
  /// Points of a shift that starts on one of ``holidays``.
  public var holidayPoints: Int
  public var holidays: [Day]
  /// Points of a shift whose pattern serves hard streams alone; of several the most.
  public var topicPoints: [Stream: Int]
  /// How many days before the roster count; points of agents who came later are filled up at the
  /// others' mean rate.
  public var window: Int

  public init(
    weight: Int = 0, weekendPoints: Int = 0, nightPoints: Int = 0, holidayPoints: Int = 0,
    holidays: [Day] = [], topicPoints: [Stream: Int] = [:], window: Int = 28
  ) {
    self.weight = weight
    self.weekendPoints = weekendPoints
    self.nightPoints = nightPoints
    self.holidayPoints = holidayPoints
    self.holidays = holidays
    self.topicPoints = topicPoints
    self.window = window
  }

  /// The burden of a shift of `pattern` that starts on `day`.
  public func points(of pattern: ShiftPattern, on day: Day) -> Int {
    var points = pattern.points
    if day.weekday.isWeekend { points += weekendPoints }
    if pattern.isNight { points += nightPoints }
    if holidayPoints > 0, holidays.contains(day) { points += holidayPoints }
    if let streams = pattern.streams, !streams.isEmpty {
      let topics = streams.compactMap { topicPoints[$0] }
      if topics.count == streams.count { points += topics.max() ?? 0 }
    }
    return points
  }

  /// What the burden points of a team's agents cost.
  public func cost(of points: [Int]) -> Int {
    guard weight > 0, !points.isEmpty else { return 0 }
    let total = points.reduce(0, +)
    let mean = (total + points.count - 1) / points.count
    return weight * points.reduce(0) { $0 + max(0, $1 - mean) }
  }
}

extension RosterProblem {
  /// Burden points of each agent, past ones with those of `roster`, in the order of the problem.
  public func burdens(in roster: Roster) -> [Int] {
    var points: [AgentNumber: Int] = [:]
    for shift in roster.shifts {
      guard let pattern = pattern(coded: shift.pattern) else { continue }
      points[shift.agent, default: 0] += fairness.points(
        of: pattern, on: zone.local(shift.start).day)
    }
    return zip(agents, pastPoints).map { $1 + (points[$0.number] ?? 0) }
  }

  /// The requests that `roster` does not grant, in the order of the problem.
  public func refusedRequests(in roster: Roster) -> [(agent: AgentNumber, day: Day)] {
    var worked: [AgentNumber: [Day: String]] = [:]
    for shift in roster.shifts {
      worked[shift.agent, default: [:]][zone.local(shift.start).day] = shift.pattern
    }
    return agents.flatMap { agent in
      agent.requests.filter { $0.isDenied(by: worked[agent.number]?[$0.day]) }
        .map { (agent.number, $0.day) }
    }
  }

  /// The burden points that each agent brings along, in the order of the problem.
  public var pastPoints: [Int] {
    let first = max(firstDay - fairness.window, historyFrom ?? firstDay)
    let length = max(0, first.distance(to: firstDay))
    guard fairness.weight > 0, length > 0 else { return agents.map { _ in 0 } }
    let own = agents.map { agent in
      agent.history.reduce(0) { sum, shift in
        let day = zone.local(shift.start).day
        guard day >= first, let pattern = pattern(coded: shift.pattern) else { return sum }
        return sum + fairness.points(of: pattern, on: day)
      }
    }
    // Who was not yet there owes nothing for it: the others' mean stands in.
    let missed = agents.map { agent in
      agent.since.map { min(length, max(0, first.distance(to: $0))) } ?? 0
    }
    let whole = agents.indices.filter { missed[$0] == 0 }
    let total = whole.reduce(0) { $0 + own[$1] }
    return agents.indices.map { index in
      whole.isEmpty ? own[index] : own[index] + total * missed[index] / (whole.count * length)
    }
  }
}
