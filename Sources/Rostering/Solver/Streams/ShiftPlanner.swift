/// Prices one shift with its breaks and streams where they cost least, slot by slot prices given.
///
/// Where streams may change at any slot, the cheapest stream of each slot and, for each break, the
/// place where it spares most are best: breaks do not overlap. Where a stream must be kept for some
/// slots, the best shift is a shortest path over what is known inside it: the slot, the breaks
/// taken, the stream, and how long it has lasted, as far as that counts. A break does not end a
/// run, and its slots are no part of it.
final class ShiftPlanner {
  private let plan: StreamModel
  private let model: SolverModel
  /// What the shift planned last does in each of its slots: -1 in a break, else a stream, or 0.
  let chosen: Block<Int8>

  /// Prices of the slots loaded, from `first` on: summed up, where streams may change at any slot.
  private let prefix: Block<Int32>
  /// The cheapest stream of each slot.
  private let cheapest: Block<Int8>
  /// Prices of the streams of a crew at `stream * room + slot`, where they may not.
  private let lane: Block<Int32>
  private let room: Int
  private var first = 0

  /// Breaks of all kinds; those of a kind lie at `breakStart[kind]..<breakStart[kind + 1]`.
  private let breakStart: Block<Int32>
  private let breaks: Block<Pause>
  private struct Pause: BitwiseCopyable {
    var earliest: Int
    var latest: Int
    var slots: Int
  }

  /// Kinds of a crew that share start, breaks and least run, the longest last.
  private struct Family {
    var kinds: [Int]
    var run: Int
  }
  private let families: [[Family]]
  /// Costs of paths, by slot, breaks taken, stream and run.
  private let value: Block<Int32>
  /// Costs of paths whose run is long enough, by slot and breaks taken.
  private let open: Block<Int32>
  private var streamsOfPath = 0
  private var pausesOfPath = 0
  private var runOfPath = 0

  private static let never = Int32.max / 2

  init(_ plan: StreamModel) {
    self.plan = plan
    model = plan.model
    let longest = model.kinds.reduce(0) { max($0, $1.slots) }
    chosen = Block(longest, of: -1)
    room = max(longest, plan.span.reduce(0) { max($0, $1.count) })
    prefix = Block(room + 1, of: 0)
    cheapest = Block(room, of: -1)
    let needsPaths = plan.crews.contains { $0.leastRun > 1 }
    lane = Block(needsPaths ? plan.streamCount * room : 0, of: 0)
    var starts: [Int32] = [0]
    var all: [Pause] = []
    for kind in model.kinds {
      all += kind.breaks.map { Pause(earliest: $0.earliest, latest: $0.latest, slots: $0.slots) }
      starts.append(Int32(all.count))
    }
    breakStart = Block(starts)
    breaks = Block(all)
    families = plan.crews.map { ShiftPlanner.families(of: $0, plan.model) }
    let pauses = model.kinds.reduce(0) { max($0, $1.breaks.count) } + 1
    let run = plan.crews.reduce(1) { max($0, $1.leastRun) }
    value = Block(
      needsPaths ? (longest + 1) * pauses * plan.streamCount * run : 0, of: ShiftPlanner.never)
    open = Block(needsPaths ? (longest + 1) * pauses : 0, of: ShiftPlanner.never)
  }

  private static func families(of crew: StreamModel.Crew, _ model: SolverModel) -> [Family] {
    guard crew.leastRun > 1 else { return [] }
    var families: [Family] = []
    for index in crew.kinds {
      let kind = model.kinds[index]
      let idle = kind.breaks.reduce(0) { $0 + $1.slots }
      let run = max(1, min(crew.leastRun, kind.slots - idle))
      let place = families.firstIndex { family in
        let other = model.kinds[family.kinds[0]]
        return family.run == run && other.start == kind.start
          && other.breaks.elementsEqual(kind.breaks, by: ==)
      }
      if let place {
        families[place].kinds.append(index)
      } else {
        families.append(Family(kinds: [index], run: run))
      }
    }
    for index in families.indices {
      families[index].kinds.sort { model.kinds[$0].slots < model.kinds[$1].slots }
    }
    return families
  }

