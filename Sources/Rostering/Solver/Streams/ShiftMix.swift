/// How many shifts of each kind every day wants, with agents taken as mere heads.
///
/// Agents who can do the same on a day are one *group*. A linear program says how many of each
/// group work which kind, with which breaks and streams; all rules on rows are left out but the
/// minutes of the whole. Days that no shift joins are solved apart. The numbers are made whole day
/// after day, each day by branch and bound while the days after it stay as they come.
///
/// The prices of the program are a good start for a bound, and its numbers for a roster. Where
/// there is no linear solver, or the problem is large, there is none.
struct ShiftMix: Sendable {
  /// What one more head on a cell costs, at `line * slotCount + slot`.
  private(set) var prices: [Float]
  /// The group of each agent on each day, at `agent * dayCount + day`.
  let group: [Int]
  /// Shifts of each kind, at `group * kinds + kind`.
  private(set) var shifts: [Int]

  /// The most rows of one program.
  private static let mostRows = 3000

  init?(_ plan: StreamModel, threads: Int, stop: @escaping @Sendable () -> Bool) {
    let model = plan.model
    let groups = Group.all(in: plan)
    group = groups.ofAgent
    let blocks = ShiftMix.blocks(plan)
    let parts = Parallel.map(blocks.count, threads: threads) { index -> Part? in
      let days = blocks[index]
      let own = groups.all.indices.filter { days.contains(groups.all[$0].day) }
      guard
        let program = MixProgram(plan, days, own.map { groups.all[$0] }, most: ShiftMix.mostRows),
        program.solve(stop: stop)
      else { return nil }
      return Part(groups: own, prices: program.prices, counts: program.makeWhole(stop: stop))
    }
    prices = Array(repeating: 0, count: plan.lineCount * plan.slotCount)
    shifts = Array(repeating: 0, count: groups.all.count * model.kinds.count)
    for part in parts {
      guard let part else { return nil }
      for (cell, price) in part.prices { prices[cell] = price }
      for (place, kind, count) in part.counts {
        shifts[part.groups[place] * model.kinds.count + kind] += count
      }
    }
  }

  private struct Part: Sendable {
    var groups: [Int]
    var prices: [(cell: Int, price: Float)]
    var counts: [(group: Int, kind: Int, count: Int)]
  }

  /// Agents who can do the same on one day.
  struct Group: Sendable {
    var day: Int
    /// One of them, and how many they are.
    var agent: Int
    var count: Int

    static func all(in plan: StreamModel) -> (all: [Group], ofAgent: [Int]) {
      struct Key: Hashable {
        var day: Int
        var crews: ArraySlice<Int32>
        var kinds: ArraySlice<Int16>
      }
      let model = plan.model
      let patterns = model.patternCount
      var place: [Key: Int] = [:]
      var groups: [Group] = []
      var ofAgent = Array(repeating: 0, count: model.agentCount * model.dayCount)
      for day in 0..<model.dayCount {
        for agent in 0..<model.agentCount {
          let key = Key(
            day: day, crews: plan.crew[agent * patterns..<(agent + 1) * patterns],
            kinds: model.allowed(agent, day))
          let index = place[key] ?? groups.count
          if index == groups.count {
            place[key] = index
            groups.append(Group(day: day, agent: agent, count: 0))
          }
          groups[index].count += 1
          ofAgent[agent * model.dayCount + day] = index
        }
      }
      return (groups, ofAgent)
    }
  }

  /// Stretches of days that no shift and no limit on minutes joins.
  private static func blocks(_ plan: StreamModel) -> [Range<Int>] {
    let days = 0..<plan.model.dayCount
    guard !plan.model.rows.contains(where: \.boundsCycle) else { return days.isEmpty ? [] : [days] }
    var blocks: [Range<Int>] = []
    for day in days {
      if let last = blocks.last, plan.span[day - 1].overlaps(plan.span[day]) {
        blocks[blocks.count - 1] = last.lowerBound..<day + 1
      } else {
        blocks.append(day..<day + 1)
      }
    }
    return blocks
  }
}

/// The linear program of some days.
private final class MixProgram {
  private let plan: StreamModel
  private let model: SolverModel
  private let days: Range<Int>
  private let groups: [ShiftMix.Group]
  private let program: LinearProgram
  private let planner: ShiftPlanner
  /// The row of each cell at `slot * lineCount + line`; -1 for none.
  private var rowOfCell: [Int]
  private let firstGroupRow: Int
  private let minutesRow: Int?
  /// What a column of shifts stands for; columns before them count heads short and over.
  private var columns: [(group: Int, kind: Int)] = []
  private let firstColumn: Int
  private var known: Set<[Int]> = []

