/// A whole roster under search, where demand is by streams: rows, heads, and the cost kept up to
/// date.
///
/// A reference: one chain owns it. Prices of whole shifts are kept per crew and day, and worked out
/// anew where a head of the day has changed.
final class StreamState {
  let plan: StreamModel
  let model: SolverModel
  /// The kind of each agent on each day, at `agent * dayCount + day`.
  let kinds: Block<Int16>
  /// What each agent does in each slot, at `agent * slotCount + slot`: -1 for no work, else a
  /// stream, or 0 where streams are pooled.
  let work: Block<Int8>
  /// What the roster costs: stored, and recounted by ``recount()`` in debug builds.
  private(set) var cost = 0

  /// Heads at `slot * lineCount + line`.
  private let heads: Block<Int16>
  /// Agents of a pool on a stream, at `(slot * pools + pool) * streamCount + stream`.
  private let flow: Block<Int16>
  /// What one more head costs, at `column * slotCount + slot`: a column for each pool, or for each
  /// stream where they are not pooled, then one for each duty.
  private let price: Block<Int32>
  private let firstDuty: Int
  /// Heads by pattern and day, at `day * patternCount + pattern`.
  private let shiftHeads: Block<Int32>
  private var points: [Int]
  private var fairnessCost = 0

  /// What a shift of each kind would cost, at `(crew * dayCount + day) * kinds + kind`.
  private let kindCost: Block<Float>
  /// Whether the above no longer holds, at `crew * dayCount + day`.
  private let isStale: Block<Bool>
  private let planner: ShiftPlanner

  // Room for paths from stream to stream.
  private let queue: Block<Int>
  private let cameFrom: Block<Int>
  private let cameBy: Block<Int>

  init(_ plan: StreamModel) {
    self.plan = plan
    model = plan.model
    kinds = Block(model.agentCount * model.dayCount, of: 0)
    work = Block(model.agentCount * plan.slotCount, of: -1)
    heads = Block(plan.slotCount * plan.lineCount, of: 0)
    let pools = plan.isPooled ? plan.pools.count : 0
    flow = Block(plan.slotCount * pools * plan.streamCount, of: 0)
    firstDuty = plan.isPooled ? pools : plan.streamCount
    let columns = firstDuty + plan.lineCount - plan.streamCount
    price = Block(columns * plan.slotCount, of: 0)
    shiftHeads = Block(model.dayCount * model.patternCount, of: 0)
    points = model.pastPoints
    kindCost = Block(plan.crews.count * model.dayCount * model.kinds.count, of: 0)
    isStale = Block(plan.crews.count * model.dayCount, of: true)
    planner = ShiftPlanner(plan)
    queue = Block(plan.streamCount, of: 0)
    cameFrom = Block(plan.streamCount, of: 0)
    cameBy = Block(plan.streamCount, of: 0)
    for slot in 0..<plan.slotCount { refresh(slot) }
    fairnessCost = model.problem.fairness.cost(of: points)
    cost = recount()
  }

  func kind(_ agent: Int, _ day: Int) -> Int { Int(kinds[agent * model.dayCount + day]) }

  // MARK: Cells

  /// What one more head on a cell costs where `heads` are there.
  @inline(__always)
  private func next(_ cell: Int, after heads: Int) -> Int32 {
    let surplus = max(0, min(plan.width - 1, heads - Int(plan.need[cell]) + plan.middle))
    return plan.prices[Int(plan.table[cell]) * plan.width + surplus]
  }

  @inline(__always)
  private func next(_ cell: Int) -> Int32 { next(cell, after: Int(heads[cell])) }

  /// Works out the prices of a slot anew.
  private func refresh(_ slot: Int) {
    let first = slot * plan.lineCount
    if plan.isPooled {
      for pool in plan.pools.indices {
        let (stream, _) = bestEntry(pool, slot)
        price[pool * plan.slotCount + slot] = next(first + stream)
      }
    } else {
      for stream in 0..<plan.streamCount {
        price[stream * plan.slotCount + slot] = next(first + stream)
      }
    }
    for duty in plan.streamCount..<plan.lineCount {
      price[(firstDuty + duty - plan.streamCount) * plan.slotCount + slot] = next(first + duty)
    }
  }

  // MARK: Pools

