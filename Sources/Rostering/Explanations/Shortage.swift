public import Vocabulary

/// Intervals in a row, on one day, in which a stream or a duty has fewer heads than wanted; or a day
/// on which a pattern has.
public struct Shortage: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case stream(Stream)
    /// The code of a group that is to be on duty.
    case duty(String)
    /// The code of a pattern of which so many shifts are wanted on the day.
    case pattern(String)
  }

  /// What kept one agent away, who could have worked there.
  public enum Obstacle: Hashable, Sendable {
    case absent
    case onBreak
    /// At work on another stream; nil where that is none.
    case elsewhere(Stream?)
    /// No pattern that the agent may work covers the time.
    case noPattern
    /// The shift that comes nearest to it breaks these rules in the agent's row.
    case rules([Breach])
    /// A shift breaks no rule, but would add so much to the cost.
    case price(Int)
  }

  public struct Absentee: Hashable, Sendable {
    public var agent: AgentNumber
    public var obstacle: Obstacle
    /// In how many of the intervals the agent is there all the same.
    public var present: Int
  }

  public var subject: Subject
  public var start: Instant
  public var end: Instant
  /// Heads missing, summed over the intervals, and the most that are missing at once.
  public var missing: Int
  public var mostMissing: Int
  /// What they cost.
  public var cost: Int
  /// Agents who could work there and do not, in the order of the problem.
  public var absentees: [Absentee]
  /// How many could work there at all.
  public var qualified: Int
  /// The cheapest way for one agent to be there, where their whole row may change.
  public var remedy: RowPrice?
}

extension RosterExplainer {
  /// The dearest stretches that are short of heads, at most `most` of them, dearest first.
  public mutating func shortages(most: Int = .max) -> [Shortage] {
    found().prefix(most).map { explained($0.shortage, $0.span) }
  }

  /// How many stretches are short of heads.
  public var shortageCount: Int { found().count }

  /// All stretches, the dearest first, without their reasons.
  private func found() -> [(shortage: Shortage, span: Span)] {
    let roster = draft.roster()
    var found: [(shortage: Shortage, span: Span)] = []
    for line in problem.demand {
      let heads = problem.heads(on: line.stream, in: roster)
      found += stretches(.stream(line.stream), wanted: line.heads, there: heads) { slot in
        line.cost(at: slot).cost(of: heads[slot], need: line.heads[slot])
      }
    }
    for line in problem.duties {
      let heads = problem.heads(on: line, in: roster)
      found += stretches(.duty(line.code), wanted: line.heads, there: heads) { slot in
        (line.heads[slot] - heads[slot]) * line.cost
      }
    }
    var worked: [Day: [String: Int]] = [:]
    for shift in roster.shifts {
      worked[problem.zone.local(shift.start).day, default: [:]][shift.pattern, default: 0] += 1
    }
    for line in problem.patternDemand {
      let heads = worked[line.day]?[line.pattern] ?? 0
      guard heads < line.heads, problem.days.contains(line.day),
        let pattern = problem.pattern(coded: line.pattern), let length = pattern.lengths.last
      else { continue }
      let start = problem.instant(on: line.day, at: pattern.starts.lowerBound)
      let end = problem.instant(on: line.day, at: pattern.starts.upperBound + length)
      let missing = line.heads - heads
      let shortage = Shortage(
        subject: .pattern(line.pattern), start: start, end: end, missing: missing,
        mostMissing: missing, cost: line.cost.cost(of: heads, need: line.heads), absentees: [],
        qualified: 0)
      found.append((shortage, Span(day: problem.firstDay.distance(to: line.day), slots: 0..<0)))
    }
    found.sort {
      ($1.shortage.cost, $0.shortage.start) < ($0.shortage.cost, $1.shortage.start)
    }
    return found
  }

  /// Where a shortage lies: its day, and its slots but for shifts of a pattern.
  struct Span {
    var day: Int
    var slots: Range<Int>
  }

