import Vocabulary

extension SolverModel {
  /// Whether `row`, a kind for each day, keeps every hard rule of `agent`.
  func holds(_ row: ArraySlice<Int16>, of agent: Int) -> Bool {
    let profile = profiles[profile[agent]]
    let limits = rows[agent]
    let off = profile.groups.count
    let firstWeekday = problem.firstDay.weekday.rawValue
    var lane = Int32(profile.firstLane)
    var cycle = 0
    var inWeek = 0
    var weekends = 0
    for day in 0..<dayCount {
      let kind = row[row.startIndex + day]
      let weekday = (firstWeekday + day) % 7
      guard isAllowed(kind, agent, day) else { return false }
      var group = off
      if kind > 0 {
        group = Int(profile.groupOfKind[Int(kind)])
        guard group >= 0 else { return false }
        cycle += profile.groups[group].units
        inWeek += profile.groups[group].units
      }
      if kind > 0, weekday == 5 || weekday == 6 && (day == 0 || profile.isOff[Int(lane)]) {
        weekends += 1
      }
      lane = profile.next[Int(lane) * (off + 1) + group]
      guard lane >= 0 else { return false }
      if weekday == 6 { lane = profile.nextWeek[Int(lane)] }
      if weekday == 6 || day == dayCount - 1 {
        let week = (firstWeekday + day) / 7
        guard limits.weekLeast[week] <= inWeek, inWeek <= limits.weekMost[week] else {
          return false
        }
        inWeek = 0
      }
    }
    guard limits.cycleLeast <= cycle, cycle <= limits.cycleMost,
      weekends <= profile.key.weekends ?? Int.max
    else { return false }
    for limit in limits.patternMost {
      let count = row.reduce(0) { $1 > 0 && kinds[Int($1)].pattern == limit.pattern ? $0 + 1 : $0 }
      guard count <= limit.most else { return false }
    }
    return limits.keepsSums(row)
  }

  private func isAllowed(_ kind: Int16, _ agent: Int, _ day: Int) -> Bool {
    isAllowedKind[(agent * dayCount + day) * kinds.count + Int(kind)]
  }
}
