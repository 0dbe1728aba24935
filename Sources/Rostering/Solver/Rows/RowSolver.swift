import Vocabulary

/// Finds the best row for one agent, all others being fixed.
///
/// Only cover joins agents, and one more head on a day has a known price; so the best row is a
/// shortest path through the lanes of the agent's ``Profile``, day by day, with sums beside the
/// lane: weekends used, shifts of counted patterns, and minutes. All sums of a lane lie in one
/// stretch of memory, so that a step of many lanes is a single loop over a stretch of numbers. The
/// answer is exact, but for limits on patterns that are not counted and on the overtime of a month,
/// which are met by solving again without the dearest days of what is in excess.
///
/// Source: E. K. Burke and T. Curtois, "New approaches to nurse rostering benchmark instances"
/// (2014), for the row as a shortest path; the layout in lanes, strides and bands is ours.
final class RowSolver {
  /// A part of a row to be solved, the days around it being fixed.
  struct Window {
    var days: Range<Int>
    /// The lane before its first day.
    var lane: Int
    /// Whether the days after it may follow each lane; empty where every lane will do.
    var exits: [Bool] = []
    /// Units, weekends and shifts by pattern outside the window; empty where there are none.
    var units = 0
    /// Units inside the window, where they are not left to the row's own limits.
    var range: ClosedRange<Int>?
    var unitsOfWeek: [Int] = []
    var weekends = 0
    var shifts: [Int32] = []
  }

  /// Which sums one layer holds: minutes from `low` through `high`.
  private struct Layer {
    var base = 0
    var low = 0
    var high = -1
    var width: Int { high - low + 1 }
  }

  private enum Step {
    case day(Int)
    /// The end of a calendar week: its minutes are checked and begin again at nothing, and lanes
    /// forget the week.
    case weekEnd(Int)
  }

  /// What work uses of a weekend, by its day.
  private enum DayType {
    case weekday
    /// A Saturday, or a Sunday that the roster begins with: work uses a weekend.
    case weekendStart
    /// Work uses a weekend unless Saturday was worked.
    case sunday
  }

  let model: SolverModel
  /// The kind of each day of the row found last; 0 for a day off.
  private(set) var row: [Int16]
  /// What each kind costs on each day, at `day * kinds + kind`.
  ///
  /// Filled before ``solve(_:in:ignoringPatternLimits:)``, which may overwrite it.
  let prices: Block<Float>
  private let store = Block<Float>(0, of: 0)
  private var layers: [Layer] = []
  private var steps: [Step] = []
  /// The cheapest member of each group, and its price, at `day * groups + group`.
  private let cheapest = Block<Int16>(0, of: 0)
  private let groupPrice = Block<Float>(0, of: 0)
  private let dayTypes: [DayType]
  private var window: Window
  /// What the window may have of each week.
  private var weekLeast: [Int] = []
  private var weekMost: [Int] = []
  /// Width of the week's minutes in a sum; 1 where weeks do not bind.
  private var weekWidth = 1
  private var tracksWeek = false
  private var tracksCycle = false
  private var tracksWeekends = false
  /// Sums of weekends and of counted shifts that are told apart.
  private var weekendWidth = 1
  private var countWidth = 1
  /// For each counted pattern, the step of one shift among the counts, and how many are told apart.
  private var counters: [(step: Int, width: Int)] = []
  /// Numbers of one sum of minutes, of one lane, and where pools begin.
  private var band = 1
  private var stride = 1
  private var pad = 0
  /// The most units that a day adds to a sum.
  private var mostOffset = 0
  private var poolBase = 0

  init(_ model: SolverModel) {
    self.model = model
    row = Array(repeating: 0, count: model.dayCount)
    prices = Block(model.dayCount * model.kinds.count, of: 0)
    window = Window(days: 0..<model.dayCount, lane: 0)
    dayTypes = model.problem.days.enumerated().map { index, day in
      switch day.weekday {
      case .saturday: .weekendStart
      case .sunday: index == 0 ? .weekendStart : .sunday
      default: .weekday
      }
    }
  }

  /// Solves for `agent` where a kind costs `costs[day * kinds + kind]`, and leaves the row in
  /// ``row``.
  ///
  /// - Returns: the cost of the row, or nil where the rules allow none.
  func solve(_ agent: Int, costs: [Float], ignoringPatternLimits: Bool = false) -> Float? {
    for (index, cost) in costs.enumerated() { prices[index] = cost }
    return solve(agent, ignoringPatternLimits: ignoringPatternLimits)
  }

