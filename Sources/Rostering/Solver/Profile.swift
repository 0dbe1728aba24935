import Vocabulary

/// The rules that join the days of a row, as a graph of states.
///
/// A *lane* is all that the rules must know about the days so far, minutes apart: the class of the
/// last shift, the run of work, of nights or of days off, the weekends used. Agents with the same
/// rules and the same past share a profile.
///
/// Kinds that the rules cannot tell apart (same successors, same predecessors, same minutes) form
/// a *group*, of which a row only ever needs the cheapest member. Lanes from which the same groups
/// can be entered with the same outcome are gathered in a *pool*.
final class Profile: Sendable {
  /// What makes two agents' graphs equal.
  struct Key: Hashable {
    var rest: Minutes?
    var longestRun: Int?
    var shortestRun: Int
    var shortestDaysOff: Int
    var weekends: Int?
    var nightRun: Int?
    var patterns: [Bool]
    var past: Past
    /// Patterns whose shifts the lanes count, up to the most allowed; each multiplies the lanes.
    var counted: [Counted] = []

    init(_ agent: RosterProblem.Agent, in problem: RosterProblem) {
      let limits = agent.limits
      rest = limits.rest
      longestRun = limits.longestRun
      shortestRun = limits.shortestRun
      shortestDaysOff = limits.shortestDaysOff
      weekends = limits.weekends
      nightRun = limits.nightRun
      patterns = problem.patterns.map { pattern in
        agent.patterns?.contains(pattern.code) ?? true && limits.most(of: pattern.code) != 0
          && pattern.lengths.contains { length in
            limits.dayMinutes.map { pattern.paidMinutes(ofShiftOf: length) <= $0 } ?? true
          }
      }
      past = Past(agent, in: problem)
    }
  }

  /// A pattern with a limit, by its index.
  struct Counted: Hashable {
    var pattern: Int
    var most: Int
  }

  /// What the days before the roster leave behind.
  struct Past: Hashable {
    /// Days worked in a row up to the day before the roster.
    var run = 0
    /// Nights worked in a row up to that day.
    var nights = 0
    /// Days off in a row up to that day, as far as they count; nil where nothing is known.
    var daysOff: Int?
    /// Whether the run of work began inside what is known, so that it may be too short.
    var runCounts = false

    init(_ agent: RosterProblem.Agent, in problem: RosterProblem) {
      guard let from = problem.historyFrom, from < problem.firstDay else { return }
      let days = agent.history.map { problem.zone.local($0.start).day }
      let nights = zip(agent.history, days).filter(\.0.isNight).map(\.1)
      let yesterday = problem.firstDay - 1
      run = Past.run(of: days, endingOn: yesterday, from: from)
      self.nights = Past.run(of: nights, endingOn: yesterday, from: from)
      runCounts = from.distance(to: problem.firstDay) > run
      if run == 0 {
        let off = days.last.map { $0.distance(to: yesterday) } ?? Int.max
        daysOff = min(off, agent.limits.shortestDaysOff)
      }
    }

    private static func run(of days: [Day], endingOn last: Day, from first: Day) -> Int {
      var day = last
      while day >= first, days.contains(day) { day = day - 1 }
      return day.distance(to: last)
    }
  }

  /// What the rules ask of a day, by its place in the week.
  enum DayType: Int, CaseIterable {
    /// Monday to Friday.
    case weekday
    /// A Saturday, or a Sunday that the roster begins with: work uses a weekend.
    case weekendStart
    /// Work uses a weekend unless Saturday was worked.
    case sunday
  }

  struct Group: Sendable {
    var units: Int
    var members: [Int]
    /// Classes after which it may be worked.
    var entry: Set<Int>
    var tail: Int
    var isNight: Bool
    /// Which of the counted patterns its members are of; nil for none.
    var counted: Int?
  }

  /// The edges of one type of day; those into lane `l` lie at `starts[l]..<starts[l + 1]`.
  struct Edges: Sendable {
    var offStart: [Int32] = []
    var offFrom: [Int32] = []
    var workStart: [Int32] = []
    var workPool: [Int32] = []
    var workGroup: [Int32] = []
    /// The lanes that flow into pool `p` lie at `poolStart[p]..<poolStart[p + 1]`.
    var poolStart: [Int32] = [0]
    var poolFrom: [Int32] = []
    /// The lane after work of a group, or after a day off in the last place; -1 where forbidden.
    ///
    /// At `lane * (groups + 1) + group`.
    var next: [Int32] = []
  }

  let key: Key
  /// Minutes in a unit.
  let unit: Int
  let groups: [Group]
  /// The group of each kind; -1 for kinds that the profile never works.
  let groupOfKind: [Int32]
  let laneCount: Int
  let firstLane: Int
  let edges: [Edges]
  /// The weekends used in each lane, and what is left of it without them: its *base*.
  let weekends: [Int]
  let base: [Int32]
  /// The lane of a base and a number of weekends, at `base * weekendWidth + weekends`; -1 for none.
  let laneOf: [Int32]
  let weekendWidth: Int
  /// The base after work of a group, or after a day off in the last place; -1 where forbidden.
  ///
  /// At `base * (groups + 1) + group`. Weekends apart, no day differs from another.
  let baseNext: [Int32]
  let baseCount: Int
  /// Whether a lane is one of days off.
  let isOff: [Bool]
  let longestRun: Int
  let shortestDaysOff: Int

