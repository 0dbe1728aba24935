import Vocabulary

/// The rules that join the days of a row, as a graph of states.
///
/// A *lane* is what the rules must know about the days so far, sums apart: the class of the last
/// shift, the run of work, of nights or of days off. Minutes, weekends and shifts of a pattern are
/// sums, which the ``RowSolver`` keeps beside the lane. Agents with the same rules and the same
/// past share a profile.
///
/// Kinds that the rules cannot tell apart (same successors, same predecessors, same minutes) form
/// a *group*, of which a row only ever needs the cheapest member. Steps from lane to lane that run
/// side by side, such as every run of days growing by one, form a ``Stride``; lanes from which the
/// same strides lead are gathered in a ``Pool``, once for all of them.
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
    /// Most days worked in a calendar week; nil where other rules see to it.
    var daysInWeek: Int?
    var sameStart: Bool
    /// Paid minutes of a shift above which they count in no week and no cycle.
    var overtimeAbove: Minutes?
    /// Patterns whose shifts are counted exactly, up to the most allowed.
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
      let daysOff = problem.leastDaysOff(of: agent)
      // One day off in any seven is what a run of at most six leaves.
      let isImplied = daysOff == 0 || daysOff == 1 && limits.longestRun.map { $0 <= 6 } ?? false
      daysInWeek = isImplied ? nil : 7 - daysOff
      sameStart = limits.sameStart
      overtimeAbove = limits.overtime?.above
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
    /// Days worked in the calendar week in which the roster begins, and their last time of day.
    var daysInWeek = 0
    var startInWeek: Minutes?

    init(_ agent: RosterProblem.Agent, in problem: RosterProblem) {
      guard let from = problem.historyFrom, from < problem.firstDay else { return }
      let days = agent.history.map { problem.zone.local($0.start).day }
      let nights = zip(agent.history, days).filter(\.0.isNight).map(\.1)
      let yesterday = problem.firstDay - 1
      if agent.limits.sameStart || problem.leastDaysOff(of: agent) > 0 {
        let monday = problem.firstDay - problem.firstDay.weekday.rawValue
        daysInWeek = Set(days.filter { $0 >= monday }).count
        startInWeek =
          agent.history.last { problem.zone.local($0.start).day >= monday }
          .map { Minutes(problem.zone.local($0.start).minute) }
      }
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

  struct Group: Sendable {
    var units: Int
    var members: [Int]
    /// Classes after which it may be worked.
    var entry: Set<Int>
    var tail: Int
    var isNight: Bool
    /// Which of the counted patterns its members are of; nil for none.
    var counted: Int?
    /// When its members start, where a week has one start; nil where that is free.
    var start: Minutes?
  }

  /// Steps side by side: lane `target + i` after lane `source + i`, for each `i` below `length`.
  struct Stride: Sendable {
    /// What is worked: a group, or the number of groups for a day off.
    var group: Int
    /// A lane or, from ``laneCount`` on, a lane of the pools.
    var source: Int
    var target: Int
    var length: Int
    /// Whether the lanes before are days off.
    var isFromOff: Bool
  }

  /// The least of several lanes, for each of `length` lanes from each source on.
  struct Pool: Sendable {
    /// Where its lanes lie, from ``laneCount`` on.
    var start: Int
    var length: Int
    /// Lanes, of the profile or of pools before.
    var sources: [Int]
  }

  let key: Key
  /// Minutes in a unit.
  let unit: Int
  let groups: [Group]
  /// The group of each kind; -1 for kinds that the profile never works.
  let groupOfKind: [Int32]
  let laneCount: Int
  let firstLane: Int
  /// Lanes of pools, which follow those of the profile.
  let poolLanes: Int
  let pools: [Pool]
  let strides: [Stride]
  /// The lane after work of a group, or after a day off in the last place; -1 where forbidden.
  ///
  /// At `lane * (groups + 1) + group`.
  let next: [Int32]
  /// What leads to lane `l`: `origins[originStart[l]..<originStart[l + 1]]`.
  let origins: [(lane: Int32, group: Int32)]
  let originStart: [Int32]
  /// The lane with which each goes on when a calendar week ends, and those that lead to each.
  let nextWeek: [Int32]
  let weekOrigins: [[Int32]]
  /// Whether lanes know of the calendar week; else its end leaves them as they are.
  let joinsWeeks: Bool
  /// Whether a lane is one of days off.
  let isOff: [Bool]
  let longestRun: Int
  let shortestDaysOff: Int

  private struct Lane: Hashable {
    /// Class of the last shift; negative after a day off.
    var tail: Int
    /// Days in the run of work or of days off, as far as the rules count.
    var run: Int
    /// Days that the run still lacks.
    var lacks: Int
    var nights: Int
    var week = Week()

    /// The same with nothing known of its week.
    var inNewWeek: Lane {
      var lane = self
      lane.week = Week()
      return lane
    }

    /// Lanes that grow side by side are neighbours in this order.
    func rank(_ key: Key) -> [Int] {
      // Runs that the first day cut off are excused from being short.
      let isExcused = tail >= 0 && lacks < max(0, key.shortestRun - run)
      return [
        tail < 0 ? 0 : 1, tail, isExcused ? 1 : 0, week.start?.count ?? -1, week.days, nights,
        -lacks, run,
      ]
    }
  }

  /// What the rules must know about the calendar week so far.
  private struct Week: Hashable {
    /// Days worked, where they are limited.
    var days = 0
    /// When its shifts start, where they all start alike; nil before the first.
    var start: Minutes?
  }

  init(_ key: Key, kinds: [SolverModel.Kind], problem: RosterProblem) {
    self.key = key
    let usable = kinds.indices.filter { $0 > 0 && key.patterns[kinds[$0].pattern] }
    // Classes of kinds by what they allow next: by pattern and end, for their starts tell nothing.
    var openings: [[Int]] = []
    var opening: [[Int]: Int] = [:]
    for kind in usable {
      let start = [kinds[kind].pattern, kinds[kind].start.count]
      if let index = opening[start] {
        openings[index].append(kind)
      } else {
        opening[start] = openings.count
        openings.append([kind])
      }
    }
    var classes: [Set<Int>] = []
    var classOf = Array(repeating: -1, count: kinds.count)
    var classOfEnd: [[Int]: Int] = [:]
    for kind in usable {
      let end = [kinds[kind].pattern, (kinds[kind].start + kinds[kind].length).count]
      if let index = classOfEnd[end] {
        classOf[kind] = index
        continue
      }
      let isNight = kinds[kind].isNight && key.nightRun != nil
      var signature: Set<Int> = isNight ? [0] : []
      for opening in openings
      where Profile.may(kinds[opening[0]], follow: kinds[kind], key.rest, in: problem) {
        signature.formUnion(opening)
      }
      let index = classes.firstIndex(of: signature) ?? classes.count
      if index == classes.count { classes.append(signature) }
      classOf[kind] = index
      classOfEnd[end] = index
    }
    var groups: [Group] = []
    var groupOfKind = Array(repeating: Int32(-1), count: kinds.count)
    let ordinary = kinds.map { min($0.paid, key.overtimeAbove?.count ?? Int.max) }
    let unit = usable.reduce(0) { gcd($0, ordinary[$1]) }
    self.unit = max(1, unit)
    var entryOfStart: [[Int]: Set<Int>] = [:]
    for kind in usable {
      let opening = [kinds[kind].pattern, kinds[kind].start.count]
      let entry =
        entryOfStart[opening] ?? Set(classes.indices.filter { classes[$0].contains(kind) })
      entryOfStart[opening] = entry
      let units = ordinary[kind] / self.unit
      let start = key.sameStart ? kinds[kind].start : nil
      let counted = key.counted.firstIndex { $0.pattern == kinds[kind].pattern }
      let index = groups.firstIndex {
        $0.tail == classOf[kind] && $0.units == units && $0.entry == entry && $0.counted == counted
          && $0.start == start
      }
      if let index {
        groups[index].members.append(kind)
        groupOfKind[kind] = Int32(index)
      } else {
        groupOfKind[kind] = Int32(groups.count)
        groups.append(
          Group(
            units: units, members: [kind], entry: entry, tail: classOf[kind],
            isNight: kinds[kind].isNight && key.nightRun != nil, counted: counted, start: start))
      }
    }
    self.groups = groups
    self.groupOfKind = groupOfKind
    longestRun = key.longestRun ?? problem.dayCount
    shortestDaysOff = max(1, key.shortestDaysOff)

    // All lanes that can be reached, by breadth; then in an order in which steps run side by side.
    let rules = Steps(key: key, longestRun: key.longestRun, groups: groups)
    let start = rules.start
    func after(_ lane: Lane, _ group: Int) -> Lane? {
      group == groups.count ? rules.dayOff(after: lane) : rules.work(group, after: lane)
    }
    var lanes = [start]
    var seen: Set<Lane> = [start]
    var at = 0
    while at < lanes.count {
      for group in 0...groups.count {
        if let lane = after(lanes[at], group), seen.insert(lane).inserted { lanes.append(lane) }
      }
      let fresh = lanes[at].inNewWeek
      if seen.insert(fresh).inserted { lanes.append(fresh) }
      at += 1
    }
    lanes.sort { $0.rank(key).lexicographicallyPrecedes($1.rank(key)) }
    let index = Dictionary(uniqueKeysWithValues: lanes.enumerated().map { ($1, Int32($0)) })
    let next = lanes.flatMap { lane in
      (0...groups.count).map { group in after(lane, group).flatMap { index[$0] } ?? -1 }
    }
    self.next = next
    laneCount = lanes.count
    firstLane = Int(index[start] ?? 0)
    joinsWeeks = key.daysInWeek != nil || key.sameStart
    nextWeek = lanes.map { index[$0.inNewWeek] ?? 0 }
    var weekOrigins = Array(repeating: [Int32](), count: lanes.count)
    for (lane, target) in nextWeek.enumerated() { weekOrigins[Int(target)].append(Int32(lane)) }
    self.weekOrigins = weekOrigins
    isOff = lanes.map { $0.tail < 0 }
    var origins = Array(repeating: [(lane: Int32, group: Int32)](), count: lanes.count)
    for lane in lanes.indices {
      for group in [groups.count] + groups.indices {
        let target = next[lane * (groups.count + 1) + group]
        if target >= 0 { origins[Int(target)].append((Int32(lane), Int32(group))) }
      }
    }
    self.origins = origins.flatMap(\.self)
    originStart = origins.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
    var plan = StridePlan(laneCount: lanes.count)
    plan.add(origins, isOff: isOff, groupCount: groups.count)
    strides = plan.strides
    pools = plan.pools
    poolLanes = plan.poolLanes
  }

  /// The rules as steps from lane to lane.
  private struct Steps {
    let key: Key
    let longestRun: Int?
    let groups: [Group]

    /// The lane before the first day; its tail allows every class, since the first day's kinds are
    /// barred one by one.
    var start: Lane {
      let past = key.past
      let week = Week(
        days: key.daysInWeek == nil ? 0 : past.daysInWeek,
        start: key.sameStart ? past.startInWeek : nil)
      if past.run > 0 {
        return Lane(
          tail: Int.max, run: past.run,
          lacks: past.runCounts ? max(0, key.shortestRun - past.run) : 0,
          nights: key.nightRun == nil ? 0 : past.nights, week: week)
      }
      let lacks = past.daysOff.map { max(0, key.shortestDaysOff - $0) } ?? 0
      return Lane(
        tail: past.daysOff == nil ? -2 : -1, run: 0, lacks: lacks, nights: 0, week: week)
    }

    func dayOff(after lane: Lane) -> Lane? {
      if lane.tail >= 0 {
        guard lane.lacks == 0 else { return nil }
        return Lane(
          tail: -1, run: 0, lacks: max(0, key.shortestDaysOff - 1), nights: 0, week: lane.week)
      }
      return Lane(
        tail: -1, run: 0, lacks: max(0, lane.lacks - 1), nights: 0, week: lane.week)
    }

    func work(_ index: Int, after lane: Lane) -> Lane? {
      let group = groups[index]
      let worked = lane.tail >= 0
      guard worked ? lane.tail == Int.max || group.entry.contains(lane.tail) : lane.lacks == 0
      else { return nil }
      var next = Lane(
        tail: group.tail, run: 1, lacks: max(0, key.shortestRun - 1), nights: 0,
        week: lane.week)
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
      if let most = key.daysInWeek {
        next.week.days += 1
        guard next.week.days <= most else { return nil }
      }
      if let start = group.start {
        guard lane.week.start.map({ $0 == start }) ?? true else { return nil }
        next.week.start = start
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
    let clocksChange = problem.zone.transitions.contains {
      problem.start <= $0.start && $0.start < problem.end + 2 * 86_400
    }
    let days = clocksChange ? problem.days[...] : problem.days.prefix(1)
    return days.allSatisfy { day in
      let end = problem.instant(on: day, at: before.start) + Int64(before.length.count * 60)
      return problem.instant(on: day + 1, at: after.start) - end >= Int64(rest.count * 60)
    }
  }
}

func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