  /// Solves for `agent` at ``prices``, and leaves the row in ``row``.
  ///
  /// `window` holds the days to solve, or nil for the whole row; other days of ``row`` are left as
  /// they were.
  ///
  /// - Returns: the cost of the row, or nil where the rules allow none.
  func solve(_ agent: Int, in window: Window? = nil, ignoringPatternLimits: Bool = false)
    -> Float?
  {
    let profile = model.profiles[model.profile[agent]]
    self.window = window ?? whole(profile)
    let limits = model.rows[agent].patternMost
    let sums = model.rows[agent].sums
    guard !(limits.isEmpty && sums.isEmpty), !ignoringPatternLimits else {
      return path(agent, profile)
    }
    for _ in 0..<24 {
      guard let cost = path(agent, profile) else { return nil }
      var isMet = true
      for limit in limits where !forbidExcess(of: limit) { isMet = false }
      for limit in sums where !forbidExcess(of: limit) { isMet = false }
      if isMet { return cost }
    }
    return nil
  }

  /// The best row of `agent` by the rules of `profile`, which may count more than the agent's own.
  func path(_ agent: Int, _ profile: Profile, costs: [Float]) -> Float? {
    for (index, cost) in costs.enumerated() { prices[index] = cost }
    window = whole(profile)
    return path(agent, profile)
  }

  private func whole(_ profile: Profile) -> Window {
    Window(days: 0..<model.dayCount, lane: profile.firstLane)
  }

  /// Whether the row keeps `limit`; if not, its dearest days of the pattern are forbidden.
  private func forbidExcess(of limit: (pattern: Int, most: Int)) -> Bool {
    let width = model.kinds.count
    let most = limit.most - (window.shifts.isEmpty ? 0 : Int(window.shifts[limit.pattern]))
    var count = 0
    for day in window.days
    where row[day] > 0 && model.patternOfKind[Int(row[day])] == limit.pattern { count += 1 }
    guard count > most else { return true }
    var days: [(day: Int, cost: Float)] = []
    for day in window.days
    where row[day] > 0 && model.patternOfKind[Int(row[day])] == limit.pattern {
      days.append((day, prices[day * width + Int(row[day])]))
    }
    days.sort { $0.cost == $1.cost ? $0.day < $1.day : $0.cost > $1.cost }
    for (day, _) in days.prefix(count - most) {
      for kind in 1..<width where model.patternOfKind[kind] == limit.pattern {
        prices[day * width + kind] = .infinity
      }
    }
    return false
  }

  /// Whether the row keeps `limit`; if not, its dearest days of weight may weigh less only.
  private func forbidExcess(of limit: SumLimit) -> Bool {
    let width = model.kinds.count
    var excess = limit.days.reduce(-limit.most) { $0 + Int(limit.weights[Int(row[$1])]) }
    guard excess > 0 else { return true }
    let days = limit.days.filter { limit.weights[Int(row[$0])] > 0 }.sorted {
      let (a, b) = (prices[$0 * width + Int(row[$0])], prices[$1 * width + Int(row[$1])])
      return a == b ? $0 < $1 : a > b
    }
    for day in days where excess > 0 {
      let weight = limit.weights[Int(row[day])]
      excess -= Int(weight)
      for kind in 1..<width where limit.weights[kind] >= weight {
        prices[day * width + kind] = .infinity
      }
    }
    return false
  }

  // MARK: The shortest path

  private func path(_ agent: Int, _ profile: Profile) -> Float? {
    guard lay(agent, profile) else { return nil }
    for (index, step) in steps.enumerated() {
      switch step {
      case .day(let day): relax(day, layer: index, agent, profile)
      case .weekEnd(let week): fold(week, layer: index, profile)
      }
    }
    let last = layers[steps.count]
    var best = Float.infinity
    var end = State(lane: -1, weekends: 0, counts: 0, minutes: 0)
    for lane in 0..<profile.laneCount where window.exits.isEmpty || window.exits[lane] {
      for weekends in 0..<weekendWidth {
        for counts in 0..<countWidth {
          let first = last.base + lane * stride + (weekends * countWidth + counts) * band
          for minutes in 0..<last.width where store[first + minutes] < best {
            best = store[first + minutes]
            end = State(
              lane: lane, weekends: weekends, counts: counts, minutes: last.low + minutes)
          }
        }
      }
    }
    guard best < .infinity else { return nil }
    trace(from: end, profile)
    return best
  }