  /// Runs of intervals of one local day that are short.
  private func stretches(
    _ subject: Shortage.Subject, wanted: [Int], there: [Int], cost: (Int) -> Int
  ) -> [(shortage: Shortage, span: Span)] {
    var found: [(shortage: Shortage, span: Span)] = []
    for slot in wanted.indices where there[slot] < wanted[slot] {
      let start = problem.instant(at: slot)
      let missing = wanted[slot] - there[slot]
      let day = problem.firstDay.distance(to: problem.zone.local(start).day)
      if let last = found.last, last.span.slots.upperBound == slot, last.span.day == day {
        found[found.count - 1].span.slots = last.span.slots.lowerBound..<(slot + 1)
        found[found.count - 1].shortage.end = start + problem.interval.seconds
        found[found.count - 1].shortage.missing += missing
        found[found.count - 1].shortage.mostMissing = max(last.shortage.mostMissing, missing)
        found[found.count - 1].shortage.cost += cost(slot)
      } else {
        let shortage = Shortage(
          subject: subject, start: start, end: start + problem.interval.seconds,
          missing: missing, mostMissing: missing, cost: cost(slot), absentees: [], qualified: 0)
        found.append((shortage, Span(day: day, slots: slot..<(slot + 1))))
      }
    }
    return found
  }

  private mutating func explained(_ shortage: Shortage, _ span: Span) -> Shortage {
    var shortage = shortage
    var cheapest: (agent: Int, row: [Int16], cost: Int)?
    for agent in problem.agents.indices where canServe(shortage.subject, agent) {
      shortage.qualified += 1
      guard let (obstacle, present) = obstacle(agent, shortage, span) else { continue }
      shortage.absentees.append(
        Shortage.Absentee(
          agent: problem.agents[agent].number, obstacle: obstacle, present: present))
      guard let row = rowThere(agent, shortage.subject, span) else { continue }
      let cost = estimate(agent, row)
      if cheapest.map({ cost < $0.cost }) ?? true { cheapest = (agent, row, cost) }
    }
    shortage.remedy = cheapest.map { price($0.agent, $0.row) }
    return shortage
  }

  private func canServe(_ subject: Shortage.Subject, _ agent: Int) -> Bool {
    let person = problem.agents[agent]
    return switch subject {
    case .pattern(let code): person.patterns?.contains(code) ?? true
    case .stream(let stream): person.streams.contains(stream)
    case .duty(let code):
      problem.duties.contains { $0.code == code && $0.members.contains(person.number) }
    }
  }

  // MARK: What keeps an agent away

  /// What keeps the agent away most of the time, and in how many intervals they are there; nil
  /// where they are there all the time.
  private mutating func obstacle(
    _ agent: Int, _ shortage: Shortage, _ span: Span
  ) -> (Shortage.Obstacle, present: Int)? {
    let (day, slots) = (span.day, span.slots)
    if case .pattern(let code) = shortage.subject {
      if draft.givenShift(agent, day)?.pattern == code { return nil }
      return (obstacleOnDay(agent, shortage.subject, span), 0)
    }
    var onBreak = 0
    var elsewhere = 0
    var stream: Stream?
    var isThere = 0
    for place in [day - 1, day] where place >= 0 {
      for activity in draft.givenShift(agent, place)?.activities ?? [] {
        let count = model.slots(of: activity)?.clamped(to: slots).count ?? 0
        guard count > 0 else { continue }
        switch (activity.kind, shortage.subject) {
        case (.work(let other?), .stream(let wanted)) where other != wanted:
          elsewhere += count
          stream = other
        case (.work, _): isThere += count
        case (.training, _), (.deferrable, _): elsewhere += count
        case (.paidBreak, _), (.unpaidBreak, _): onBreak += count
        }
      }
    }
    guard isThere < slots.count else { return nil }
    let away = slots.count - isThere - onBreak - elsewhere
    if away < onBreak || away < elsewhere || away == 0 {
      return (elsewhere >= onBreak ? .elsewhere(stream) : .onBreak, isThere)
    }
    return (obstacleOnDay(agent, shortage.subject, span), isThere)
  }

  private mutating func obstacleOnDay(
    _ agent: Int, _ subject: Shortage.Subject, _ span: Span
  ) -> Shortage.Obstacle {
    let isAbsent = problem.agents[agent].absences.contains(problem.firstDay + span.day)
    return isAbsent ? .absent : obstacleOfRules(agent, subject, span)
  }