  init?(_ plan: StreamModel, _ days: Range<Int>, _ groups: [ShiftMix.Group], most: Int) {
    self.plan = plan
    model = plan.model
    self.days = days
    self.groups = groups
    planner = ShiftPlanner(plan)
    var limits: [(Double, Double)] = []
    rowOfCell = Array(repeating: -1, count: plan.slotCount * plan.lineCount)
    let slots = days.map { plan.span[$0] }
    let end = slots.reduce(0) { max($0, $1.upperBound) }
    for slot in (slots.map(\.lowerBound).min() ?? 0)..<end {
      for line in 0..<plan.lineCount where plan.isCounted(line, slot) {
        let cell = slot * plan.lineCount + line
        rowOfCell[cell] = limits.count
        limits.append((Double(plan.need[cell]), Double(plan.need[cell])))
      }
    }
    firstGroupRow = limits.count
    for group in groups {
      let mayRest = model.allowed(group.agent, group.day).first == 0
      limits.append((mayRest ? 0 : Double(group.count), Double(group.count)))
    }
    let rows = model.rows
    if rows.contains(where: \.boundsCycle) {
      minutesRow = limits.count
      var (least, largest) = (0.0, 0.0)
      for (agent, row) in rows.enumerated() {
        let unit = Double(model.profiles[model.profile[agent]].unit)
        least += unit * Double(row.cycleLeast)
        largest += row.cycleMost < Int.max ? unit * Double(row.cycleMost) : .infinity
      }
      limits.append((least, largest))
    } else {
      minutesRow = nil
    }
    guard limits.count <= most,
      let program = LinearProgram(rowLower: limits.map(\.0), rowUpper: limits.map(\.1))
    else { return nil }
    self.program = program
    // Heads short and over: a column for each step of the price list.
    var costs: [Double] = []
    var upper: [Double] = []
    var entries: [Int32] = []
    var values: [Double] = []
    for cell in rowOfCell.indices where rowOfCell[cell] >= 0 {
      let list = Int(plan.table[cell]) * plan.width + plan.middle
      let row = Int32(rowOfCell[cell])
      func step(_ price: Int32, _ count: Double, _ sign: Double) {
        costs.append(sign * Double(price))
        upper.append(count)
        entries.append(row)
        values.append(-sign)
      }
      for lack in 1...plan.middle {
        step(plan.prices[list - lack], lack < plan.middle ? 1 : .infinity, -1)
      }
      for surplus in 0..<plan.width - plan.middle {
        let isLast = surplus == plan.width - plan.middle - 1
        step(plan.prices[list + surplus], isLast ? .infinity : 1, 1)
      }
    }
    firstColumn = costs.count
    program.add(
      costs: costs, upper: upper, starts: (0...costs.count).map { Int32($0) }, rows: entries,
      values: values)
  }

  // MARK: Columns

  /// Solves the program, generating columns until none spares anything.
  func solve(stop: () -> Bool) -> Bool {
    generate(anyWorth: true)
    for _ in 0..<60 {
      guard !stop(), program.solve(.primal) else { return false }
      guard generate(anyWorth: false) else { return true }
    }
    return program.solve(.primal)
  }

