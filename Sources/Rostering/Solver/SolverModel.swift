import Vocabulary

/// A roster problem as the solver sees it: whole numbers in flat arrays.
///
/// A *kind* is a pattern with a start and a length; kind 0 is a day off. A *slot* is an interval of
/// the grid; slots run past the last day, so that shifts across its midnight have a place.
final class SolverModel: Sendable {
  struct Kind: Sendable {
    var pattern: Int
    var start: Minutes
    var length: Minutes
    var paid: Int
    var isNight: Bool
    /// Length in slots.
    var slots: Int
    /// Breaks as slots: earliest, latest beginning from the start, and length.
    var breaks: [(earliest: Int, latest: Int, slots: Int)]
  }

  let problem: RosterProblem
  let dayCount: Int
  let patternCount: Int
  let agentCount: Int
  /// Kind 0 is the day off; its fields mean nothing.
  let kinds: [Kind]
  /// The pattern of each kind.
  let patternOfKind: [Int]
  /// Whether burdens cost anything.
  let weighsBurdens: Bool
  /// Slot of a kind's start, at `day * kinds.count + kind`.
  let startSlot: [Int32]
  let slotCount: Int
  /// Slots of the roster's own days; heads in later ones cost nothing.
  let countedSlots: Int
  let streamCount: Int
  /// Heads wanted, at `stream * slotCount + slot`.
  let need: [Int32]
  /// Cost of the first head short and of the first one over, likewise; 0 outside the grid.
  let short: [Int32]
  let over: [Int32]
  /// Heads wanted, and costs, at `day * patternCount + pattern`.
  let patternNeed: [Int32]
  let patternShort: [Int32]
  let patternOver: [Int32]
  /// Burden points, at `day * kinds.count + kind`.
  let points: [Int32]
  /// Burden points that each agent brings along.
  let pastPoints: [Int]
  /// What a kind costs on one agent's one day, whatever the others do: requests.
  ///
  /// At `(agent * dayCount + day) * kinds.count + kind`, as ``isAllowedKind``.
  let cellCost: [Int32]
  /// Kinds an agent may work on a day: a stretch of `allowedKinds` per agent and day.
  let allowedStart: [Int32]
  let allowedKinds: [Int16]
  /// The same as a table, at `(agent * dayCount + day) * kinds.count + kind`.
  let isAllowedKind: [Bool]
  /// Which streams each agent may work on each pattern, at `agent * patternCount + pattern`: an
  /// index into `streamSets`, 0 for none.
  let streamSet: [Int32]
  /// Sets of streams that occur, in rising order.
  let streamSets: [[Int]]
  let profiles: [Profile]
  /// The profile of each agent.
  let profile: [Int]
  let rows: [RowLimits]
  let pairs: PairTable

  init(_ problem: RosterProblem) {
    self.problem = problem
    dayCount = problem.dayCount
    patternCount = problem.patterns.count
    agentCount = problem.agents.count
    kinds = SolverModel.kinds(of: problem)
    patternOfKind = kinds.map(\.pattern)
    weighsBurdens = problem.fairness.weight > 0
    let perSlot = problem.interval.seconds
    let usesSlots = !problem.demand.isEmpty || !problem.duties.isEmpty
    let inside = usesSlots ? problem.intervalCount : 0
    countedSlots = inside
    slotCount = usesSlots ? inside + 2 * problem.interval.perDay : 0
    streamCount = problem.demand.count

    var startSlot: [Int32] = []
    var points: [Int32] = []
    for day in problem.days {
      for (index, kind) in kinds.enumerated() {
        let slot = (problem.instant(on: day, at: kind.start) - problem.start) / perSlot
        startSlot.append(index > 0 && usesSlots ? Int32(slot) : 0)
        let burden =
          index > 0 ? problem.fairness.points(of: problem.patterns[kind.pattern], on: day) : 0
        points.append(Int32(burden))
      }
    }
    self.startSlot = startSlot
    self.points = points
    pastPoints = problem.pastPoints

    var need = Array(repeating: Int32(0), count: streamCount * slotCount)
    var short = need
    var over = need
    for (stream, line) in problem.demand.enumerated() {
      for (slot, heads) in line.heads.prefix(inside).enumerated() {
        let cell = stream * slotCount + slot
        need[cell] = Int32(heads)
        short[cell] = Int32(line.cost(at: slot).short)
        over[cell] = Int32(line.cost(at: slot).over)
      }
    }
    self.need = need
    self.short = short
    self.over = over

    var patternNeed = Array(repeating: Int32(0), count: dayCount * patternCount)
    var patternShort = patternNeed
    var patternOver = patternNeed
    for line in problem.patternDemand {
      guard problem.days.contains(line.day),
        let pattern = problem.patterns.firstIndex(where: { $0.code == line.pattern })
      else { continue }
      let cell = problem.firstDay.distance(to: line.day) * patternCount + pattern
      patternNeed[cell] = Int32(line.heads)
      patternShort[cell] = Int32(line.cost.short)
      patternOver[cell] = Int32(line.cost.over)
    }
    self.patternNeed = patternNeed
    self.patternShort = patternShort
    self.patternOver = patternOver

    var cellCost: [Int32] = []
    var allowedStart: [Int32] = [0]
    var allowedKinds: [Int16] = []
    var streamSet: [Int32] = []
    var streamSets: [[Int]] = [[]]
    var profiles: [Profile] = []
    var profileIndex: [Profile.Key: Int] = [:]
    var profile: [Int] = []
    var rows: [RowLimits] = []
    for agent in problem.agents {
      cellCost += SolverModel.cellCosts(of: agent, kinds: kinds, in: problem)
      for day in problem.days {
        allowedKinds += SolverModel.kinds(for: agent, on: day, of: kinds, in: problem)
        allowedStart.append(Int32(allowedKinds.count))
      }
      for pattern in problem.patterns {
        let set = problem.demand.indices.filter {
          let stream = problem.demand[$0].stream
          return agent.streams.contains(stream) && pattern.streams?.contains(stream) ?? true
        }
        if let index = streamSets.firstIndex(of: set) {
          streamSet.append(Int32(index))
        } else {
          streamSet.append(Int32(streamSets.count))
          streamSets.append(set)
        }
      }
      let key = Profile.Key(agent, in: problem)
      if let index = profileIndex[key] {
        profile.append(index)
      } else {
        profileIndex[key] = profiles.count
        profile.append(profiles.count)
        profiles.append(Profile(key, kinds: kinds, problem: problem))
      }
      rows.append(
        RowLimits(
          agent, unit: profiles[profile[profile.count - 1]].unit, kinds: kinds, in: problem))
    }
    self.cellCost = cellCost
    self.allowedStart = allowedStart
    self.allowedKinds = allowedKinds
    var table = Array(repeating: false, count: (allowedStart.count - 1) * kinds.count)
    for cell in 0..<(allowedStart.count - 1) {
      for index in Int(allowedStart[cell])..<Int(allowedStart[cell + 1]) {
        table[cell * kinds.count + Int(allowedKinds[index])] = true
      }
    }
    isAllowedKind = table
    self.streamSet = streamSet
    self.streamSets = streamSets
    self.profiles = profiles
    self.profile = profile
    self.rows = rows
    pairs = PairTable(problem, kinds: kinds)
  }