  private struct Lane: Hashable {
    /// Class of the last shift; -1 after a day off.
    var tail: Int
    /// Days in the run of work or of days off, as far as the rules count.
    var run: Int
    /// Days that the run still lacks.
    var lacks: Int
    var nights: Int
    var weekends: Int
    /// Shifts so far of each counted pattern.
    var counts: [Int]
  }

  init(_ key: Key, kinds: [SolverModel.Kind], problem: RosterProblem) {
    self.key = key
    let usable = kinds.indices.filter { $0 > 0 && key.patterns[kinds[$0].pattern] }
    var follows = Array(repeating: Set<Int>(), count: kinds.count)
    for first in usable {
      follows[first] = Set(
        usable.filter { Profile.may(kinds[$0], follow: kinds[first], key.rest, in: problem) })
    }
    // Classes of kinds by what they allow next.
    var classes: [Set<Int>] = []
    var classOf = Array(repeating: -1, count: kinds.count)
    for kind in usable {
      let isNight = kinds[kind].isNight && key.nightRun != nil
      let signature = isNight ? follows[kind].union([0]) : follows[kind]
      if let index = classes.firstIndex(of: signature) {
        classOf[kind] = index
      } else {
        classOf[kind] = classes.count
        classes.append(signature)
      }
    }
    var groups: [Group] = []
    var groupOfKind = Array(repeating: Int32(-1), count: kinds.count)
    let unit = usable.reduce(0) { gcd($0, kinds[$1].paid) }
    self.unit = max(1, unit)
    for kind in usable {
      let entry = Set(classes.indices.filter { classes[$0].contains(kind) })
      let units = kinds[kind].paid / self.unit
      let counted = key.counted.firstIndex { $0.pattern == kinds[kind].pattern }
      let index = groups.firstIndex {
        $0.tail == classOf[kind] && $0.units == units && $0.entry == entry && $0.counted == counted
      }
      if let index {
        groups[index].members.append(kind)
        groupOfKind[kind] = Int32(index)
      } else {
        groupOfKind[kind] = Int32(groups.count)
        groups.append(
          Group(
            units: units, members: [kind], entry: entry, tail: classOf[kind],
            isNight: kinds[kind].isNight && key.nightRun != nil, counted: counted))
      }
    }
    self.groups = groups
    self.groupOfKind = groupOfKind
    longestRun = key.longestRun ?? problem.dayCount
    shortestDaysOff = max(1, key.shortestDaysOff)

    // All lanes that can be reached, by breadth.
    let rules = Steps(key: key, longestRun: key.longestRun, groups: groups)
    let start = rules.start(classCount: classes.count)
    var lanes = [start]
    var index = [start: 0]
    var targets = Array(repeating: [Int32](), count: DayType.allCases.count)
    var at = 0
    while at < lanes.count {
      for type in DayType.allCases {
        for group in groups.indices + [groups.count] {
          let lane =
            group == groups.count
            ? rules.dayOff(after: lanes[at]) : rules.work(group, after: lanes[at], on: type)
          guard let lane else {
            targets[type.rawValue].append(-1)
            continue
          }
          if index[lane] == nil {
            index[lane] = lanes.count
            lanes.append(lane)
          }
          targets[type.rawValue].append(Int32(index[lane] ?? 0))
        }
      }
      at += 1
    }
    laneCount = lanes.count
    firstLane = 0
    weekends = lanes.map(\.weekends)
    weekendWidth = (weekends.max() ?? 0) + 1
    var bases: [Lane: Int32] = [:]
    var base: [Int32] = []
    var baseNext: [Int32] = []
    for (lane, values) in lanes.enumerated() {
      var bare = values
      bare.weekends = 0
      if bases[bare] == nil {
        bases[bare] = Int32(bases.count)
        // Held as lanes for now: a base may be met before those that follow it.
        let first = lane * (groups.count + 1)
        baseNext += targets[DayType.weekday.rawValue][first...first + groups.count]
      }
      base.append(bases[bare] ?? 0)
    }
    self.base = base
    baseCount = bases.count
    self.baseNext = baseNext.map { $0 < 0 ? -1 : base[Int($0)] }
    var laneOf = Array(repeating: Int32(-1), count: bases.count * weekendWidth)
    for lane in lanes.indices {
      laneOf[Int(base[lane]) * weekendWidth + weekends[lane]] = Int32(lane)
    }
    self.laneOf = laneOf
    isOff = lanes.map { $0.tail < 0 }
    edges = targets.map { Edges(next: $0, lanes: lanes.count, groups: groups.count) }
  }