  /// The stream on which one more agent of `pool` is worth most, when others may give way, and how
  /// many streams were looked at: the way there stands in `cameFrom` and `cameBy`.
  private func bestEntry(_ pool: Int, _ slot: Int) -> (stream: Int, count: Int) {
    let first = slot * plan.lineCount
    let flows = slot * plan.pools.count * plan.streamCount
    var seen = plan.pools[pool]
    var count = 0
    for stream in 0..<plan.streamCount where seen >> UInt32(stream) & 1 == 1 {
      queue[count] = stream
      cameFrom[stream] = -1
      count += 1
    }
    var best = queue[0]
    var least = next(first + best)
    var at = 0
    while at < count {
      let stream = queue[at]
      at += 1
      let cost = next(first + stream)
      if cost < least {
        least = cost
        best = stream
      }
      for other in plan.pools.indices
      where plan.pools[other] & ~seen != 0 && flow[flows + other * plan.streamCount + stream] > 0 {
        for target in 0..<plan.streamCount
        where (plan.pools[other] & ~seen) >> UInt32(target) & 1 == 1 {
          queue[count] = target
          count += 1
          cameFrom[target] = stream
          cameBy[target] = other
        }
        seen |= plan.pools[other]
      }
    }
    return (best, count)
  }

  /// The stream that one agent of `pool` less costs least, when others may fill the gap.
  private func bestExit(_ pool: Int, _ slot: Int) -> Int {
    let first = slot * plan.lineCount
    let flows = slot * plan.pools.count * plan.streamCount
    var seen: UInt32 = 0
    var count = 0
    for stream in 0..<plan.streamCount
    where flow[flows + pool * plan.streamCount + stream] > 0 {
      queue[count] = stream
      cameFrom[stream] = -1
      seen |= 1 << UInt32(stream)
      count += 1
    }
    var best = queue[0]
    var most = Int32.min
    var at = 0
    while at < count {
      let stream = queue[at]
      at += 1
      let spared = next(first + stream, after: Int(heads[first + stream]) - 1)
      if spared > most {
        most = spared
        best = stream
      }
      for other in plan.pools.indices where plan.pools[other] >> UInt32(stream) & 1 == 1 {
        for source in 0..<plan.streamCount
        where seen >> UInt32(source) & 1 == 0 && flow[flows + other * plan.streamCount + source] > 0
        {
          seen |= 1 << UInt32(source)
          queue[count] = source
          count += 1
          cameFrom[source] = stream
          cameBy[source] = other
        }
      }
    }
    return best
  }

  private func enter(_ pool: Int, _ slot: Int) {
    let flows = slot * plan.pools.count * plan.streamCount
    var stream = bestEntry(pool, slot).stream
    let cell = slot * plan.lineCount + stream
    cost += Int(next(cell))
    heads[cell] += 1
    while cameFrom[stream] >= 0 {
      let place = flows + cameBy[stream] * plan.streamCount
      flow[place + stream] += 1
      stream = cameFrom[stream]
      flow[place + stream] -= 1
    }
    flow[flows + pool * plan.streamCount + stream] += 1
  }

  private func leave(_ pool: Int, _ slot: Int) {
    let flows = slot * plan.pools.count * plan.streamCount
    var stream = bestExit(pool, slot)
    let cell = slot * plan.lineCount + stream
    heads[cell] -= 1
    cost -= Int(next(cell))
    while cameFrom[stream] >= 0 {
      let place = flows + cameBy[stream] * plan.streamCount
      flow[place + stream] -= 1
      stream = cameFrom[stream]
      flow[place + stream] += 1
    }
    flow[flows + pool * plan.streamCount + stream] -= 1
  }

  /// Adds one agent of `crew` to a slot, on `stream` where streams are not pooled.
  @inline(__always)
  private func add(_ crew: StreamModel.Crew, _ stream: Int, _ slot: Int) {
    if plan.isPooled {
      if crew.pool >= 0 { enter(crew.pool, slot) }
    } else if !crew.streams.isEmpty {
      put(slot * plan.lineCount + stream)
    }
    for duty in crew.duties { put(slot * plan.lineCount + duty) }
    refresh(slot)
  }

  @inline(__always)
  private func drop(_ crew: StreamModel.Crew, _ stream: Int, _ slot: Int) {
    if plan.isPooled {
      if crew.pool >= 0 { leave(crew.pool, slot) }
    } else if !crew.streams.isEmpty {
      take(slot * plan.lineCount + stream)
    }
    for duty in crew.duties { take(slot * plan.lineCount + duty) }
    refresh(slot)
  }

  private func put(_ cell: Int) {
    cost += Int(next(cell))
    heads[cell] += 1
  }

  private func take(_ cell: Int) {
    heads[cell] -= 1
    cost -= Int(next(cell))
  }

  // MARK: Prices of shifts

  /// What one more agent of `crew` costs in each slot of a day, into the planner.
  private func load(_ crew: StreamModel.Crew, _ slots: Range<Int>) {
    planner.load(crew, slots) { column, slot in price[column * plan.slotCount + slot] }
  }

  private func priceKinds(_ index: Int, _ day: Int) {
    let place = index * model.dayCount + day
    guard isStale[place] else { return }
    isStale[place] = false
    let crew = plan.crews[index]
    load(crew, plan.span[day])
    planner.price(crew, day, into: kindCost, at: place * model.kinds.count)
  }

