import Rostering
import Vocabulary

/// Problems small enough to read.
enum Small {
  /// Monday, 2 November 2026.
  static let monday = Day(ordinal: 20_759)

  static let chat = Stream(channel: "app", queue: "presale")
  static let phone = Stream(channel: "phone", queue: "aftersale")

  /// Day shifts of 8 hours without breaks, early at 8:00 or 9:00, late at 14:00; nights at 22:00.
  static let early = ShiftPattern(
    code: "early", name: "早班", starts: .hours(8)...(.hours(9)), step: .hours(1),
    lengths: [.hours(8)])
  static let late = ShiftPattern(
    code: "late", name: "晚班", starts: .hours(14)...(.hours(14)), step: .hours(1),
    lengths: [.hours(8)], forbiddenSuccessors: ["early"], points: 1)
  static let night = ShiftPattern(
    code: "night", name: "夜班", starts: .hours(22)...(.hours(22)), step: .hours(1),
    lengths: [.hours(8)], isNight: true, points: 3)
  /// Nine hours with an unpaid hour three to five hours after the start.
  static let long = ShiftPattern(
    code: "long", name: "长班", starts: .hours(9)...(.hours(9)), step: .hours(1),
    lengths: [.hours(9)],
    breaks: [
      ShiftPattern.Break(length: .hours(1), isPaid: false, window: .hours(3)...(.hours(5)))
    ])

  static func agent(_ name: String = "A", _ limits: Limits = Limits()) -> RosterProblem.Agent {
    guard let number = AgentNumber(name) else { preconditionFailure("an agent has a number") }
    return RosterProblem.Agent(number: number, limits: limits, streams: [chat])
  }

  static func problem(
    days: Int = 14, _ agents: [RosterProblem.Agent] = [agent()], historyFrom: Day? = nil
  ) -> RosterProblem {
    RosterProblem(
      interval: .hour, firstDay: monday, dayCount: days, zone: .china,
      patterns: [early, late, night, long], agents: agents, historyFrom: historyFrom)
  }

  /// A row such as `E E . L N .`: a word per day from Monday on.
  static func roster(
    _ row: String, agent: String = "A", on stream: Stream? = chat, in problem: RosterProblem
  ) -> Roster {
    guard let number = AgentNumber(agent) else { preconditionFailure("an agent has a number") }
    let shifts = row.split(separator: " ").enumerated().compactMap { index, word -> Shift? in
      let (code, start): (String, Minutes) =
        switch word {
        case "E": ("early", .hours(8))
        case "L": ("late", .hours(14))
        case "N": ("night", .hours(22))
        default: ("", .zero)
        }
      guard !code.isEmpty else { return nil }
      let from = problem.instant(on: problem.firstDay + index, at: start)
      let to = from + 8 * 3600
      return Shift(
        agent: number, pattern: code, start: from, end: to,
        activities: [Activity(kind: .work(stream), start: from, end: to)])
    }
    return Roster(shifts: shifts)
  }

  /// Past shifts as a row that ends on the day before the first.
  static func past(_ row: String, before problem: RosterProblem) -> [RosterProblem.PastShift] {
    let words = row.split(separator: " ")
    var earlier = problem
    earlier.firstDay = problem.firstDay - words.count
    return roster(row, in: earlier).shifts.map {
      RosterProblem.PastShift(
        pattern: $0.pattern, start: $0.start, end: $0.end, paid: $0.paid,
        isNight: $0.pattern == "night")
    }
  }
}