  // MARK: Prices

  /// Takes what one more agent of `crew` costs in `slots` from `price`, by column and slot.
  @inline(__always)
  func load(
    _ crew: StreamModel.Crew, _ slots: Range<Int>, price: (_ column: Int, _ slot: Int) -> Int32
  ) {
    first = slots.lowerBound
    let firstDuty = plan.isPooled ? plan.pools.count : plan.streamCount
    if crew.leastRun > 1 {
      for (index, stream) in crew.streams.enumerated() {
        for slot in slots { lane[index * room + slot - first] = price(stream, slot) }
      }
      for duty in crew.duties {
        for slot in slots {
          let amount = price(firstDuty + duty - plan.streamCount, slot)
          for index in crew.streams.indices { lane[index * room + slot - first] += amount }
        }
      }
      return
    }
    var sum: Int32 = 0
    var before = -1
    prefix[0] = 0
    for slot in slots {
      if plan.isPooled {
        if crew.pool >= 0 { sum += price(crew.pool, slot) }
        cheapest[slot - first] = 0
      } else {
        // Of equal prices the stream of the slot before wins, so that people change seldom.
        var best = before
        var least = before >= 0 ? price(before, slot) : Int32.max
        for stream in crew.streams where price(stream, slot) < least {
          least = price(stream, slot)
          best = stream
        }
        if best >= 0 { sum += least }
        cheapest[slot - first] = Int8(max(0, best))
        before = best
      }
      for duty in crew.duties { sum += price(firstDuty + duty - plan.streamCount, slot) }
      prefix[slot - first + 1] = sum
    }
  }

  /// Writes what each kind of `crew` costs on `day` to `costs[target + kind]`, all slots that the
  /// day can touch being loaded.
  func price(_ crew: StreamModel.Crew, _ day: Int, into costs: Block<Float>, at target: Int) {
    let starts = day * model.kinds.count
    if crew.leastRun > 1 {
      guard let index = plan.crews.firstIndex(of: crew) else { return }
      for family in families[index] {
        let longest = family.kinds[family.kinds.count - 1]
        findPaths(crew, longest, run: family.run, at: Int(model.startSlot[starts + longest]))
        for kind in family.kinds {
          costs[target + kind] = Float(
            open[model.kinds[kind].slots * pausesOfPath + pausesOfPath - 1])
        }
      }
      return
    }
    for kind in crew.kinds {
      let from = Int(model.startSlot[starts + kind]) - first
      var cost = prefix[from + slotsOfKind(kind)] - prefix[from]
      for index in Int(breakStart[kind])..<Int(breakStart[kind + 1]) {
        let pause = breaks[index]
        let at = bestPlace(pause, from)
        cost -= prefix[at + pause.slots] - prefix[at]
      }
      costs[target + kind] = Float(cost)
    }
  }

  @inline(__always)
  private func slotsOfKind(_ kind: Int) -> Int { model.kinds[kind].slots }

  /// Where a break spares most, of equal places the first; counted as the slots loaded are.
  @inline(__always)
  private func bestPlace(_ pause: Pause, _ from: Int) -> Int {
    var best = from + pause.earliest
    var most = prefix[best + pause.slots] - prefix[best]
    var at = best + 1
    while at <= from + pause.latest {
      let spared = prefix[at + pause.slots] - prefix[at]
      if spared > most {
        most = spared
        best = at
      }
      at += 1
    }
    return best
  }

  /// Decides breaks and streams of a shift of `kind` that begins at `slot`, its slots being loaded.
  func plan(_ crew: StreamModel.Crew, _ kind: Int, at slot: Int) {
    let count = slotsOfKind(kind)
    if crew.leastRun > 1 {
      let idle = model.kinds[kind].breaks.reduce(0) { $0 + $1.slots }
      findPaths(crew, kind, run: max(1, min(crew.leastRun, count - idle)), at: slot)
      trace(crew, kind, at: slot)
      return
    }
    let from = slot - first
    for index in 0..<count { chosen[index] = cheapest[from + index] }
    for index in Int(breakStart[kind])..<Int(breakStart[kind + 1]) {
      let at = bestPlace(breaks[index], from) - from
      chosen.fill(at, count: breaks[index].slots, with: -1)
    }
  }