  /// Plans steps and layers for `agent`; false where sums alone rule out every row.
  private func lay(_ agent: Int, _ profile: Profile) -> Bool {
    let limits = model.rows[agent]
    let days = window.days.count
    let most = profile.groups.reduce(0) { max($0, $1.units) }
    func reach(_ days: Int) -> Int {
      let period = profile.longestRun + profile.shortestDaysOff
      return (days / period * profile.longestRun + min(days % period, profile.longestRun)) * most
    }
    let firstWeekday = model.problem.firstDay.weekday.rawValue
    tracksWeek = limits.boundsWeeks
    var weeksLeast = 0
    var weeksMost = 0
    weekWidth = 1
    if tracksWeek {
      let weeks =
        (firstWeekday + window.days.lowerBound) / 7..<(firstWeekday + window.days.upperBound + 6)
        / 7
      weekLeast = limits.weekLeast
      weekMost = limits.weekMost.map { min($0, 7 * most) }
      var widest = 0
      for week in weeks {
        if !window.unitsOfWeek.isEmpty {
          weekLeast[week] = max(0, weekLeast[week] - window.unitsOfWeek[week])
          weekMost[week] = min(
            7 * most,
            limits.weekMost[week] == Int.max
              ? Int.max : limits.weekMost[week] - window.unitsOfWeek[week])
        }
        guard weekLeast[week] <= weekMost[week], weekMost[week] >= 0 else { return false }
        weeksLeast += weekLeast[week]
        weeksMost += weekMost[week]
        widest = max(widest, weekMost[week])
      }
      weekWidth = widest + most + 1
    }
    let cycleLeast = window.range?.lowerBound ?? max(0, limits.cycleLeast - window.units)
    let cycleMost =
      window.range?.upperBound
      ?? (limits.cycleMost == Int.max ? Int.max : limits.cycleMost - window.units)
    tracksCycle =
      (limits.boundsCycle || window.range != nil)
      && !(tracksWeek && cycleLeast <= weeksLeast && cycleMost >= weeksMost)
    guard !tracksCycle || cycleLeast <= cycleMost, layCounts(profile) else { return false }

    steps.removeAll(keepingCapacity: true)
    layers.removeAll(keepingCapacity: true)
    var widest = 0
    func append(done: Int, week: Int, doneInWeek: Int, leftInWeek: Int) -> Bool {
      var layer = Layer(base: 0, low: 0, high: 0)
      if tracksCycle {
        layer.low = max(0, cycleLeast - reach(days - done)) * weekWidth
        layer.high = min(cycleMost, reach(done)) * weekWidth
      }
      if tracksWeek {
        layer.low += max(0, weekLeast[week] - reach(leftInWeek))
        layer.high += min(weekMost[week], reach(doneInWeek))
      }
      layers.append(layer)
      widest = max(widest, layer.width)
      return layer.low <= layer.high
    }
    let firstDay = window.days.lowerBound
    var week = (firstWeekday + firstDay) / 7
    var doneInWeek = 0
    let leftAtFirst = min(days, 7 - (firstWeekday + firstDay) % 7)
    guard append(done: 0, week: week, doneInWeek: 0, leftInWeek: leftAtFirst) else { return false }
    var rise = 0
    for done in 1...days {
      let day = firstDay + done - 1
      doneInWeek += 1
      let left = min(days - done, 6 - (firstWeekday + day) % 7)
      steps.append(.day(day))
      guard append(done: done, week: week, doneInWeek: doneInWeek, leftInWeek: left) else {
        return false
      }
      rise = max(rise, layers[layers.count - 1].low - layers[layers.count - 2].low)
      guard tracksWeek || profile.joinsWeeks, left == 0 else { continue }
      steps.append(.weekEnd(week))
      week = tracksWeek ? min(week + 1, weekMost.count - 1) : week + 1
      doneInWeek = 0
      guard append(done: done, week: week, doneInWeek: 0, leftInWeek: 7) else { return false }
    }
    guard layers[0].low == 0 else { return false }
    // A step moves sums by at most `pad` to either side: what leaves one band falls into the
    // padding before the next, which is wiped behind every step.
    mostOffset = profile.groups.reduce(0) { max($0, offset(of: $1)) }
    pad = max(rise, mostOffset)
    band = widest + pad
    stride = weekendWidth * countWidth * band
    let room = profile.laneCount * stride + pad
    for index in layers.indices { layers[index].base = pad + index * room }
    poolBase = layers.count * room - profile.laneCount * stride
    store.reserve(layers.count * room + profile.poolLanes * stride + pad)
    store.fill(layers[0].base, count: profile.laneCount * stride, with: .infinity)
    store[layers[0].base + window.lane * stride] = 0
    cheapest.reserve(model.dayCount * profile.groups.count)
    groupPrice.reserve(model.dayCount * profile.groups.count)
    return true
  }

