import Vocabulary

extension PatternSearch {
  /// Fills the row solver's prices with what each kind would cost `agent`, taken off the roster, on
  /// the days of `range`.
  func price(_ agent: Int, _ range: Range<Int>, noise: Float) {
    for day in range {
      let own = Int(kinds[agent * days + day])
      let place = (agent * days + day) * width
      for kind in 0..<width {
        let cover = kind == own ? -drop[day * width + kind] : add[day * width + kind]
        rows.prices[day * width + kind] = Float(cover + cell[place + kind])
      }
    }
    if noise > 0 {
      for index in range.lowerBound * width..<range.upperBound * width {
        rows.prices[index] += noise * draws.exponential()
      }
    }
  }

  func solveStretch(at temperature: Float) {
    let agent = draws.below(model.agentCount)
    var start = 0
    if days > PatternSearch.windowDays {
      start = draws.below(days - PatternSearch.windowDays + 1)
      // Weekends must not be cut in two.
      if weekendDay[start] == 2, start > 0 { start -= 1 }
    }
    let range = start..<min(days, start + PatternSearch.windowDays)
    price(agent, range, noise: temperature)
    guard rows.solve(agent, in: window(agent, range)) != nil else { return }
    var delta: Int32 = 0
    for day in range { delta += change(agent, day, to: Int(rows.row[day])) }
    guard Float(delta) <= temperature * draws.exponential() else { return }
    accept(delta) {
      for day in range { self.set(agent, day, self.rows.row[day]) }
      self.walk(agent)
    }
  }

  /// The stretch `range` of a row with all that the days around it ask for.
  private func window(_ agent: Int, _ range: Range<Int>) -> RowSolver.Window? {
    guard range.count < days else { return nil }
    let profile = model.profiles[model.profile[agent]]
    let row = agent * days
    let path = agent * (days + 1)
    func usesWeekend(_ day: Int) -> Bool {
      guard kinds[row + day] > 0, weekendDay[day] > 0 else { return false }
      return weekendDay[day] == 1 || day == 0 || kinds[row + day - 1] == 0
    }
    var outside = 0
    for day in 0..<range.lowerBound where usesWeekend(day) { outside += 1 }
    for day in range.upperBound..<days where usesWeekend(day) { outside += 1 }
    var window = RowSolver.Window(days: range, lane: Int(states[path + range.lowerBound]))
    window.weekends = outside

    // Which states let the days behind go on as they are.
    let table = Int(firstNext[agent])
    window.exits = (0..<profile.laneCount).map { lane in
      var state = Int16(lane)
      var day = range.upperBound
      while day < days, state != states[path + day] {
        state = next[table + Int(state) * width + Int(kinds[row + day])]
        guard state >= 0 else { return false }
        day += 1
      }
      return true
    }

    let kindUnits = model.profile[agent] * width
    window.units = Int(units[agent])
    for day in range { window.units -= Int(unitsOfKind[kindUnits + Int(kinds[row + day])]) }
    if !limits[agent].kinds.isEmpty {
      window.shifts = (0..<model.patternCount).map { shifts[agent * width + $0 + 1] }
      for day in range where kinds[row + day] > 0 { window.shifts[Int(kinds[row + day]) - 1] -= 1 }
    }
    if limits[agent].boundsWeeks {
      let firstWeekday = model.problem.firstDay.weekday.rawValue
      window.unitsOfWeek = Array(repeating: 0, count: model.rows[agent].weekMost.count)
      for day in 0..<days where !range.contains(day) {
        window.unitsOfWeek[(firstWeekday + day) / 7] +=
          Int(unitsOfKind[kindUnits + Int(kinds[row + day])])
      }
    }
    return window
  }
}