  /// Adds the best shift of each group and kind at the prices now, where it spares; whether any.
  @discardableResult
  private func generate(anyWorth: Bool) -> Bool {
    let scale = 256.0
    let duals = anyWorth ? [] : program.duals
    func price(_ line: Int, _ slot: Int) -> Int32 {
      let row = rowOfCell[slot * plan.lineCount + line]
      return row < 0 || anyWorth ? 0 : Int32((-duals[row] * scale).rounded())
    }
    let firstDuty = plan.isPooled ? plan.pools.count : plan.streamCount
    var cheapest: [Int8] = []
    let width = model.kinds.count
    let costs = Block<Float>(width, of: 0)
    var starts: [Int32] = [0]
    var entries: [Int32] = []
    var values: [Double] = []
    for (place, group) in groups.enumerated() {
      let span = plan.span[group.day]
      let patterns = group.agent * model.patternCount
      var loaded = -1
      for kind in model.allowed(group.agent, group.day).map({ Int($0) }) where kind > 0 {
        let index = Int(plan.crew[patterns + model.patternOfKind[kind]])
        guard index >= 0 else { continue }
        let crew = plan.crews[index]
        if index != loaded {
          loaded = index
          if plan.isPooled {
            cheapest = span.map { slot in
              Int8(crew.streams.min { price($0, slot) < price($1, slot) } ?? 0)
            }
          }
          planner.load(crew, span) { column, slot in
            column >= firstDuty
              ? price(column - firstDuty + plan.streamCount, slot)
              : price(
                plan.isPooled ? Int(cheapest[slot - span.lowerBound]) : column, slot)
          }
          planner.price(crew, group.day, into: costs, at: 0)
        }
        let minutes = Double(model.kinds[kind].paid)
        if !anyWorth {
          let own = minutesRow.map { duals[$0] * minutes } ?? 0
          let reduced = Double(costs[kind]) / scale - own - duals[firstGroupRow + place]
          guard reduced < -0.01 else { continue }
        }
        let first = Int(model.startSlot[group.day * width + kind])
        planner.plan(crew, kind, at: first)
        var rows: [Int] = []
        for offset in 0..<model.kinds[kind].slots where planner.chosen[offset] >= 0 {
          let cells = (first + offset) * plan.lineCount
          if !crew.streams.isEmpty {
            let stream =
              plan.isPooled
              ? cheapest[first + offset - span.lowerBound] : planner.chosen[offset]
            rows.append(rowOfCell[cells + Int(stream)])
          }
          rows += crew.duties.map { rowOfCell[cells + $0] }
        }
        rows.removeAll { $0 < 0 }
        guard known.insert([place, kind] + rows).inserted else { continue }
        columns.append((place, kind))
        entries += rows.map { Int32($0) } + [Int32(firstGroupRow + place)]
        values += Array(repeating: 1, count: rows.count + 1)
        if let minutesRow {
          entries.append(Int32(minutesRow))
          values.append(minutes)
        }
        starts.append(Int32(entries.count))
      }
    }
    let count = starts.count - 1
    program.add(
      costs: Array(repeating: 0, count: count), upper: Array(repeating: .infinity, count: count),
      starts: starts, rows: entries, values: values)
    return count > 0
  }

  /// What one more head on each cell costs, at `line * slotCount + slot`.
  var prices: [(cell: Int, price: Float)] {
    let duals = program.duals
    return rowOfCell.indices.filter { rowOfCell[$0] >= 0 }.map { cell in
      let (slot, line) = cell.quotientAndRemainder(dividingBy: plan.lineCount)
      return (line * plan.slotCount + slot, Float(-duals[rowOfCell[cell]]))
    }
  }

  // MARK: Whole numbers

  private static let nothing = 1e-6
  /// The most nodes of a day's branch and bound, fewer where there are many columns.
  private var mostNodes: Int { max(30, min(400, 1_000_000 / max(1, columns.count))) }

  /// Shifts by group and kind, all of them whole; up to the first day for which none are found.
  func makeWhole(stop: () -> Bool) -> [(group: Int, kind: Int, count: Int)] {
    var whole: [(group: Int, kind: Int, count: Int)] = []
    for day in days {
      let own = columns.indices.filter { groups[columns[$0].group].day == day }
      var best: (cost: Double, values: [Double])?
      var nodes = 0
      branch(own, &best, &nodes, stop)
      guard let best else { break }
      for (column, value) in zip(own, best.values) {
        program.bound(firstColumn + column, value...value)
        guard value > 0 else { continue }
        whole.append((columns[column].group, columns[column].kind, Int(value)))
      }
    }
    return whole
  }

  /// Looks for the best whole values of `own` columns within their bounds, depth first.
  private func branch(
    _ own: [Int], _ best: inout (cost: Double, values: [Double])?, _ nodes: inout Int,
    _ stop: () -> Bool
  ) {
    guard nodes < mostNodes, !stop(), program.solve(.dual) else { return }
    nodes += 1
    // Costs are whole: what does not spare one is not better.
    let cost = program.objective
    if let best, cost > best.cost - 1 + MixProgram.nothing { return }
    let values = program.values
    var chosen = -1
    var farthest = MixProgram.nothing
    for column in own {
      let value = values[firstColumn + column]
      let distance = abs(value - value.rounded())
      if distance > farthest {
        farthest = distance
        chosen = column
      }
    }
    guard chosen >= 0 else {
      best = (cost, own.map { values[firstColumn + $0].rounded() })
      return
    }
    let range = program.range(firstColumn + chosen)
    let value = values[firstColumn + chosen]
    let up = value.rounded(.up)...max(value.rounded(.up), range.upperBound)
    let down = range.lowerBound...value.rounded(.down)
    let isUpFirst = value - value.rounded(.down) >= 0.5
    for side in isUpFirst ? [up, down] : [down, up] {
      program.bound(firstColumn + chosen, side)
      branch(own, &best, &nodes, stop)
    }
    program.bound(firstColumn + chosen, range)
  }
}
