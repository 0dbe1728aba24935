import Vocabulary

/// Demand by streams and intervals as the search sees it.
///
/// A *line* is a stream or a duty, and a *cell* a line in one slot. A *crew* is what an agent on a
/// pattern can fill: a set of streams, any one of them at a time, and duties, all of them at once.
final class StreamModel: Sendable {
  struct Crew: Hashable, Sendable {
    /// Streams in rising order.
    var streams: [Int]
    /// Lines of the duties that the agent's presence serves.
    var duties: [Int]
    /// The least slots in a row on one stream.
    var leastRun: Int
    /// The place of the streams in ``StreamModel/pools``; -1 where there are none.
    var pool: Int
    /// Kinds that some agent works as this crew, rising.
    var kinds: [Int]
  }

  let model: SolverModel
  let slotCount: Int
  let streamCount: Int
  let lineCount: Int
  /// Heads wanted, at `slot * lineCount + line`.
  let need: [Int32]
  /// The price list of each cell, likewise.
  let table: [Int32]
  /// What a head costs by how many are there beyond the need, at `table * width + heads - need +
  /// middle`; lists are long enough that their ends hold for what lies beyond.
  let prices: [Int32]
  let width: Int
  let middle: Int
  /// Sets of streams that occur, as bits.
  let pools: [UInt32]
  let crews: [Crew]
  /// The crew of each agent on each pattern, at `agent * patternCount + pattern`; -1 for none.
  let crew: [Int32]
  /// The slots that shifts of each day can touch.
  let span: [Range<Int>]
  /// Whether agents may change streams from slot to slot, so that only their number counts.
  ///
  /// What a slot costs then follows from how many agents of each pool are there, by the best of all
  /// ways to share the streams among them.
  let isPooled: Bool

  init(_ model: SolverModel) {
    self.model = model
    let problem = model.problem
    slotCount = model.slotCount
    streamCount = model.streamCount
    lineCount = model.streamCount + problem.duties.count
    let perSlot = problem.interval.minutes

    // Price lists: the first is of cells that nobody counts.
    var lists: [CoverCost: Int32] = [:]
    var order = [CoverCost(short: 0, over: 0)]
    func list(_ cost: CoverCost) -> Int32 {
      if let index = lists[cost] { return index }
      lists[cost] = Int32(order.count)
      order.append(cost)
      return Int32(order.count - 1)
    }
    var need = Array(repeating: Int32(0), count: slotCount * lineCount)
    var table = need
    for slot in 0..<model.countedSlots {
      for (line, demand) in problem.demand.enumerated() {
        need[slot * lineCount + line] = Int32(demand.heads[slot])
        table[slot * lineCount + line] = list(demand.cost(at: slot))
      }
      for (index, duty) in problem.duties.enumerated() {
        need[slot * lineCount + streamCount + index] = Int32(duty.heads[slot])
        table[slot * lineCount + streamCount + index] = list(CoverCost(short: duty.cost, over: 0))
      }
    }
    self.need = need
    self.table = table
    let middle = order.reduce(1) { max($0, $1.shortPrices.count) }
    let width = middle + order.reduce(1) { max($0, $1.overPrices.count) }
    prices = order.flatMap { cost in
      (0..<width).map { Int32(cost.next(after: $0, need: middle)) }
    }
    self.middle = middle
    self.width = width

    var crews: [Crew] = []
    var pools: [UInt32] = []
    var crew: [Int32] = []
    var found: [Crew: Int32] = [:]
    var works: Set<[Int]> = []
    for agent in problem.agents {
      let duties = problem.duties.indices.filter {
        problem.duties[$0].members.contains(agent.number)
      }.map { $0 + model.streamCount }
      for (index, pattern) in problem.patterns.enumerated() {
        let streams = problem.demand.indices.filter {
          let stream = problem.demand[$0].stream
          return agent.streams.contains(stream) && pattern.streams?.contains(stream) ?? true
        }
        guard !streams.isEmpty || !duties.isEmpty else {
          crew.append(-1)
          continue
        }
        let run = streams.count > 1 ? ((pattern.leastRun?.count ?? 0) + perSlot - 1) / perSlot : 0
        let key = Crew(
          streams: streams, duties: duties, leastRun: max(1, run), pool: 0, kinds: [])
        let place = found[key] ?? Int32(crews.count)
        if found[key] == nil {
          found[key] = place
          crews.append(key)
          let mask = streams.reduce(UInt32(0)) { $0 | 1 << UInt32($1 % 32) }
          let pool = pools.firstIndex(of: mask) ?? pools.count
          if pool == pools.count, !streams.isEmpty { pools.append(mask) }
          crews[crews.count - 1].pool = streams.isEmpty ? -1 : pool
        }
        if works.insert([Int(place), index]).inserted {
          crews[Int(place)].kinds += model.kinds.indices.dropFirst().filter {
            model.patternOfKind[$0] == index
          }
        }
        crew.append(place)
      }
    }
    for index in crews.indices { crews[index].kinds.sort() }
    self.crews = crews
    self.pools = pools
    self.crew = crew
    isPooled = crews.allSatisfy { $0.leastRun == 1 } && streamCount <= 16 && pools.count <= 64

    let kinds = model.kinds
    span = (0..<model.dayCount).map { day in
      var first = Int.max
      var end = 0
      for kind in kinds.indices.dropFirst() {
        let slot = Int(model.startSlot[day * kinds.count + kind])
        first = min(first, slot)
        end = max(end, slot + kinds[kind].slots)
      }
      return min(first, end)..<end
    }
  }

  /// Whether heads on a cell cost anything.
  func isCounted(_ line: Int, _ slot: Int) -> Bool { table[slot * lineCount + line] > 0 }
}
