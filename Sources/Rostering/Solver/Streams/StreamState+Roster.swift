extension StreamState {
  /// The roster as values; where streams are pooled, shared out so that people change seldom.
  func roster() -> Roster {
    let streams = plan.isPooled ? share() : nil
    var shifts: [Shift] = []
    for agent in 0..<model.agentCount {
      for day in 0..<model.dayCount where kind(agent, day) > 0 {
        shifts.append(shift(agent, day, kind(agent, day), on: streams ?? work))
      }
    }
    return Roster(shifts: shifts)
  }

  /// A stream for each agent in each slot, at `agent * slotCount + slot`, of the least cost.
  ///
  /// Everyone goes on with the stream of the slot before where they can; then people change, one
  /// chain of changes at a time, until no change lowers the cost.
  private func share() -> Block<Int8> {
    let streams = Block(work.capacity, of: Int8(-1))
    let count = plan.streamCount
    var before = Array(repeating: -1, count: model.agentCount)
    var pool = Array(repeating: -1, count: model.agentCount)
    var present = Array(repeating: [Int](), count: plan.slotCount)
    for agent in 0..<model.agentCount {
      for slot in 0..<plan.slotCount where work[agent * plan.slotCount + slot] >= 0 {
        present[slot].append(agent)
      }
    }
    for slot in 0..<plan.slotCount {
      var wanted = (0..<count).map { heads($0, slot) }
      var rest: [Int] = []
      for agent in present[slot] {
        pool[agent] = poolOf(agent, slot)
        guard pool[agent] >= 0 else { continue }
        let stream = before[agent]
        let mask = plan.pools[pool[agent]]
        if stream >= 0, mask >> UInt32(stream) & 1 == 1, wanted[stream] > 0 {
          wanted[stream] -= 1
          streams[agent * plan.slotCount + slot] = Int8(stream)
        } else {
          rest.append(agent)
        }
      }
      for agent in rest { seat(agent, slot, present[slot], pool, &wanted, streams) }
      for agent in before.indices {
        let stream = Int(streams[agent * plan.slotCount + slot])
        if stream >= 0 { before[agent] = stream }
      }
    }
    return streams
  }

  /// Gives `agent` a stream that still wants heads, along the shortest chain of changes.
  private func seat(
    _ agent: Int, _ slot: Int, _ present: [Int], _ pool: [Int], _ wanted: inout [Int],
    _ streams: Block<Int8>
  ) {
    let count = plan.streamCount
    var mover = Array(repeating: -1, count: count)
    var queue = (0..<count).filter { plan.pools[pool[agent]] >> UInt32($0) & 1 == 1 }
    for stream in queue { mover[stream] = agent }
    var at = 0
    while at < queue.count {
      let stream = queue[at]
      at += 1
      if wanted[stream] > 0 {
        wanted[stream] -= 1
        var target = stream
        while true {
          let place = mover[target] * plan.slotCount + slot
          let left = Int(streams[place])
          streams[place] = Int8(target)
          guard left >= 0 else { return }
          target = left
        }
      }
      for other in present where Int(streams[other * plan.slotCount + slot]) == stream {
        for next in 0..<count
        where mover[next] < 0 && plan.pools[pool[other]] >> UInt32(next) & 1 == 1 {
          mover[next] = other
          queue.append(next)
        }
      }
    }
    preconditionFailure("the streams' heads can be filled")
  }

  /// The pool of an agent at work in a slot.
  private func poolOf(_ agent: Int, _ slot: Int) -> Int {
    for day in 0..<model.dayCount where kind(agent, day) > 0 {
      let kind = kind(agent, day)
      let first = Int(model.startSlot[day * model.kinds.count + kind])
      guard first <= slot, slot < first + model.kinds[kind].slots else { continue }
      let crew = Int(plan.crew[agent * model.patternCount + model.patternOfKind[kind]])
      return plan.crews[crew].pool
    }
    return -1
  }

  private func shift(_ agent: Int, _ day: Int, _ index: Int, on streams: Block<Int8>) -> Shift {
    let crew = Int(plan.crew[agent * model.patternCount + model.patternOfKind[index]])
    guard crew >= 0 else { return model.idleShift(agent, day, index) }
    let serves = !plan.crews[crew].streams.isEmpty
    let lines = serves ? streams : work
    let first =
      agent * plan.slotCount + Int(model.startSlot[day * model.kinds.count + index])
    return model.shift(agent, day, index) { slot in
      let line = Int(lines[first + slot])
      return line < 0 ? nil : .work(serves ? model.problem.demand[line].stream : nil)
    }
  }
}