  @inline(__always)
  private func nextShift(_ cell: Int) -> Int32 {
    shiftHeads[cell] < model.patternNeed[cell] ? -model.patternShort[cell] : model.patternOver[cell]
  }

  /// What `agent`, not at work on `days` now, would add to the cost with each kind on each of them.
  ///
  /// At `day * kinds.count + kind`.
  func price(_ agent: Int, _ days: Range<Int>, into costs: Block<Float>) {
    let width = model.kinds.count
    let burden = pricePerPoint(agent)
    for pattern in 0..<model.patternCount {
      let crew = Int(plan.crew[agent * model.patternCount + pattern])
      if crew >= 0 { for day in days { priceKinds(crew, day) } }
    }
    for day in days {
      let cell = agent * model.dayCount + day
      for index in Int(model.allowedStart[cell])..<Int(model.allowedStart[cell + 1]) {
        let kind = Int(model.allowedKinds[index])
        var cost = Float(model.cellCost[cell * width + kind])
        if kind > 0 {
          let pattern = model.patternOfKind[kind]
          cost += Float(nextShift(day * model.patternCount + pattern))
          if burden != 0 { cost += burden * Float(model.points[day * width + kind]) }
          let crew = Int(plan.crew[agent * model.patternCount + pattern])
          if crew >= 0 { cost += kindCost[(crew * model.dayCount + day) * width + kind] }
        }
        costs[day * width + kind] = cost
      }
    }
  }

  /// The price of a burden point for `agent`, near enough to steer the row solver.
  private func pricePerPoint(_ agent: Int) -> Float {
    let weight = model.problem.fairness.weight
    guard weight > 0, !points.isEmpty else { return 0 }
    let total = points.reduce(0, +)
    let others = points.count > 1 ? points.count - 1 : 1
    return points[agent] * others > total - points[agent] ? Float(weight) : 0
  }

  // MARK: Changes

  /// Takes the shifts of `agent` on `days` off the roster.
  func remove(_ agent: Int, _ days: Range<Int>) {
    let before = points[agent]
    for day in days {
      let kind = kind(agent, day)
      guard kind > 0 else { continue }
      setShift(agent, day, 0)
      let crew = Int(plan.crew[agent * model.patternCount + model.patternOfKind[kind]])
      guard crew >= 0 else { continue }
      let slots = slots(kind, day)
      for slot in slots {
        let place = agent * plan.slotCount + slot
        guard work[place] >= 0 else { continue }
        drop(plan.crews[crew], Int(work[place]), slot)
        work[place] = -1
      }
      touch(slots, day)
    }
    if points[agent] != before { settleFairness() }
  }

  /// Puts shifts of `row` on `days` for `agent`, who must have none there: each with the breaks and
  /// streams that cost least.
  func place(_ agent: Int, _ days: Range<Int>, row: [Int16]) {
    let before = points[agent]
    for day in days where row[day] > 0 {
      let kind = Int(row[day])
      setShift(agent, day, row[day])
      let crew = Int(plan.crew[agent * model.patternCount + model.patternOfKind[kind]])
      guard crew >= 0 else { continue }
      let slots = slots(kind, day)
      load(plan.crews[crew], slots)
      planner.plan(plan.crews[crew], kind, at: slots.lowerBound)
      for slot in slots {
        let stream = planner.chosen[slot - slots.lowerBound]
        guard stream >= 0 else { continue }
        work[agent * plan.slotCount + slot] = stream
        add(plan.crews[crew], Int(stream), slot)
      }
      touch(slots, day)
    }
    if points[agent] != before { settleFairness() }
  }

  /// Puts back what `agent` did on `days`, who must have no shift there.
  func restore(_ agent: Int, _ days: Range<Int>, from past: PastRow) {
    let before = points[agent]
    for day in days {
      let kind = Int(past.kinds[day])
      guard kind > 0 else { continue }
      setShift(agent, day, Int16(kind))
      let crew = Int(plan.crew[agent * model.patternCount + model.patternOfKind[kind]])
      guard crew >= 0 else { continue }
      let slots = slots(kind, day)
      for slot in slots where past.work[slot] >= 0 {
        work[agent * plan.slotCount + slot] = past.work[slot]
        add(plan.crews[crew], Int(past.work[slot]), slot)
      }
      touch(slots, day)
    }
    if points[agent] != before { settleFairness() }
  }

  /// Remembers what `agent` does on `days`.
  func save(_ agent: Int, _ days: Range<Int>, into past: PastRow) {
    past.kinds.copy(
      days.lowerBound, from: kinds, at: agent * model.dayCount + days.lowerBound, count: days.count)
    for day in days where past.kinds[day] > 0 {
      let slots = slots(Int(past.kinds[day]), day)
      past.work.copy(
        slots.lowerBound, from: work, at: agent * plan.slotCount + slots.lowerBound,
        count: slots.count)
    }
  }

