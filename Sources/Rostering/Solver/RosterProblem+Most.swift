import Vocabulary

// What the contract and the law allow together, as the solver needs it; the rules count it again
// by themselves.
extension RosterProblem {
  /// Whether `agent` may work a shift of `paid` minutes on `day`, its length alone looked at.
  func allows(_ paid: Minutes, isNight: Bool, for agent: Agent, on day: Day) -> Bool {
    let limits = agent.limits
    let overtime = limits.overtime(in: paid)
    if let most = limits.dayMinutes, paid > most { return false }
    if limits.hours == .standard, let law = law(.day, on: day),
      limits.ordinary(in: paid).count > law.amount
    {
      return false
    }
    if agent.protected.contains(day), isNight || overtime > .zero { return false }
    guard let terms = limits.overtime, overtime > .zero else { return true }
    if let most = terms.day, overtime > most { return false }
    let law = law(terms.isSpecial ? .overtimeDaySpecial : .overtimeDay, on: day)
    return limits.hours == nil || law.map { overtime.count <= $0.amount } ?? true
  }

  /// Most ordinary minutes of the week that begins on `monday`.
  func weekMost(of agent: Agent, from monday: Day) -> Minutes? {
    let law: WorkTimeLimit? =
      switch agent.limits.hours {
      case .standard: law(.week, on: monday)
      case .partTime: law(.partTimeWeek, on: monday)
      case .comprehensive, nil: nil
      }
    return [agent.limits.week.most, law.map { Minutes($0.amount) }].compactMap(\.self).min()
  }

  /// Most overtime of a month.
  func overtimeMost(of agent: Agent, in month: Month) -> Minutes? {
    guard let terms = agent.limits.overtime else { return nil }
    let law = agent.limits.hours == nil ? nil : law(.overtimeMonth, on: month.first)
    return [terms.month, law.map { Minutes($0.amount) }].compactMap(\.self).min()
  }

  /// Fewest days off in every week of the roster.
  func leastDaysOff(of agent: Agent) -> Int {
    guard agent.limits.hours != nil else { return agent.limits.weekDaysOff }
    let lawful = days.compactMap { law(.daysOff, on: $0)?.amount }.max() ?? 0
    return max(agent.limits.weekDaysOff, lawful)
  }
}
