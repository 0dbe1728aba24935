/// A whole roster under search: rows, heads, and the cost kept up to date.
struct SearchState {
  let model: SolverModel
  /// The kind of each agent on each day, at `agent * dayCount + day`.
  private(set) var kinds: [Int16]
  /// Heads by pattern and day, at `day * patternCount + pattern`.
  private(set) var shiftHeads: [Int32]
  /// Heads by stream and slot, at `stream * slotCount + slot`.
  private(set) var heads: [Int32]
  /// The stream each agent works in each slot, -1 for none; at `agent * slotCount + slot`.
  private var streams: [Int8]
  private var points: [Int]
  private var fairnessCost: Int
  /// What the roster costs: stored, and recounted by ``recount()`` in debug builds.
  private(set) var cost: Int
  /// What one more head costs, summed up from the first slot, for each set of streams.
  private var prefix: [[Float]]
  /// The stream with the cheapest next head, for each set of streams and slot.
  private var cheapest: [[Int8]]

  init(_ model: SolverModel) {
    self.model = model
    kinds = Array(repeating: 0, count: model.agentCount * model.dayCount)
    shiftHeads = Array(repeating: 0, count: model.dayCount * model.patternCount)
    heads = Array(repeating: 0, count: model.streamCount * model.slotCount)
    streams = Array(repeating: -1, count: model.agentCount * model.slotCount)
    points = model.pastPoints
    prefix = model.streamSets.map { _ in Array(repeating: 0, count: model.slotCount + 1) }
    cheapest = model.streamSets.map { _ in Array(repeating: -1, count: model.slotCount) }
    fairnessCost = model.problem.fairness.cost(of: points)
    cost = 0
    cost = recount()
  }

  func kind(_ agent: Int, _ day: Int) -> Int { Int(kinds[agent * model.dayCount + day]) }

  func row(of agent: Int) -> ArraySlice<Int16> {
    kinds[agent * model.dayCount..<(agent + 1) * model.dayCount]
  }

  /// The stream that `agent` works in each of `slots`; -1 for none.
  func streams(of agent: Int, in slots: Range<Int>) -> ArraySlice<Int8> {
    let first = agent * model.slotCount
    return streams[first + slots.lowerBound..<first + slots.upperBound]
  }

  // MARK: Prices

  private func nextHead(_ stream: Int, _ slot: Int) -> Int32 {
    guard slot < model.countedSlots else { return 0 }
    let cell = stream * model.slotCount + slot
    return heads[cell] < model.need[cell] ? -model.short[cell] : model.over[cell]
  }

  private func lastHead(_ stream: Int, _ slot: Int) -> Int32 {
    guard slot < model.countedSlots else { return 0 }
    let cell = stream * model.slotCount + slot
    return heads[cell] > model.need[cell] ? -model.over[cell] : model.short[cell]
  }

  @inline(__always)
  private func nextShift(_ cell: Int) -> Int32 {
    shiftHeads[cell] < model.patternNeed[cell] ? -model.patternShort[cell] : model.patternOver[cell]
  }

  @inline(__always)
  private func lastShift(_ cell: Int) -> Int32 {
    shiftHeads[cell] > model.patternNeed[cell] ? -model.patternOver[cell] : model.patternShort[cell]
  }

  /// What `agent`, not on the roster now, would add to its cost with each kind on each day.
  ///
  /// At `day * kinds.count + kind`. Also fixes where breaks would lie and which streams would be
  /// worked: ``place(_:row:)`` follows the same prices.
  mutating func price(_ agent: Int, into costs: inout [Float]) {
    let width = model.kinds.count
    refreshPrefixes(for: agent)
    let burden = pricePerPoint(agent)
    let sets = agent * model.patternCount
    for day in 0..<model.dayCount {
      let cell = agent * model.dayCount + day
      for index in Int(model.allowedStart[cell])..<Int(model.allowedStart[cell + 1]) {
        let kind = Int(model.allowedKinds[index])
        guard kind > 0 else {
          costs[day * width] = Float(model.cellCost[cell * width])
          continue
        }
        let pattern = model.kinds[kind].pattern
        var cost = Float(
          nextShift(day * model.patternCount + pattern)
            + model.cellCost[cell * width + kind])
        if burden != 0 { cost += burden * Float(model.points[day * width + kind]) }
        let set = Int(model.streamSet[sets + pattern])
        if set > 0 {
          cost += model.workCost(
            kind, from: Int(model.startSlot[day * width + kind]), prefix: prefix[set])
        }
        costs[day * width + kind] = cost
      }
    }
  }