  /// Kinds on the day of `span`, or on the day before, that cover as much of it as any can.
  ///
  /// Of the agent's own patterns, whether or not a rule forbids them on the day.
  private func kindsThere(
    _ agent: Int, _ subject: Shortage.Subject, _ span: Span
  ) -> [(day: Int, kind: Int, covered: Int)] {
    let person = problem.agents[agent]
    let (last, slots) = (span.day, span.slots)
    if case .pattern(let code) = subject {
      return model.kinds.indices.filter { model.code(of: $0) == code }.map { (last, $0, 1) }
    }
    var found: [(day: Int, kind: Int, covered: Int)] = []
    for day in [last, last - 1] where day >= 0 {
      for kind in model.kinds.indices.dropFirst() {
        let pattern = problem.patterns[model.kinds[kind].pattern]
        guard person.patterns?.contains(pattern.code) ?? true else { continue }
        if case .stream(let stream) = subject, let own = pattern.streams, !own.contains(stream) {
          continue
        }
        let first = Int(model.startSlot[day * model.kinds.count + kind])
        let covered = (first..<first + model.kinds[kind].slots).clamped(to: slots).count
        if covered > 0 { found.append((day, kind, covered)) }
      }
    }
    let most = found.map(\.covered).max() ?? 0
    return found.filter { $0.covered == most }
  }

  private mutating func obstacleOfRules(
    _ agent: Int, _ subject: Shortage.Subject, _ span: Span
  ) -> Shortage.Obstacle {
    let row = draft.kinds(of: agent)
    let places = kindsThere(agent, subject, span)
    guard !places.isEmpty else { return .noPattern }
    var cheapest: Int?
    var tried: Set<Int> = []
    var fewest: [Breach]?
    for place in places {
      var other = row
      other[place.day] = Int16(place.kind)
      if model.holds(other[...], of: agent) {
        let cost = estimate(agent, other)
        cheapest = min(cheapest ?? cost, cost)
      } else if cheapest == nil,
        tried.insert(place.day * model.patternCount + model.kinds[place.kind].pattern).inserted
      {
        let breaches = breaches(agent, on: place.day, working: place.kind)
        // A rule that the model knows otherwise is no reason that could be told.
        if !breaches.isEmpty, fewest.map({ breaches.count < $0.count }) ?? true {
          fewest = breaches
        }
      }
    }
    if let cheapest { return .price(cheapest) }
    return fewest.map { .rules($0) } ?? .noPattern
  }

  /// What the agent's row breaks where one day is worked as `kind`.
  private func breaches(_ agent: Int, on day: Int, working kind: Int) -> [Breach] {
    let person = problem.agents[agent]
    var shifts = (0..<model.dayCount).compactMap { $0 == day ? nil : draft.givenShift(agent, $0) }
    shifts.append(model.plainShift(kind, on: day, of: person))
    var roster: [AgentNumber: [Shift]] = [person.number: shifts]
    for pair in problem.pairs where pair.second == person.number {
      guard let first = problem.agents.firstIndex(where: { $0.number == pair.first }) else {
        continue
      }
      roster[pair.first] = (0..<model.dayCount).compactMap { draft.shift(first, $0) }
    }
    let row = AgentRow(problem: problem, agent: person, roster: roster)
    return Rule.all.flatMap { $0.check(row) }
  }

  /// The best row of the agent that covers as much of `span` as any of its days can.
  private mutating func rowThere(
    _ agent: Int, _ subject: Shortage.Subject, _ span: Span
  ) -> [Int16]? {
    let places = kindsThere(agent, subject, span)
    var best: (row: [Int16], cost: Int)?
    for day in Set(places.map(\.day)).sorted() {
      let kinds = Set(places.filter { $0.day == day }.map(\.kind))
      guard let row = bestRow(of: agent, on: day, among: kinds),
        row != draft.kinds(of: agent)
      else { continue }
      let cost = estimate(agent, row)
      if best.map({ cost < $0.cost }) ?? true { best = (row, cost) }
    }
    return best?.row
  }
}

extension SolverModel {
  /// A shift of `kind` with each break at its earliest, on the first stream that is open to it.
  func plainShift(_ kind: Int, on day: Int, of agent: RosterProblem.Agent) -> Shift {
    let pattern = problem.patterns[kinds[kind].pattern]
    let start = problem.instant(on: problem.firstDay + day, at: kinds[kind].start)
    let end = start + Int64(kinds[kind].length.count * 60)
    let stream = problem.demand.lazy.map(\.stream)
      .first { agent.streams.contains($0) && pattern.streams?.contains($0) ?? true }
    let activities = SolverModel.activities(
      from: start, to: end, pauses: pattern.breaks(inShiftOf: kinds[kind].length), on: stream)
    return Shift(
      agent: agent.number, pattern: pattern.code, start: start, end: end, activities: activities)
  }
}