  // MARK: Paths

  /// Fills `value` and `open` for shifts with the breaks of `kind` that begin at `slot`.
  private func findPaths(_ crew: StreamModel.Crew, _ kind: Int, run: Int, at slot: Int) {
    let streams = crew.streams.count
    let pauses = Int(breakStart[kind + 1] - breakStart[kind]) + 1
    let count = slotsOfKind(kind)
    (streamsOfPath, pausesOfPath, runOfPath) = (streams, pauses, run)
    let layer = streams * run
    let never = ShiftPlanner.never
    let from = slot - first
    for index in 0...count {
      for taken in 0..<pauses {
        let here = (index * pauses + taken) * layer
        var least = index == 0 && taken == 0 ? 0 : never
        if index > 0 {
          let past = here - pauses * layer
          let fresh = open[(index - 1) * pauses + taken]
          for stream in 0..<streams {
            let cost = lane[stream * room + from + index - 1]
            let into = here + stream * run
            let outOf = past + stream * run
            if run > 1 {
              value[into] = min(never, fresh + cost)
              var length = 1
              while length < run - 1 {
                value[into + length] = min(never, value[outOf + length - 1] + cost)
                length += 1
              }
              value[into + run - 1] = min(
                never, min(value[outOf + run - 1], value[outOf + run - 2]) + cost)
            } else {
              value[into] = min(never, fresh + cost)
            }
          }
        } else {
          value.fill(here, count: layer, with: never)
        }
        if taken > 0 {
          let pause = breaks[Int(breakStart[kind]) + taken - 1]
          let began = index - pause.slots
          if began >= pause.earliest, began <= pause.latest {
            let past = (began * pauses + taken - 1) * layer
            for state in 0..<layer {
              value[here + state] = min(value[here + state], value[past + state])
            }
            least = min(least, open[began * pauses + taken - 1])
          }
        }
        for stream in 0..<streams { least = min(least, value[here + stream * run + run - 1]) }
        open[index * pauses + taken] = least
      }
    }
  }

  /// Walks back along equal costs and writes `chosen`.
  private func trace(_ crew: StreamModel.Crew, _ kind: Int, at slot: Int) {
    let (streams, pauses, run) = (streamsOfPath, pausesOfPath, runOfPath)
    let layer = streams * run
    let from = slot - first
    var index = slotsOfKind(kind)
    var taken = pauses - 1
    /// The stream and the length of its run; none where the next stream may be any.
    var state: (stream: Int, length: Int)?
    while index > 0 {
      if taken > 0 {
        let pause = breaks[Int(breakStart[kind]) + taken - 1]
        let began = index - pause.slots
        if began >= pause.earliest, began <= pause.latest {
          let past = began * pauses + taken - 1
          let isBreak =
            if let state {
              value[past * layer + state.stream * run + state.length - 1]
                == value[(index * pauses + taken) * layer + state.stream * run + state.length - 1]
            } else {
              open[past] == open[index * pauses + taken]
            }
          if isBreak {
            chosen.fill(began, count: pause.slots, with: -1)
            index = began
            taken -= 1
            continue
          }
        }
      }
      let here = (index * pauses + taken) * layer
      guard let (stream, length) = state else {
        let target = open[index * pauses + taken]
        for stream in 0..<streams where value[here + stream * run + run - 1] == target {
          state = (stream, run)
          break
        }
        continue
      }
      let before = value[here + stream * run + length - 1] - lane[stream * room + from + index - 1]
      let past = here - pauses * layer + stream * run
      chosen[index - 1] = Int8(crew.streams[stream])
      index -= 1
      if length == 1 {
        state = nil
      } else if length < run || value[past + run - 1] != before {
        state = (stream, length - 1)
      }
    }
  }
}