  /// The kinds that `agent` may work on the day at `day`.
  func allowed(_ agent: Int, _ day: Int) -> ArraySlice<Int16> {
    let cell = agent * dayCount + day
    return allowedKinds[Int(allowedStart[cell])..<Int(allowedStart[cell + 1])]
  }

  private static func kinds(of problem: RosterProblem) -> [Kind] {
    let off = Kind(
      pattern: 0, start: .zero, length: .zero, paid: 0, isNight: false, slots: 0, breaks: [])
    let perSlot = problem.interval.minutes
    return [off]
      + problem.patterns.enumerated().flatMap { index, pattern in
        pattern.possibleStarts.flatMap { start in
          pattern.lengths.map { length in
            Kind(
              pattern: index, start: start, length: length,
              paid: pattern.paidMinutes(ofShiftOf: length).count, isNight: pattern.isNight,
              slots: length.count / perSlot,
              breaks: pattern.breaks(inShiftOf: length).map {
                (
                  ($0.window.lowerBound.count + perSlot - 1) / perSlot,
                  $0.window.upperBound.count / perSlot, $0.length.count / perSlot
                )
              })
          }
        }
      }
  }

  private static func cellCosts(
    of agent: RosterProblem.Agent, kinds: [Kind], in problem: RosterProblem
  ) -> [Int32] {
    var costs = Array(repeating: Int32(0), count: problem.dayCount * kinds.count)
    for request in agent.requests where problem.days.contains(request.day) {
      let first = problem.firstDay.distance(to: request.day) * kinds.count
      for (index, kind) in kinds.enumerated()
      where request.isDenied(by: index > 0 ? problem.patterns[kind.pattern].code : nil) {
        costs[first + index] += Int32(request.weight)
      }
    }
    if let overtime = agent.limits.overtime {
      for cell in costs.indices {
        let minutes = agent.limits.overtime(in: Minutes(kinds[cell % kinds.count].paid)).count
        costs[cell] += Int32(minutes * overtime.cost)
      }
    }
    return costs
  }

  /// Kinds that no rule about one day alone keeps `agent` from; kind 0 where the day may be off.
  private static func kinds(
    for agent: RosterProblem.Agent, on day: Day, of kinds: [Kind], in problem: RosterProblem
  ) -> [Int16] {
    let fixed = agent.fixed.first { $0.day == day }
    let isAbsent = agent.absences.contains(day)
    return kinds.indices.compactMap { index in
      switch fixed?.work {
      case nil: break
      case .off: return index == 0 ? 0 : nil
      case .shift(let code, let start):
        guard index > 0, problem.patterns[kinds[index].pattern].code == code,
          start.map({ $0 == kinds[index].start }) ?? true
        else { return nil }
      }
      guard index > 0 else { return 0 }
      let kind = kinds[index]
      let pattern = problem.patterns[kind.pattern]
      guard !isAbsent, agent.patterns?.contains(pattern.code) ?? true,
        agent.limits.most(of: pattern.code) != 0,
        problem.allows(Minutes(kind.paid), isNight: kind.isNight, for: agent, on: day),
        case let start = problem.instant(on: day, at: kind.start),
        agent.isAvailable(from: start, to: start + Int64(kind.length.count * 60), in: problem),
        day != problem.firstDay || !agent.pastForbids(pattern, at: start, in: problem)
      else { return nil }
      return Int16(index)
    }
  }
}

extension RosterProblem.Agent {
  /// Whether the last shift before the roster keeps the agent from one on its first day.
  fileprivate func pastForbids(
    _ pattern: ShiftPattern, at start: Instant, in problem: RosterProblem
  ) -> Bool {
    guard let last = history.last else { return false }
    let rest = limits.rest.map { Int64($0.count * 60) } ?? 0
    guard start - last.end >= rest else { return true }
    return problem.zone.local(last.start).day + 1 == problem.firstDay
      && problem.pattern(coded: last.pattern)?.forbiddenSuccessors.contains(pattern.code) ?? false
  }
}
