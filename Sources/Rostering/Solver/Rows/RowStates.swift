import Vocabulary

/// What the rules remember along the rows of a roster under search: lanes, units and shifts.
///
/// A reference: one chain owns it. After a row has changed, ``follow(_:_:)`` brings it up to date.
final class RowStates {
  private let model: SolverModel
  private let days: Int
  private let weeks: Int
  /// The lane before each day, at `agent * (days + 1) + day`.
  private let lanes: Block<Int32>
  /// Units worked, and those of each week at `agent * weeks + week`.
  private let units: Block<Int32>
  private let unitsOfWeek: Block<Int32>
  /// The lane after a kind, at `first + lane * kinds + kind`; -1 where forbidden.
  private let next: Block<Int32>
  private let firstNext: [Int]
  /// The lane with which each goes on when a calendar week ends, at `profile * laneRoom + lane`.
  private let nextWeek: Block<Int32>
  private let laneRoom: Int
  /// Units of each kind, at `profile * kinds + kind`.
  private let unitsOfKind: Block<Int32>
  /// The other day of a Saturday's or Sunday's weekend, -1 where the roster has none; nil for other
  /// days.
  private let partner: [Int?]
  private let weekendDays: [Int]
  private let endsWeek: [Bool]
  private let firstWeekday: Int
  /// The week of each day.
  let week: [Int]
  /// Least and most units, of the roster and of each week.
  private let least: Block<Int32>
  private let most: Block<Int32>
  private let weekLeast: Block<Int32>
  private let weekMost: Block<Int32>
  /// Whether the days after one may go on from a lane: 0 where not yet known, 1 yes, 2 no.
  private let verdict: Block<UInt8>
  /// Kinds found last.
  let found: Block<Int16>
  private var judged: [Int] = []

  init(_ model: SolverModel) {
    self.model = model
    days = model.dayCount
    let firstWeekday = model.problem.firstDay.weekday.rawValue
    week = (0..<days).map { (firstWeekday + $0) / 7 }
    weeks = (week.last ?? 0) + 1
    self.firstWeekday = firstWeekday
    let days = days
    partner = (0..<days).map { day in
      switch (firstWeekday + day) % 7 {
      case 5: day + 1 < days ? day + 1 : -1
      case 6: day - 1
      default: nil
      }
    }
    endsWeek = (0..<days).map { (firstWeekday + $0) % 7 == 6 }
    weekendDays = (0..<days).filter { (firstWeekday + $0) % 7 >= 5 }
    lanes = Block(model.agentCount * (days + 1), of: 0)
    units = Block(model.agentCount, of: 0)
    unitsOfWeek = Block(model.agentCount * weeks, of: 0)
    var table: [Int32] = []
    var starts: [Int] = []
    var kindUnits: [Int32] = []
    for profile in model.profiles {
      starts.append(table.count)
      let groups = profile.groups.count
      for lane in 0..<profile.laneCount {
        for kind in model.kinds.indices {
          let group = kind == 0 ? groups : Int(profile.groupOfKind[kind])
          table.append(group < 0 ? -1 : profile.next[lane * (groups + 1) + group])
        }
      }
      for kind in model.kinds.indices {
        let group = kind == 0 ? -1 : Int(profile.groupOfKind[kind])
        kindUnits.append(group < 0 ? 0 : Int32(profile.groups[group].units))
      }
    }
    next = Block(table)
    let room = model.profiles.reduce(0) { max($0, $1.laneCount) }
    laneRoom = room
    nextWeek = Block(
      model.profiles.flatMap { profile in
        (0..<room).map { $0 < profile.laneCount ? profile.nextWeek[$0] : 0 }
      })
    firstNext = starts
    unitsOfKind = Block(kindUnits)
    least = Block(model.rows.map { Int32(clamping: $0.cycleLeast) })
    most = Block(model.rows.map { Int32(clamping: $0.cycleMost) })
    weekLeast = Block(model.rows.flatMap { $0.weekLeast.map { Int32(clamping: $0) } })
    weekMost = Block(model.rows.flatMap { $0.weekMost.map { Int32(clamping: $0) } })
    found = Block(model.kinds.count, of: 0)
    verdict = Block(model.profiles.reduce(0) { max($0, $1.laneCount) }, of: 0)
  }

