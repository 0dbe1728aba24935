public import Vocabulary

/// What a roster costs, part by part; less is better.
public struct RosterCost: Hashable, Sendable {
  /// Heads missing against demand, weighted.
  public var short: Int
  /// Heads beyond demand, weighted.
  public var over: Int
  /// Heads missing on duty, weighted.
  public var duty: Int
  /// Minutes of overtime, weighted.
  public var overtime: Int
  /// Wishes for work that were not granted.
  public var requestsOn: Int
  /// Wishes for time off that were not granted.
  public var requestsOff: Int
  /// Burden points above the mean.
  public var fairness: Int

  public init(
    short: Int = 0, over: Int = 0, duty: Int = 0, overtime: Int = 0,
    requestsOn: Int = 0, requestsOff: Int = 0,
    fairness: Int = 0
  ) {
    self.short = short
    self.over = over
    self.duty = duty
    self.overtime = overtime
    self.requestsOn = requestsOn
    self.requestsOff = requestsOff
    self.fairness = fairness
  }

  public var total: Int { short + over + duty + overtime + requestsOn + requestsOff + fairness }
}

/// How well demand is met.
public struct Coverage: Hashable, Sendable {
  /// Heads wanted, interval by interval, or shift by shift where demand is by pattern and day.
  public var wanted: Int
  /// Of them, those not there.
  public var missing: Int

  public init(wanted: Int, missing: Int) {
    self.wanted = wanted
    self.missing = missing
  }
}

extension RosterProblem {
  /// The cost of `roster`, counted from its shifts alone.
  public func cost(of roster: Roster) -> RosterCost {
    var cost = RosterCost()
    for line in demand {
      let heads = heads(on: line.stream, in: roster)
      for (index, (wanted, there)) in zip(line.heads, heads).enumerated() {
        cost.add(line.cost(at: index), heads: there, need: wanted)
      }
    }
    for line in duties {
      for (wanted, there) in zip(line.heads, heads(on: line, in: roster)) {
        cost.duty += max(0, wanted - there) * line.cost
      }
    }
    var worked: [AgentNumber: [Day: String]] = [:]
    for shift in roster.shifts {
      worked[shift.agent, default: [:]][zone.local(shift.start).day] = shift.pattern
    }
    let counts = shiftCounts(in: roster)
    for line in patternDemand {
      cost.add(line.cost, heads: counts[line.day]?[line.pattern] ?? 0, need: line.heads)
    }
    let limits = Dictionary(agents.map { ($0.number, $0.limits) }) { first, _ in first }
    for shift in roster.shifts {
      guard let limits = limits[shift.agent], let overtime = limits.overtime else { continue }
      cost.overtime += limits.overtime(in: shift.paid).count * overtime.cost
    }
    for agent in agents {
      for request in agent.requests
      where request.isDenied(by: worked[agent.number]?[request.day]) {
        switch request.wish {
        case .on: cost.requestsOn += request.weight
        case .off: cost.requestsOff += request.weight
        }
      }
    }
    cost.fairness = fairness.cost(of: burdens(in: roster))
    return cost
  }

  /// Heads at work on `stream` in each interval of the roster.
  ///
  /// An agent counts in the intervals that lie wholly inside the work.
  public func heads(on stream: Stream, in roster: Roster) -> [Int] {
    heads(in: roster.shifts) { $0 == stream }
  }

  /// Members of `duty` at work in each interval of the roster.
  public func heads(on duty: DutyDemand, in roster: Roster) -> [Int] {
    let members = Set(duty.members)
    return heads(in: roster.shifts.filter { members.contains($0.agent) }) { _ in true }
  }

  private func heads(in shifts: [Shift], where isMeant: (Stream?) -> Bool) -> [Int] {
    var heads = Array(repeating: 0, count: intervalCount)
    let step = interval.seconds
    for shift in shifts {
      for activity in shift.activities {
        guard case .work(let stream) = activity.kind, isMeant(stream) else { continue }
        let first = max(0, (activity.start - start + step - 1) / step)
        let end = min(Int64(heads.count), (activity.end - start) / step)
        guard activity.end > start, first < end else { continue }
        for index in Int(first)..<Int(end) { heads[index] += 1 }
      }
    }
    return heads
  }

  /// Shifts by the day they start on and their pattern.
  private func shiftCounts(in roster: Roster) -> [Day: [String: Int]] {
    roster.shifts.reduce(into: [:]) { counts, shift in
      counts[zone.local(shift.start).day, default: [:]][shift.pattern, default: 0] += 1
    }
  }

  /// How much of the demand `roster` meets.
  public func coverage(of roster: Roster) -> Coverage {
    var coverage = Coverage(wanted: 0, missing: 0)
    let counts = shiftCounts(in: roster)
    for line in patternDemand {
      coverage.wanted += line.heads
      coverage.missing += max(0, line.heads - (counts[line.day]?[line.pattern] ?? 0))
    }
    for line in demand {
      for (wanted, there) in zip(line.heads, heads(on: line.stream, in: roster)) {
        coverage.wanted += wanted
        coverage.missing += max(0, wanted - there)
      }
    }
    return coverage
  }
}

extension RosterCost {
  fileprivate mutating func add(_ cost: CoverCost, heads: Int, need: Int) {
    let amount = cost.cost(of: heads, need: need)
    if heads < need { short += amount } else { over += amount }
  }
}
