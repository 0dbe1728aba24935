import Statistics

extension ColumnSearch {
  /// How a dive rounds.
  private enum Dive {
    /// Of the days that still waver, the share that is fixed at once.
    static let share = 0.2
    /// A day is fixed where its rows agree on it at least so far; the surest day always is.
    static let agreement = 0.6
    /// The least of an agent's mixture that must be left after all that is fixed at once.
    static let leftOver = 0.4
    /// Rounds of pricing after each fixing.
    static let rounds = 4
    /// By how much agreement is blurred, so that dives differ.
    static let noise = 0.1
    static let nothing = 1e-6
  }

  /// A day on which an agent's rows waver.
  private struct Wavering {
    var agent: Int
    var day: Int
    /// The kind on which most of the mixture agrees, how far it does, and the same blurred.
    var kind: Int16
    var agreement: Double
    var rank: Double
  }

  /// Rounds the program's mixtures to a whole roster: fixes the days that are nearly decided,
  /// generates rows for what is left, and so on until every agent has one row.
  ///
  /// The program should have been solved by ``generate(stop:)``. New rows stay in it. With `around`,
  /// only some agents are set free, the others keep their rows of a roster. A dive that cannot come
  /// below `cutoff` is given up.
  ///
  /// - Returns: the kind of each agent on each day at `agent * dayCount + day`. Where `stop` ends
  ///   the dive early, agents get the largest part of their mixtures. Nil where some agent is left
  ///   without a row.
  ///
  /// Source: P. Strandmark, Y. Qu, T. Curtois, "First-order linear programming in a column
  /// generation-based heuristic approach to the nurse rostering problem" (2020), for fixing single
  /// days of several agents at once.
  func dive(
    _ chance: inout SeededGenerator, around: (roster: [Int16], isFree: [Bool])? = nil,
    below cutoff: Int = .max, stop: () -> Bool
  ) -> [Int16]? {
    let days = model.dayCount
    var fixed = Array(repeating: Int16(-1), count: model.agentCount * days)
    defer {
      for column in 0..<pool.count { program.bound(firstRow + column, 0 ... .infinity) }
    }
    guard program.solve(.primal) else { return nil }
    trim()
    guard program.solve(.primal) else { return nil }
    if let around {
      add(around.roster)
      for (agent, isFree) in around.isFree.enumerated() where !isFree {
        for day in 0..<days { fixed[agent * days + day] = around.roster[agent * days + day] }
      }
      bar(fixed)
      guard settle(fixed, cutoff: cutoff, rounds: 100, stop: stop) else { return nil }
    }
    var mixtures = mixtures()
    while case var wavering = wavering(mixtures, fixed, &chance), !wavering.isEmpty, !stop() {
      wavering.sort {
        $0.rank != $1.rank ? $0.rank > $1.rank : ($0.agent, $0.day) < ($1.agent, $1.day)
      }
      fix(wavering, mixtures, &fixed)
      bar(fixed)
      guard settle(fixed, cutoff: cutoff, rounds: Dive.rounds, stop: stop) else { return nil }
      mixtures = self.mixtures()
    }
    var roster: [Int16] = []
    for mixture in mixtures {
      guard let most = mixture.max(by: { $0.value < $1.value }) else { return nil }
      roster += pool.row(most.column)
    }
    return roster
  }

  /// Solves the program with what is fixed and generates rows for the rest, some rounds long.
  ///
  /// - Returns: false where it failed, or where all rows that matter are there and their cost is no
  ///   longer below `cutoff`.
  private func settle(_ fixed: [Int16], cutoff: Int, rounds: Int, stop: () -> Bool) -> Bool {
    guard program.solve(.dual) else { return false }
    for _ in 0..<rounds where !stop() {
      let found = price(fixed)
      guard !found.isEmpty else {
        return program.objective < Double(cutoff) - 1 + 1e-6
      }
      enter(found)
      guard program.solve(.primal) else { return false }
    }
    return true
  }

  /// The columns that each agent's mixture is made of.
  private func mixtures() -> [[(column: Int, value: Double)]] {
    var mixtures = Array(repeating: [(column: Int, value: Double)](), count: model.agentCount)
    let values = program.values
    for column in 0..<pool.count where values[firstRow + column] > Dive.nothing {
      mixtures[Int(pool.agents[column])].append((column, values[firstRow + column]))
    }
    return mixtures
  }

  private func wavering(
    _ mixtures: [[(column: Int, value: Double)]], _ fixed: [Int16],
    _ chance: inout SeededGenerator
  ) -> [Wavering] {
    let days = model.dayCount
    var result: [Wavering] = []
    var shares = Array(repeating: 0.0, count: model.kinds.count)
    for (agent, mixture) in mixtures.enumerated() where mixture.count > 1 {
      for day in 0..<days where fixed[agent * days + day] < 0 {
        var kind: Int16 = 0
        for (column, value) in mixture {
          let own = pool.kinds[column * days + day]
          shares[Int(own)] += value
          if shares[Int(own)] > shares[Int(kind)] { kind = own }
        }
        let agreement = shares[Int(kind)]
        for (column, _) in mixture { shares[Int(pool.kinds[column * days + day])] = 0 }
        guard agreement < 1 - Dive.nothing else { continue }
        let rank = agreement + Dive.noise * (chance.unit() - 0.5)
        result.append(
          Wavering(agent: agent, day: day, kind: kind, agreement: agreement, rank: rank))
      }
    }
    return result
  }

  /// Fixes the first of `wavering`.
  private func fix(
    _ wavering: [Wavering], _ mixtures: [[(column: Int, value: Double)]], _ fixed: inout [Int16]
  ) {
    let days = model.dayCount
    let most = Int((Double(wavering.count) * Dive.share).rounded(.up))
    var left = mixtures
    var count = 0
    for cell in wavering {
      guard count == 0 || count < most && cell.agreement >= Dive.agreement else { break }
      let agreeing = left[cell.agent].filter {
        pool.kinds[$0.column * days + cell.day] == cell.kind
      }
      guard count == 0 || agreeing.reduce(0, { $0 + $1.value }) > Dive.leftOver else { continue }
      left[cell.agent] = agreeing
      fixed[cell.agent * days + cell.day] = cell.kind
      count += 1
    }
  }

  /// Bars the columns that differ from what is fixed.
  private func bar(_ fixed: [Int16]) {
    let days = model.dayCount
    for column in 0..<pool.count {
      let first = Int(pool.agents[column]) * days
      for day in 0..<days {
        let only = fixed[first + day]
        if only >= 0, only != pool.kinds[column * days + day] {
          program.bound(firstRow + column, 0...0)
          break
        }
      }
    }
  }

  /// New rows that keep what is fixed, at the program's prices and half way to the best bound's.
  private func price(_ fixed: [Int16]) -> [Int] {
    let days = model.dayCount
    let duals = program.duals
    var found: [Int] = []
    for prices in [mixed(duals, lean: 0.5), mixed(duals, lean: 0)] {
      for agent in 0..<model.agentCount {
        let own = fixed[agent * days..<(agent + 1) * days]
        guard own.contains(-1), let best = relaxation.solve(agent, prices: prices, fixed: own),
          best.isWhole, let column = offer(agent, relaxation.row, duals)
        else { continue }
        found.append(column)
      }
    }
    return found
  }
}