  /// Plans the sums of weekends and of counted shifts.
  private func layCounts(_ profile: Profile) -> Bool {
    tracksWeekends = false
    weekendWidth = 1
    if let most = profile.key.weekends {
      guard most >= window.weekends else { return false }
      var weekends = 0
      for day in window.days
      where dayTypes[day] == .weekendStart
        || dayTypes[day] == .sunday && day == window.days.lowerBound
      {
        weekends += 1
      }
      tracksWeekends = most - window.weekends < weekends
      if tracksWeekends { weekendWidth = most - window.weekends + 1 }
    }
    counters.removeAll(keepingCapacity: true)
    countWidth = 1
    for counted in profile.key.counted {
      let outside = window.shifts.isEmpty ? 0 : Int(window.shifts[counted.pattern])
      guard counted.most >= outside else { return false }
      counters.append((countWidth, counted.most - outside + 1))
      countWidth *= counted.most - outside + 1
    }
    return true
  }

  private func offset(of group: Profile.Group) -> Int {
    (tracksCycle ? group.units * weekWidth : 0) + (tracksWeek ? group.units : 0)
  }

  private func relax(_ day: Int, layer index: Int, _ agent: Int, _ profile: Profile) {
    let from = layers[index]
    let to = layers[index + 1]
    let groups = profile.groups.count
    let mayBeOff = price(day, agent, profile)
    store.fill(to.base, count: profile.laneCount * stride, with: .infinity)
    for pool in profile.pools {
      let target = poolBase + pool.start * stride
      let count = pool.length * stride
      var isFirst = true
      for lane in pool.sources {
        let source = (lane < profile.laneCount ? from.base : poolBase) + lane * stride
        if isFirst {
          store.copy(target, from: store, at: source, count: count)
          isFirst = false
        } else {
          store.lower(target, to: source, plus: 0, count: count)
        }
      }
    }
    let type = dayTypes[day]
    let firstPrice = day * groups
    for step in profile.strides {
      let source = (step.source < profile.laneCount ? from.base : poolBase) + step.source * stride
      let target = to.base + step.target * stride + from.low - to.low
      if step.group == groups {
        guard mayBeOff else { continue }
        store.lower(
          target, to: source, plus: prices[day * model.kinds.count], count: step.length * stride)
        continue
      }
      let cost = groupPrice[firstPrice + step.group]
      guard cost < .infinity else { continue }
      let group = profile.groups[step.group]
      let usesWeekend =
        tracksWeekends && (type == .weekendStart || type == .sunday && step.isFromOff)
      if !usesWeekend, group.counted == nil {
        store.lower(
          target + offset(of: group), to: source, plus: cost, count: step.length * stride)
      } else {
        for lane in 0..<step.length {
          enter(
            target + offset(of: group) + lane * stride, from: source + lane * stride, plus: cost,
            usesWeekend: usesWeekend, counted: group.counted)
        }
      }
    }
    if mostOffset > to.high - from.high || to.low > from.low {
      wipe(from: to.base + to.width, to: to.base + profile.laneCount * stride, band - to.width)
    }
    if tracksWeek, tracksCycle { cut(to, day, profile.laneCount) }
  }

  /// Forbids what fell out of its band: `count` numbers at the end of each.
  private func wipe(from first: Int, to end: Int, _ count: Int) {
    let band = band
    var place = first
    while place < end {
      store.fill(place, count: count, with: .infinity)
      place += band
    }
  }

  /// One step of one lane that also adds to its weekends or counts: their last sums have no next.
  private func enter(
    _ target: Int, from source: Int, plus cost: Float, usesWeekend: Bool, counted: Int?
  ) {
    let weekend = countWidth * band
    let up = usesWeekend ? weekend : 0
    let weekends = usesWeekend ? weekendWidth - 1 : weekendWidth
    guard let counted else {
      store.lower(target + up, to: source, plus: cost, count: weekends * weekend)
      return
    }
    let counter = counters[counted]
    let step = counter.step * band
    let block = step * counter.width
    var first = 0
    while first < weekends * weekend {
      store.lower(
        target + up + first + step, to: source + first, plus: cost, count: block - step)
      first += block
    }
  }