  private func slots(_ kind: Int, _ day: Int) -> Range<Int> {
    let first = Int(model.startSlot[day * model.kinds.count + kind])
    return first..<first + model.kinds[kind].slots
  }

  /// Notes that prices of shifts over `slots` no longer hold, begun on `day`.
  private func touch(_ slots: Range<Int>, _ day: Int) {
    for other in max(0, day - 2)..<min(model.dayCount, day + 3)
    where plan.span[other].overlaps(slots) {
      for crew in plan.crews.indices { isStale[crew * model.dayCount + other] = true }
    }
  }

  private func setShift(_ agent: Int, _ day: Int, _ kind: Int16) {
    let cell = agent * model.dayCount + day
    let shifts = day * model.patternCount
    let first = day * model.kinds.count
    let old = Int(kinds[cell])
    let new = Int(kind)
    cost += Int(model.cellCost[cell * model.kinds.count + new])
    cost -= Int(model.cellCost[cell * model.kinds.count + old])
    if old > 0 {
      shiftHeads[shifts + model.patternOfKind[old]] -= 1
      cost -= Int(nextShift(shifts + model.patternOfKind[old]))
    }
    if new > 0 {
      cost += Int(nextShift(shifts + model.patternOfKind[new]))
      shiftHeads[shifts + model.patternOfKind[new]] += 1
    }
    points[agent] += Int(model.points[first + new]) - Int(model.points[first + old])
    kinds[cell] = kind
  }

  private func settleFairness() {
    guard model.weighsBurdens else { return }
    let now = model.problem.fairness.cost(of: points)
    cost += now - fairnessCost
    fairnessCost = now
  }

  // MARK: The whole

  /// The cost, counted from kinds, heads and nothing else.
  func recount() -> Int {
    var cost = 0
    for agent in 0..<model.agentCount {
      for day in 0..<model.dayCount {
        let cell = agent * model.dayCount + day
        cost += Int(model.cellCost[cell * model.kinds.count + kind(agent, day)])
      }
    }
    for cell in 0..<shiftHeads.capacity {
      let price = CoverCost(
        short: Int(model.patternShort[cell]), over: Int(model.patternOver[cell]))
      cost += price.cost(of: Int(shiftHeads[cell]), need: Int(model.patternNeed[cell]))
    }
    for (stream, line) in model.problem.demand.enumerated() {
      for slot in 0..<model.countedSlots {
        cost += line.cost(at: slot).cost(of: heads(stream, slot), need: line.heads[slot])
      }
    }
    for (index, duty) in model.problem.duties.enumerated() {
      for slot in 0..<model.countedSlots {
        cost += max(0, duty.heads[slot] - heads(plan.streamCount + index, slot)) * duty.cost
      }
    }
    return cost + model.problem.fairness.cost(of: points)
  }

  /// Goes on from `roster`, this one being empty.
  func load(_ roster: StreamRoster) {
    let past = PastRow(plan)
    for agent in 0..<model.agentCount {
      for day in 0..<model.dayCount { past.kinds[day] = roster.kinds[agent * model.dayCount + day] }
      for slot in 0..<plan.slotCount {
        past.work[slot] = roster.work[agent * plan.slotCount + slot]
      }
      restore(agent, 0..<model.dayCount, from: past)
    }
  }

  /// What one more head on a cell costs where `surplus` are there beyond the need.
  func price(_ line: Int, _ slot: Int, surplus: Int) -> Int {
    let cell = slot * plan.lineCount + line
    return Int(next(cell, after: Int(plan.need[cell]) + surplus))
  }

  /// Heads on a cell beyond the need.
  func surplus(_ line: Int, _ slot: Int) -> Int {
    heads(line, slot) - Int(plan.need[slot * plan.lineCount + line])
  }

  /// Heads on a line in a slot.
  func heads(_ line: Int, _ slot: Int) -> Int { Int(heads[slot * plan.lineCount + line]) }

  /// Agents of a pool on a stream in a slot, where streams are pooled.
  func flow(_ pool: Int, _ stream: Int, _ slot: Int) -> Int {
    Int(flow[(slot * plan.pools.count + pool) * plan.streamCount + stream])
  }
}

/// A whole roster, by what ``StreamState`` keeps of it.
struct StreamRoster: Sendable {
  var kinds: [Int16]
  var work: [Int8]
  var cost: Int
}

/// Room for what an agent did on some days.
final class PastRow {
  let kinds: Block<Int16>
  let work: Block<Int8>

  init(_ plan: StreamModel) {
    kinds = Block(plan.model.dayCount, of: 0)
    work = Block(plan.slotCount, of: -1)
  }
}