  @inline(__always)
  private func step(_ profile: Int, _ lane: Int32, _ day: Int, _ kind: Int) -> Int32 {
    let after = next[firstNext[profile] + Int(lane) * model.kinds.count + kind]
    return after < 0 || !endsWeek[day] ? after : nextWeek[profile * laneRoom + Int(after)]
  }

  @inline(__always)
  private func unit(_ profile: Int, _ kind: Int) -> Int32 {
    unitsOfKind[profile * model.kinds.count + kind]
  }

  /// Brings the row of `agent` up to date from `kinds`, all rows one after the other.
  func follow(_ agent: Int, _ kinds: Block<Int16>) {
    let profile = model.profile[agent]
    let place = agent * (days + 1)
    var lane = Int32(model.profiles[profile].firstLane)
    var sum: Int32 = 0
    for week in 0..<weeks { unitsOfWeek[agent * weeks + week] = 0 }
    for day in 0..<days {
      lanes[place + day] = lane
      let kind = Int(kinds[agent * days + day])
      sum += unit(profile, kind)
      unitsOfWeek[agent * weeks + week[day]] += unit(profile, kind)
      if lane >= 0 { lane = step(profile, lane, day, kind) }
    }
    lanes[place + days] = lane
    units[agent] = sum
  }

  /// Whether the row of `agent` may go on from `lane` before `day` with `kinds`, but for `other`
  /// on `changed`, which is `day` or later.
  private func goesOn(
    _ agent: Int, from lane: Int32, _ day: Int, _ kinds: Block<Int16>, changed: Int, to other: Int
  ) -> Bool {
    let profile = model.profile[agent]
    let place = agent * (days + 1)
    var lane = lane
    var day = day
    while day < days {
      if day > changed, lane == lanes[place + day] { return true }
      let kind = day == changed ? other : Int(kinds[agent * days + day])
      lane = step(profile, lane, day, kind)
      guard lane >= 0 else { return false }
      day += 1
    }
    return true
  }

  /// Fills ``found`` with the kinds that `agent` may do on `day` when every other day stays as it
  /// is, but for `other` on `changed`, if that is a day.
  ///
  /// - Returns: how many there are.
  func candidates(
    _ agent: Int, _ day: Int, _ kinds: Block<Int16>, changed: Int = -1, to other: Int = 0
  ) -> Int {
    let profile = model.profile[agent]
    let place = agent * (days + 1)
    let own = agent * days
    // Units of the rest of the row.
    var rest = units[agent] - unit(profile, Int(kinds[own + day]))
    var inWeek = unitsOfWeek[agent * weeks + week[day]] - unit(profile, Int(kinds[own + day]))
    if changed >= 0 {
      let change = unit(profile, other) - unit(profile, Int(kinds[own + changed]))
      rest += change
      if week[changed] == week[day] {
        inWeek += change
      } else {
        let there = unitsOfWeek[agent * weeks + week[changed]] + change
        let limit = agent * weeks + week[changed]
        guard there >= weekLeast[limit], there <= weekMost[limit] else { return 0 }
      }
    }
    let limit = agent * weeks + week[day]
    let fewest = max(least[agent] - rest, weekLeast[limit] - inWeek)
    let greatest = min(most[agent] - rest, weekMost[limit] - inWeek)
    guard fewest <= greatest else { return 0 }
    var lane = lanes[place + day]
    if changed >= 0, changed < day {
      lane = step(profile, lanes[place + changed], changed, other)
      var at = changed + 1
      while at < day, lane >= 0 {
        lane = step(profile, lane, at, Int(kinds[own + at]))
        at += 1
      }
    }
    guard lane >= 0 else { return 0 }
    let limits = model.rows[agent].patternMost
    let mayUseWeekend = mayUseWeekend(agent, day, kinds, changed, other)
    guard mayUseWeekend != nil else { return 0 }
    var count = 0
    let cell = own + day
    for index in Int(model.allowedStart[cell])..<Int(model.allowedStart[cell + 1]) {
      let kind = Int(model.allowedKinds[index])
      if kind > 0, mayUseWeekend == false { continue }
      guard limits.isEmpty || keeps(limits, agent, day, kind, kinds, changed, other) else {
        continue
      }
      let units = unit(profile, kind)
      guard units >= fewest, units <= greatest else { continue }
      let after = step(profile, lane, day, kind)
      guard after >= 0 else { continue }
      if verdict[Int(after)] == 0 {
        let holds = goesOn(
          agent, from: after, day + 1, kinds, changed: changed > day ? changed : -1, to: other)
        verdict[Int(after)] = holds ? 1 : 2
        judged.append(Int(after))
      }
      if verdict[Int(after)] == 1 {
        found[count] = Int16(kind)
        count += 1
      }
    }
    for lane in judged { verdict[lane] = 0 }
    judged.removeAll(keepingCapacity: true)
    return count
  }