  /// Fills `groupPrice` and `cheapest` for a day; whether it may be off.
  private func price(_ day: Int, _ agent: Int, _ profile: Profile) -> Bool {
    let first = day * profile.groups.count
    groupPrice.fill(first, count: profile.groups.count, with: .infinity)
    var mayBeOff = false
    let cell = agent * model.dayCount + day
    for index in Int(model.allowedStart[cell])..<Int(model.allowedStart[cell + 1]) {
      let kind = Int(model.allowedKinds[index])
      guard kind > 0 else {
        mayBeOff = true
        continue
      }
      let group = Int(profile.groupOfKind[kind])
      guard group >= 0 else { continue }
      let cost = prices[day * model.kinds.count + kind]
      if cost < groupPrice[first + group] {
        groupPrice[first + group] = cost
        cheapest[first + group] = Int16(kind)
      }
    }
    if !mayBeOff { prices[day * model.kinds.count] = .infinity }
    return mayBeOff
  }

  /// Forbids sums whose week has more minutes than it may: they lie between those that count.
  private func cut(_ layer: Layer, _ day: Int, _ lanes: Int) {
    let most = weekMost[(model.problem.firstDay.weekday.rawValue + day) / 7]
    for first in Swift.stride(from: layer.base, to: layer.base + lanes * stride, by: band) {
      for minutes in layer.low...layer.high where minutes % weekWidth > most {
        store[first + minutes - layer.low] = .infinity
      }
    }
  }

  private func fold(_ week: Int, layer index: Int, _ profile: Profile) {
    let lanes = profile.laneCount
    let from = layers[index]
    let to = layers[index + 1]
    store.fill(to.base, count: lanes * stride, with: .infinity)
    let inWeeks = tracksWeek ? weekLeast[week]...weekMost[week] : 0...0
    for lane in 0..<lanes {
      let source = from.base + lane * stride - from.low
      let target = to.base + Int(profile.nextWeek[lane]) * stride - to.low
      for first in Swift.stride(from: 0, to: stride, by: band) {
        for minutes in from.low...from.high {
          let inWeek = minutes % weekWidth
          let folded = minutes - inWeek
          guard inWeeks.contains(inWeek), folded >= to.low, folded <= to.high else { continue }
          let place = target + first + folded
          store[place] = min(store[place], store[source + first + minutes])
        }
      }
    }
  }

  private struct State {
    var lane: Int
    var weekends: Int
    var counts: Int
    var minutes: Int
  }

  /// Walks back along equal costs and writes ``row``.
  private func trace(from end: State, _ profile: Profile) {
    let groups = profile.groups.count
    var state = end
    func cost(_ state: State, in layer: Layer) -> Float {
      store[
        layer.base + state.lane * stride + (state.weekends * countWidth + state.counts) * band
          + state.minutes - layer.low]
    }
    for (index, step) in steps.enumerated().reversed() {
      let from = layers[index]
      let value = cost(state, in: layers[index + 1])
      switch step {
      case .weekEnd(let week):
        let inWeeks = tracksWeek ? weekLeast[week]...min(weekMost[week], weekWidth - 1) : 0...0
        search: for lane in profile.weekOrigins[state.lane] {
          for inWeek in inWeeks {
            var before = state
            before.lane = Int(lane)
            before.minutes += inWeek
            guard before.minutes >= from.low, before.minutes <= from.high,
              cost(before, in: from) == value
            else { continue }
            state = before
            break search
          }
        }
      case .day(let day):
        let first = Int(profile.originStart[state.lane])
        let last = Int(profile.originStart[state.lane + 1])
        search: for index in first..<last {
          let origin = profile.origins[index]
          let group = Int(origin.group)
          var before = state
          before.lane = Int(origin.lane)
          var price = prices[day * model.kinds.count]
          if group < groups {
            price = groupPrice[day * groups + group]
            before.minutes -= offset(of: profile.groups[group])
            if tracksWeekends,
              dayTypes[day] == .weekendStart
                || dayTypes[day] == .sunday && profile.isOff[before.lane]
            {
              before.weekends -= 1
            }
            if let counted = profile.groups[group].counted {
              let counter = counters[counted]
              guard before.counts / counter.step % counter.width > 0 else { continue }
              before.counts -= counter.step
            }
          }
          guard price < .infinity, before.weekends >= 0, before.minutes >= from.low,
            before.minutes <= from.high, cost(before, in: from) + price == value
          else { continue }
          row[day] = group < groups ? cheapest[day * groups + group] : 0
          state = before
          break search
        }
      }
    }
  }
}
