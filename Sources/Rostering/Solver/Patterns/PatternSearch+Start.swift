import Statistics
import Vocabulary

extension PatternSearch {
  /// Rows of more days than this are first made piece by piece: whole, they would take too long.
  static let wholeDays = 91

  /// Gives every agent the best row that the agents before leave, in a random order.
  ///
  /// - Returns: the agents whose rules allow no row at all; their rows stay empty.
  func construct() -> [Int] {
    var stuck: [Int] = []
    for agent in generator.shuffled(Array(0..<model.agentCount)) where !start(agent) {
      stuck.append(agent)
    }
    cost = recount()
    keepBest()
    return stuck.sorted()
  }

  /// Goes on from `rows`, the kind of each agent on each day, which must keep every rule.
  func load(_ rows: [Int16]) {
    saveBest()
    for agent in 0..<model.agentCount { take(agent) { rows[agent * self.days + $0] } }
    cost = recount()
    keepBest()
  }

  private func take(_ agent: Int, _ row: (Int) -> Int16) {
    for day in 0..<days { set(agent, day, row(day)) }
    walk(agent)
  }

  private func start(_ agent: Int) -> Bool {
    if days > PatternSearch.wholeDays {
      for length in [28, 42, 56, 84] {
        for noise in [Float(0), 30, 100] where startByPieces(agent, length, noise) { return true }
      }
    }
    // Limits on patterns are met by forbidding days; other prices forbid other days.
    for noise in [Float(0), 30, 100, 100, 300, 300, 1000, 1000, 1000] {
      price(agent, 0..<days, noise: noise)
      if rows.solve(agent) != nil {
        take(agent) { rows.row[$0] }
        return true
      }
      if model.rows[agent].patternMost.isEmpty { break }
    }
    return false
  }

  /// Makes a row in pieces of `length` days, each with its share of what the row must and may have.
  private func startByPieces(_ agent: Int, _ length: Int, _ noise: Float) -> Bool {
    let limits = model.rows[agent]
    let profile = model.profiles[model.profile[agent]]
    let longest = profile.groups.reduce(0) { max($0, $1.units) }
    // Pieces begin on Mondays, so that no weekend and no week is cut.
    let firstWeekday = model.problem.firstDay.weekday.rawValue
    var ends = Array(stride(from: length - firstWeekday, to: days - length / 2, by: length))
    ends.append(days)
    var available = [0]
    for day in 0..<days {
      available.append(available[day] + (model.allowed(agent, day).last ?? 0 > 0 ? 1 : 0))
    }
    var first = 0
    for end in ends {
      let isLast = end == days
      let done = Int(units[agent])
      func share(_ whole: Int) -> Int {
        isLast ? whole : (whole * available[end] + available[days] - 1) / max(1, available[days])
      }
      var window = RowSolver.Window(
        days: first..<end, lane: Int(states[agent * (days + 1) + first]))
      if limits.boundsCycle {
        let slack = isLast ? 0 : longest
        let least = max(0, share(limits.cycleLeast) - slack - done)
        let most = limits.cycleMost == Int.max ? Int.max : share(limits.cycleMost) - done
        guard least <= most else { break }
        window.range = least...most
      }
      if let most = profile.key.weekends {
        window.weekends = most - share(most) + Int(weekends[agent])
      }
      if !limits.patternMost.isEmpty {
        window.shifts = Array(repeating: 0, count: model.patternCount)
        for limit in limits.patternMost {
          window.shifts[limit.pattern] =
            Int32(limit.most - share(limit.most)) + shifts[agent * width + limit.pattern + 1]
        }
      }
      price(agent, first..<end, noise: noise)
      guard rows.solve(agent, in: window) != nil else { break }
      for day in first..<end { set(agent, day, rows.row[day]) }
      walk(agent)
      if isLast { return true }
      first = end
    }
    take(agent) { _ in 0 }
    return false
  }
}
