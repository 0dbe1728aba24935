import Statistics
import Synchronization
import Vocabulary

extension RosterProblem {
  /// The best roster found where demand is by streams.
  ///
  /// Teams that share neither stream nor duty are solved apart, each with time and steps by its
  /// size. With `steps`, a team is searched by two chains whatever `threads` is, so that equal seed
  /// and steps give equal rosters. Without, a team alone has as many chains as there are threads,
  /// and of several teams each has one.
  func solveByStreams(_ options: SolverOptions) throws(RosterFault) -> RosterSolution {
    let teams = teams()
    let generator = SeededGenerator(seed: options.seed)
    let inner = teams.count == 1 ? max(1, options.threads) : 1
    let parts = Parallel.map(teams.count, threads: options.threads) {
      StreamTeam(teams[$0], generator.split($0))
    }
    let stuck = Set(parts.flatMap(\.stuck))
    guard stuck.isEmpty else {
      throw .noRow(
        agents.indices.filter { stuck.contains(agents[$0].number) }.map {
          RosterFault.StuckAgent(
            agent: agents[$0].number, conflict: conflict(ofAgent: $0) ?? ties(ofAgent: $0))
        })
    }
    let first = options.elapsed()
    let size = max(1, parts.reduce(0) { $0 + $1.size })
    let best = Mutex((costs: parts.map(\.first.cost), seconds: first))
    let left = options.seconds.map { max(0, $0 - first) }
    let results = Parallel.map(parts.count, threads: options.threads) { index in
      let share = Double(parts[index].size) / Double(size)
      var own = options
      own.threads = inner
      own.steps = options.steps.map { Int((Double($0) * share).rounded(.up)) }
      own.seconds = left.map {
        let turns = Double(min(max(1, options.threads), parts.count))
        return min($0 + first, options.elapsed() + $0 * share * turns)
      }
      own.progress = { done, cost in
        let total = best.withLock { state in
          if cost < state.costs[index] {
            state.costs[index] = cost
            state.seconds = options.elapsed()
          }
          return state.costs.reduce(0, +)
        }
        options.progress(done, total)
      }
      return parts[index].search(own)
    }
    var shifts: [AgentNumber: [Shift]] = [:]
    for result in results {
      for shift in result.roster.shifts { shifts[shift.agent, default: []].append(shift) }
    }
    let roster = Roster(shifts: agents.flatMap { shifts[$0.number] ?? [] })
    return RosterSolution(
      roster: roster, cost: cost(of: roster), bound: results.reduce(0) { $0 + $1.bound },
      missingBound: results.reduce(0) { $0 + $1.missingBound },
      steps: results.reduce(0) { $0 + $1.steps }, seconds: options.elapsed(), firstSeconds: first,
      bestSeconds: best.withLock { $0.seconds })
  }

  /// The problem in parts that have no stream, no duty, no demand by patterns and no pair in common.
  func teams() -> [RosterProblem] {
    guard patternDemand.isEmpty, pairs.isEmpty else { return [self] }
    // A line is joined to the lines that one of its agents serves as well.
    var group = Array(0..<demand.count + duties.count)
    func root(_ line: Int) -> Int {
      var line = line
      while group[line] != line { line = group[line] }
      return line
    }
    let streams = Dictionary(
      demand.enumerated().map { ($1.stream, $0) }, uniquingKeysWith: { first, _ in first })
    let serving = Dictionary(
      duties.enumerated().flatMap { index, duty in duty.members.map { ($0, [demand.count + index]) }
      },
      uniquingKeysWith: +)
    let lines = agents.map { agent in
      agent.streams.compactMap { streams[$0] } + (serving[agent.number] ?? [])
    }
    for own in lines {
      for line in own.dropFirst() { group[root(line)] = root(own[0]) }
    }
    let roots = group.indices.filter { group[$0] == $0 }
    guard roots.count > 1 else { return [self] }
    // Agents who serve nothing go with the first part.
    return roots.enumerated().map { place, root_ in
      var part = self
      part.agents = zip(agents, lines).filter { _, own in
        own.first.map { root($0) == root_ } ?? (place == 0)
      }.map(\.0)
      part.demand = demand.indices.filter { root($0) == root_ }.map { demand[$0] }
      part.duties = duties.indices.filter { root(demand.count + $0) == root_ }.map { duties[$0] }
      return part
    }
  }
}
