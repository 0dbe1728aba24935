import Rostering
import Testing
import Vocabulary

@Suite("The grid")
struct GridTests {
  /// Clocks of central Europe: two hours ahead of UTC in summer; they go back at 03:00 on Sunday,
  /// 25 October 2026, and forward at 02:00 on Sunday, 28 March 2027.
  static let summerTime: Zone = {
    func change(_ text: String, _ hour: Int64) -> Instant {
      guard let day = Day(text) else { preconditionFailure("a test names its day") }
      return Instant(seconds: Int64(day.ordinal) * 86_400 + hour * 3600)
    }
    return Zone(
      name: "Europe/Berlin", firstOffset: 2 * 3600,
      transitions: [
        Zone.Transition(start: change("2026-10-25", 1), offset: 3600),
        Zone.Transition(start: change("2027-03-28", 1), offset: 2 * 3600),
      ])
  }()

  /// A day with breaks and a night across midnight, on a grid of `interval`.
  static func problem(
    _ interval: Interval, from day: String, days: Int, zone: Zone = .china
  ) -> RosterProblem {
    let step = Minutes(interval.minutes)
    let early = ShiftPattern(
      code: "early", name: "早班", starts: .hours(8)...(.hours(9)), step: step,
      lengths: [.hours(8), .hours(8) + step],
      breaks: [
        ShiftPattern.Break(length: step, isPaid: true, window: .hours(1)...(.hours(2))),
        ShiftPattern.Break(length: Minutes(60), isPaid: false, window: .hours(3)...(.hours(5))),
        ShiftPattern.Break(length: step, isPaid: true, window: Minutes(390)...(.hours(7))),
      ])
    let night = ShiftPattern(
      code: "night", name: "夜班", starts: .hours(22)...(.hours(23)), step: step,
      lengths: [.hours(8)], forbiddenSuccessors: ["early"], isNight: true)
    let agents = (0..<4).map {
      Small.agent("\($0)", Limits(rest: .hours(11), longestRun: 5, week: .init(most: .hours(40))))
    }
    var problem = RosterProblem(
      interval: interval, firstDay: Day(day) ?? Small.monday, dayCount: days, zone: zone,
      patterns: [early, night], agents: agents)
    problem.demand = [
      StreamDemand(
        stream: Small.chat,
        heads: (0..<problem.intervalCount).map { index in
          let hour = zone.local(problem.instant(at: index)).hour
          return hour < 6 || hour >= 22 ? 1 : hour >= 8 && hour < 18 ? 2 : 0
        }, cost: CoverCost(short: 20, over: 3))
    ]
    return problem
  }

  @Test(
    "of 15 and 30 minutes holds shifts, breaks and nights across midnight",
    arguments: [Interval.quarterHour, .halfHour])
  func fine(interval: Interval) throws {
    let problem = GridTests.problem(interval, from: "2026-11-02", days: 7)
    #expect(problem.intervalCount == 7 * 24 * 60 / interval.minutes)
    let solution = try problem.solve(SolverOptions(steps: 40))
    #expect(problem.breaches(in: solution.roster) == [])
    #expect(problem.cost(of: solution.roster) == solution.cost)
    #expect(solution.roster.shifts.contains { $0.pattern == "night" })
    let breaks = solution.roster.shifts.filter { $0.pattern == "early" }.map { shift in
      shift.activities.filter { $0.kind == .paidBreak || $0.kind == .unpaidBreak }.count
    }
    #expect(!breaks.isEmpty && breaks.allSatisfy { $0 == 3 })
  }

  @Test(
    "has an hour more or less on the day the clocks change, and shifts keep their length",
    arguments: [
      (day: "2026-10-22", hours: 7 * 24 + 1), (day: "2027-03-25", hours: 7 * 24 - 1),
      (day: "2026-10-25", hours: 7 * 24 + 1), (day: "2027-03-22", hours: 7 * 24 - 1),
    ])
  func clockChange(day: String, hours: Int) throws {
    let problem = GridTests.problem(
      .halfHour, from: day, days: 7, zone: GridTests.summerTime)
    #expect(problem.intervalCount == hours * 2)
    let solution = try problem.solve(SolverOptions(steps: 40))
    #expect(problem.breaches(in: solution.roster) == [])
    #expect(problem.cost(of: solution.roster) == solution.cost)
    for shift in solution.roster.shifts {
      let nominal = shift.pattern == "night" ? [480] : [420, 450]
      #expect(nominal.contains(shift.paid.count))
    }
    // A night through the change ends an hour earlier or later by the clock.
    let ends = solution.roster.shifts.filter { $0.pattern == "night" }
      .map { (problem.zone.local($0.start), problem.zone.local($0.end)) }
      .filter {
        $0.0.day != $0.1.day
          && problem.zone.offset(at: problem.zone.start(of: $0.1.day))
            != problem.zone.offset(at: problem.zone.start(of: $0.1.day + 1))
      }
    for (start, end) in ends {
      #expect(abs(end.minute + 1440 - start.minute - 480) == 60)
    }
  }

  @Test("is refused by no clock: the whole year around both changes has each hour once")
  func year() {
    var problem = GridTests.problem(
      .hour, from: "2026-06-01", days: 365, zone: GridTests.summerTime)
    problem.demand = []
    #expect(problem.intervalCount == 365 * 24)
    for day in problem.days {
      let at = problem.instant(on: day, at: .hours(8))
      #expect((at - problem.start) % problem.interval.seconds == 0)
    }
  }
}
