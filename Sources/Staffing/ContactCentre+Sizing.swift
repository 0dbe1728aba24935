extension ContactCentre {
  /// Few agents for each group, the same in all intervals, with whom every kind meets its goal.
  ///
  /// A goal is the share of a kind's contacts over all intervals to be answered within the first of
  /// its times; nil asks for nothing. Goals are judged by so many simulated `runs`, each time with
  /// the same chance. From enough agents on, one is taken from a group, or two are replaced by one
  /// of a third group, while all goals hold: what is found can be improved by no such step, though
  /// it need not be the least of all. Of equal steps the first is taken.
  ///
  /// Nil where a kind with a goal has no group.
  public func sized(goals: [Double?], runs: Int, seed: UInt64) -> [Int]? {
    precondition(goals.count == kinds.count, "a goal for each kind, or nil")
    for (kind, goal) in zip(kinds, goals) where goal != nil && kind.groups.isEmpty { return nil }
    var sizing = Sizing(centre: self, goals: goals, runs: runs, seed: seed)
    return sizing.run()
  }
}

private struct Sizing {
  let centre: ContactCentre
  let goals: [Double?]
  let runs: Int
  let seed: UInt64
  /// What was judged before.
  private var known: [[Int]: Bool] = [:]

  init(centre: ContactCentre, goals: [Double?], runs: Int, seed: UInt64) {
    self.centre = centre
    self.goals = goals
    self.runs = runs
    self.seed = seed
  }

  mutating func run() -> [Int] {
    var heads = beginning()
    // Each kind that misses its goal gets more of its own first group.
    while let missing = missing(heads).first {
      let group = centre.kinds[missing].groups[0]
      heads[group] += max(1, heads[group] / 20)
    }
    while let fewer = step(from: heads) { heads = fewer }
    return heads
  }

  /// As many as the busiest interval's load in each kind's first group.
  private func beginning() -> [Int] {
    var heads = centre.heads.map { _ in 0 }
    for (kind, goal) in zip(centre.kinds, goals) where goal != nil {
      let last = kind.handleTimes[kind.handleTimes.count - 1]
      let load = (kind.arrivals.max() ?? 0) * last / Double(kind.handleTimes.count)
      heads[kind.groups[0]] += Int(load.rounded(.up))
    }
    return heads
  }

  /// The kinds that miss their goals.
  private func missing(_ heads: [Int]) -> [Int] {
    var centre = centre
    centre.heads = heads.map { Array(repeating: $0, count: centre.intervals) }
    let outcome = centre.simulate(runs: runs, seed: seed)
    return goals.indices.filter { kind in
      goals[kind].map { outcome.total(of: kind).level() < $0 } ?? false
    }
  }

  private mutating func meets(_ heads: [Int]) -> Bool {
    if let known = known[heads] { return known }
    let answer = missing(heads).isEmpty
    known[heads] = answer
    return answer
  }

  /// One agent less somewhere, or two less for one more.
  private mutating func step(from heads: [Int]) -> [Int]? {
    for group in heads.indices where heads[group] > 0 {
      var fewer = heads
      fewer[group] -= 1
      if meets(fewer) { return fewer }
    }
    for first in heads.indices {
      for second in heads.indices[first...] {
        for more in heads.indices where more != first && more != second {
          var other = heads
          other[first] -= 1
          other[second] -= 1
          other[more] += 1
          if other[first] >= 0, other[second] >= 0, meets(other) { return other }
        }
      }
    }
    return nil
  }
}