  private mutating func refreshPrefixes(for agent: Int) {
    guard model.slotCount > 0 else { return }
    var fresh: Set<Int> = [0]
    for pattern in 0..<model.patternCount {
      let set = Int(model.streamSet[agent * model.patternCount + pattern])
      guard fresh.insert(set).inserted else { continue }
      var sum: Float = 0
      var before: Int8 = -1
      for slot in 0..<model.slotCount {
        // Of equal prices the stream of the slot before wins, so that people change seldom.
        var best = before
        var least = before >= 0 ? nextHead(Int(before), slot) : Int32.max
        for stream in model.streamSets[set] {
          let price = nextHead(stream, slot)
          if price < least {
            least = price
            best = Int8(stream)
          }
        }
        cheapest[set][slot] = best
        sum += Float(least)
        prefix[set][slot + 1] = sum
        before = best
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

  /// Takes the row of `agent` off the roster: every day is off.
  mutating func remove(_ agent: Int) {
    let rowPoints = points[agent]
    for day in 0..<model.dayCount {
      let kind = kind(agent, day)
      if kind > 0 {
        setShift(agent, day, 0)
        removeWork(agent, day, kind)
      }
    }
    if rowPoints != 0 { settleFairness() }
  }

  /// Puts `row` on the roster for `agent`, who must have none, after a call of ``price(_:into:)``.
  mutating func place(_ agent: Int, row: [Int16]) {
    for day in 0..<model.dayCount where row[day] > 0 {
      setShift(agent, day, row[day])
      addWork(agent, day, Int(row[day]))
    }
    if points[agent] != 0 { settleFairness() }
  }

  /// Changes one cell where there is no demand by streams.
  mutating func set(_ agent: Int, _ day: Int, to kind: Int16) {
    setShift(agent, day, kind)
    if model.weighsBurdens { settleFairness() }
  }

  private mutating func setShift(_ agent: Int, _ day: Int, _ kind: Int16) {
    let cell = agent * model.dayCount + day
    let prices = cell * model.kinds.count
    let shifts = day * model.patternCount
    let old = Int(kinds[cell])
    let new = Int(kind)
    var change: Int32 = 0
    if old > 0 {
      let pattern = model.patternOfKind[old]
      change += lastShift(shifts + pattern) - model.cellCost[prices + old]
      shiftHeads[shifts + pattern] -= 1
    } else {
      change -= model.cellCost[prices]
    }
    if new > 0 {
      let pattern = model.patternOfKind[new]
      change += nextShift(shifts + pattern) + model.cellCost[prices + new]
      shiftHeads[shifts + pattern] += 1
    } else {
      change += model.cellCost[prices]
    }
    if model.weighsBurdens {
      let first = day * model.kinds.count
      points[agent] += Int(model.points[first + new]) - Int(model.points[first + old])
    }
    kinds[cell] = kind
    cost += Int(change)
  }

  private mutating func removeWork(_ agent: Int, _ day: Int, _ kind: Int) {
    guard model.slotCount > 0 else { return }
    let first = Int(model.startSlot[day * model.kinds.count + kind])
    for slot in first..<first + model.kinds[kind].slots {
      let place = agent * model.slotCount + slot
      let stream = Int(streams[place])
      guard stream >= 0 else { continue }
      cost += Int(lastHead(stream, slot))
      heads[stream * model.slotCount + slot] -= 1
      streams[place] = -1
    }
  }

  private mutating func addWork(_ agent: Int, _ day: Int, _ kind: Int) {
    let set = Int(model.streamSet[agent * model.patternCount + model.kinds[kind].pattern])
    guard model.slotCount > 0, set > 0 else { return }
    let first = Int(model.startSlot[day * model.kinds.count + kind])
    var slot = first
    func work(until end: Int) {
      while slot < end {
        let stream = Int(cheapest[set][slot])
        cost += Int(nextHead(stream, slot))
        heads[stream * model.slotCount + slot] += 1
        streams[agent * model.slotCount + slot] = Int8(stream)
        slot += 1
      }
    }
    for pause in model.kinds[kind].breaks {
      work(until: model.bestBreak(pause, from: first, prefix: prefix[set]))
      slot += pause.slots
    }
    work(until: first + model.kinds[kind].slots)
  }

  private mutating func settleFairness() {
    guard model.weighsBurdens else { return }
    let now = model.problem.fairness.cost(of: points)
    cost += now - fairnessCost
    fairnessCost = now
  }

  /// The row of `agent` with its breaks and streams, to be put back by ``restore(_:row:)``.
  func snapshot(_ agent: Int) -> RowSnapshot {
    RowSnapshot(
      kinds: Array(row(of: agent)),
      streams: Array(streams[agent * model.slotCount..<(agent + 1) * model.slotCount]))
  }

  /// Puts a row back as it was; `agent` must have none.
  mutating func restore(_ agent: Int, row: RowSnapshot) {
    for day in 0..<model.dayCount where row.kinds[day] > 0 { setShift(agent, day, row.kinds[day]) }
    for (slot, stream) in row.streams.enumerated() where stream >= 0 {
      cost += Int(nextHead(Int(stream), slot))
      heads[Int(stream) * model.slotCount + slot] += 1
      streams[agent * model.slotCount + slot] = stream
    }
    if points[agent] != 0 { settleFairness() }
  }

  // MARK: The whole

  /// The cost, counted from rows and streams alone.
  func recount() -> Int {
    var cost = 0
    var shifts = Array(repeating: 0, count: shiftHeads.count)
    var work = Array(repeating: 0, count: heads.count)
    var points = model.pastPoints
    for agent in 0..<model.agentCount {
      for day in 0..<model.dayCount {
        let kind = kind(agent, day)
        let cell = agent * model.dayCount + day
        cost += Int(model.cellCost[cell * model.kinds.count + kind])
        if kind > 0 { shifts[day * model.patternCount + model.kinds[kind].pattern] += 1 }
        points[agent] += Int(model.points[day * model.kinds.count + kind])
      }
      for slot in 0..<model.slotCount {
        let stream = Int(streams[agent * model.slotCount + slot])
        if stream >= 0 { work[stream * model.slotCount + slot] += 1 }
      }
    }
    for cell in shifts.indices {
      let price = CoverCost(
        short: Int(model.patternShort[cell]), over: Int(model.patternOver[cell]))
      cost += price.cost(of: shifts[cell], need: Int(model.patternNeed[cell]))
    }
    for cell in work.indices where cell % model.slotCount < model.countedSlots {
      let price = CoverCost(short: Int(model.short[cell]), over: Int(model.over[cell]))
      cost += price.cost(of: work[cell], need: Int(model.need[cell]))
    }
    return cost + model.problem.fairness.cost(of: points)
  }

  /// The roster as values.
  func roster() -> Roster {
    var shifts: [Shift] = []
    for agent in 0..<model.agentCount {
      for day in 0..<model.dayCount where kind(agent, day) > 0 {
        shifts.append(shift(agent, day, kind(agent, day)))
      }
    }
    return Roster(shifts: shifts)
  }

  /// The shift that `agent` has on the day at `day`, where its kind is `index`.
  func shift(_ agent: Int, _ day: Int, _ index: Int) -> Shift {
    let set = model.streamSet[agent * model.patternCount + model.patternOfKind[index]]
    guard set > 0 else { return model.idleShift(agent, day, index) }
    let first =
      agent * model.slotCount + Int(model.startSlot[day * model.kinds.count + index])
    return model.shift(agent, day, index) { slot in
      let stream = Int(streams[first + slot])
      return stream < 0 ? nil : .work(model.problem.demand[stream].stream)
    }
  }
}

/// An agent's row with all that belongs to it.
struct RowSnapshot {
  var kinds: [Int16]
  var streams: [Int8]
}

extension SolverModel {
  /// What the work of `kind` costs from slot `first`, its breaks where they spare most.
  func workCost(_ kind: Int, from first: Int, prefix: [Float]) -> Float {
    var cost = prefix[first + kinds[kind].slots] - prefix[first]
    for pause in kinds[kind].breaks {
      let at = bestBreak(pause, from: first, prefix: prefix)
      cost -= prefix[at + pause.slots] - prefix[at]
    }
    return cost
  }

  /// The slot at which a break spares most; of equal ones the earliest.
  ///
  /// Breaks do not overlap, so that each may be placed by itself.
  func bestBreak(
    _ pause: (earliest: Int, latest: Int, slots: Int), from first: Int, prefix: [Float]
  ) -> Int {
    var best = first + pause.earliest
    var most = prefix[best + pause.slots] - prefix[best]
    for at in stride(from: best + 1, through: first + pause.latest, by: 1) {
      let spared = prefix[at + pause.slots] - prefix[at]
      if spared > most {
        most = spared
        best = at
      }
    }
    return best
  }
}