  /// About `length` days of the row of `agent` from `start` on, with all that the days around them
  /// ask for; no weekend is cut in two, nor a week of which the rules know more than its minutes.
  func window(_ agent: Int, from start: Int, _ length: Int, _ kinds: Block<Int16>)
    -> RowSolver.Window
  {
    func isSunday(_ day: Int) -> Bool { (firstWeekday + day) % 7 == 6 }
    var start = start
    var end = min(days, start + length)
    if start > 0, isSunday(start) { start -= 1 }
    if end < days, isSunday(end) { end += 1 }
    let own = agent * days
    let profile = model.profile[agent]
    // The row solver takes the end of a window for the end of a week.
    if model.profiles[profile].joinsWeeks { while end < days, !endsWeek[end - 1] { end += 1 } }
    let range = start..<end
    var window = RowSolver.Window(days: range, lane: Int(lanes[agent * (days + 1) + start]))
    if end < days {
      window.exits = (0..<model.profiles[profile].laneCount).map {
        goesOn(agent, from: Int32($0), end, kinds, changed: -1, to: 0)
      }
    }
    window.units = Int(units[agent])
    for day in range { window.units -= Int(unit(profile, Int(kinds[own + day]))) }
    if model.rows[agent].boundsWeeks {
      window.unitsOfWeek = (0..<weeks).map { Int(unitsOfWeek[agent * weeks + $0]) }
      for day in range {
        window.unitsOfWeek[week[day]] -= Int(unit(profile, Int(kinds[own + day])))
      }
    }
    for day in weekendDays where !range.contains(day) && kinds[own + day] > 0 {
      let saturday = partner[day] ?? -1
      if !isSunday(day) || saturday < 0 || kinds[own + saturday] == 0 { window.weekends += 1 }
    }
    if !model.rows[agent].patternMost.isEmpty {
      window.shifts = Array(repeating: 0, count: model.patternCount)
      for day in 0..<days where !range.contains(day) && kinds[own + day] > 0 {
        window.shifts[model.patternOfKind[Int(kinds[own + day])]] += 1
      }
    }
    return window
  }

  /// Whether work on `day` keeps the limit on weekends, with `other` on `changed`; nil where not
  /// even a day off does.
  private func mayUseWeekend(
    _ agent: Int, _ day: Int, _ kinds: Block<Int16>, _ changed: Int, _ other: Int
  ) -> Bool? {
    guard let most = model.profiles[model.profile[agent]].key.weekends else { return true }
    func works(_ place: Int) -> Bool {
      place >= 0 && place != day
        && (place == changed ? other : Int(kinds[agent * days + place])) > 0
    }
    var used = 0
    for place in weekendDays where works(place) {
      // The Sunday of a weekend counts where its Saturday is free.
      let isSunday = (firstWeekday + place) % 7 == 6
      if !isSunday || !works(partner[place] ?? -1) { used += 1 }
    }
    guard used <= most else { return nil }
    guard let partner = partner[day] else { return true }
    return works(partner) || used < most
  }

  /// Whether the limits on patterns hold with `kind` on `day` and `other` on `changed`.
  private func keeps(
    _ limits: [(pattern: Int, most: Int)], _ agent: Int, _ day: Int, _ kind: Int,
    _ kinds: Block<Int16>, _ changed: Int, _ other: Int
  ) -> Bool {
    guard kind > 0 else { return true }
    let pattern = model.patternOfKind[kind]
    guard let most = limits.first(where: { $0.pattern == pattern })?.most else { return true }
    var count = 1
    for place in 0..<days where place != day {
      let kind = place == changed ? other : Int(kinds[agent * days + place])
      if kind > 0, model.patternOfKind[kind] == pattern { count += 1 }
    }
    return count <= most
  }
}