  /// The rules as steps from lane to lane.
  private struct Steps {
    let key: Key
    let longestRun: Int?
    let groups: [Group]

    /// The lane before the first day; its tail allows every class, since the first day's kinds are
    /// barred one by one.
    func start(classCount: Int) -> Lane {
      let past = key.past
      let counts = key.counted.map { _ in 0 }
      if past.run > 0 {
        return Lane(
          tail: Int.max, run: past.run,
          lacks: past.runCounts ? max(0, key.shortestRun - past.run) : 0,
          nights: key.nightRun == nil ? 0 : past.nights, weekends: 0,
          counts: counts)
      }
      let lacks = past.daysOff.map { max(0, key.shortestDaysOff - $0) } ?? 0
      return Lane(
        tail: past.daysOff == nil ? -2 : -1, run: 0, lacks: lacks, nights: 0, weekends: 0,
        counts: counts)
    }

    func dayOff(after lane: Lane) -> Lane? {
      if lane.tail >= 0 {
        guard lane.lacks == 0 else { return nil }
        return Lane(
          tail: -1, run: 0, lacks: max(0, key.shortestDaysOff - 1), nights: 0,
          weekends: lane.weekends, counts: lane.counts)
      }
      return Lane(
        tail: -1, run: 0, lacks: max(0, lane.lacks - 1), nights: 0, weekends: lane.weekends,
        counts: lane.counts)
    }

    func work(_ index: Int, after lane: Lane, on type: DayType) -> Lane? {
      let group = groups[index]
      let worked = lane.tail >= 0
      guard worked ? lane.tail == Int.max || group.entry.contains(lane.tail) : lane.lacks == 0
      else { return nil }
      var next = Lane(
        tail: group.tail, run: 1, lacks: max(0, key.shortestRun - 1), nights: 0,
        weekends: lane.weekends, counts: lane.counts)
      if worked {
        next.run = lane.run + 1
        next.lacks = max(0, lane.lacks - 1)
      } else if lane.tail == -2 {
        next.lacks = 0
      }
      if let longestRun {
        guard next.run <= longestRun else { return nil }
      } else {
        next.run = 1
      }
      if group.isNight, let most = key.nightRun {
        next.nights = lane.nights + 1
        guard next.nights <= most else { return nil }
      }
      let usesWeekend = type == .weekendStart || type == .sunday && !worked
      if let most = key.weekends, usesWeekend {
        next.weekends += 1
        guard next.weekends <= most else { return nil }
      }
      if let index = group.counted {
        next.counts[index] += 1
        guard next.counts[index] <= key.counted[index].most else { return nil }
      }
      return next
    }
  }

  /// Whether `after` may be worked on the day after `before`.
  private static func may(
    _ after: SolverModel.Kind, follow before: SolverModel.Kind, _ rest: Minutes?,
    in problem: RosterProblem
  ) -> Bool {
    let successor = problem.patterns[after.pattern].code
    guard !problem.patterns[before.pattern].forbiddenSuccessors.contains(successor) else {
      return false
    }
    guard let rest else { return true }
    // Nominal clock time decides, unless the zone's clocks change while the roster lasts.
    let days =
      problem.zone.offset(at: problem.start) == problem.zone.offset(at: problem.end)
      ? problem.days.prefix(1) : problem.days[...]
    return days.allSatisfy { day in
      let end = problem.instant(on: day, at: before.start) + Int64(before.length.count * 60)
      return problem.instant(on: day + 1, at: after.start) - end >= Int64(rest.count * 60)
    }
  }
}

extension Profile.Edges {
  /// The edges that lead where `next` says.
  init(next: [Int32], lanes: Int, groups: Int) {
    self.next = next
    var off = Array(repeating: [Int32](), count: lanes)
    var work = Array(repeating: [(pool: Int32, group: Int32)](), count: lanes)
    for lane in 0..<lanes {
      let target = next[lane * (groups + 1) + groups]
      if target >= 0 { off[Int(target)].append(Int32(lane)) }
    }
    // For each group and target, the lanes that lead there: equal sets of lanes share a pool.
    var pools: [[Int32]: Int32] = [:]
    for group in 0..<groups {
      var sources = Array(repeating: [Int32](), count: lanes)
      for lane in 0..<lanes {
        let target = next[lane * (groups + 1) + group]
        if target >= 0 { sources[Int(target)].append(Int32(lane)) }
      }
      for target in 0..<lanes where !sources[target].isEmpty {
        let from = sources[target]
        let pool = pools[from] ?? Int32(pools.count)
        if pools[from] == nil {
          pools[from] = pool
          poolFrom += from
          poolStart.append(Int32(poolFrom.count))
        }
        work[target].append((pool, Int32(group)))
      }
    }
    offStart = [0]
    workStart = [0]
    for lane in 0..<lanes {
      offFrom += off[lane]
      offStart.append(Int32(offFrom.count))
      workPool += work[lane].map(\.pool)
      workGroup += work[lane].map(\.group)
      workStart.append(Int32(workPool.count))
    }
  }
}

func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
