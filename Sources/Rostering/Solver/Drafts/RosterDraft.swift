import Vocabulary

/// A given roster under change, row by row, all other rows being fixed.
///
/// A day whose kind stays keeps its activities as they were given, unless it is asked to rearrange
/// them. What no kind of the problem fits, and shifts of agents the problem does not know, are not
/// taken over.
struct RosterDraft {
  let model: SolverModel
  private(set) var state: SearchState
  private let rows: RowSolver
  private var costs: [Float]
  /// The given shift of each agent on each day, at `agent * dayCount + day`.
  private let shifts: [Shift?]
  /// Its kind; -1 where a shift fits none.
  let givenKinds: [Int16]
  /// The streams as they were given, at `agent * slotCount + slot`.
  private let givenStreams: [Int8]
  /// Days whose given activities break a rule, so that they are not kept.
  private let isStale: [Bool]
  private var isReplaced: [Bool]

  init(_ model: SolverModel, _ roster: Roster) {
    self.model = model
    rows = RowSolver(model)
    costs = Array(repeating: 0, count: model.dayCount * model.kinds.count)
    let problem = model.problem
    let cells = model.agentCount * model.dayCount
    var shifts = [Shift?](repeating: nil, count: cells)
    var kinds = Array(repeating: Int16(0), count: cells)
    var streams = Array(repeating: Int8(-1), count: model.agentCount * model.slotCount)
    var index: [AgentNumber: Int] = [:]
    for (place, agent) in problem.agents.enumerated() { index[agent.number] = place }
    for shift in roster.shifts {
      let day = problem.firstDay.distance(to: problem.zone.local(shift.start).day)
      guard let agent = index[shift.agent], (0..<model.dayCount).contains(day) else { continue }
      let cell = agent * model.dayCount + day
      shifts[cell] = shift
      kinds[cell] = model.kind(of: shift, on: day).map { Int16($0) } ?? -1
      guard kinds[cell] > 0 else { continue }
      for activity in shift.activities {
        guard let slots = model.slots(of: activity), case .work(let stream?) = activity.kind,
          let number = problem.demand.firstIndex(where: { $0.stream == stream })
        else { continue }
        for slot in slots { streams[agent * model.slotCount + slot] = Int8(number) }
      }
    }
    self.shifts = shifts
    givenKinds = kinds
    givenStreams = streams
    var isStale = Array(repeating: false, count: cells)
    for breach in problem.breaches(in: roster)
    where breach.rule == .pattern || breach.rule == .skill {
      guard let agent = index[breach.agent], let day = breach.day, problem.days.contains(day)
      else { continue }
      isStale[agent * model.dayCount + problem.firstDay.distance(to: day)] = true
    }
    self.isStale = isStale
    isReplaced = Array(repeating: false, count: model.agentCount)
    state = SearchState(model)
    for agent in 0..<model.agentCount { state.restore(agent, row: given(agent)) }
  }

  /// The row of `agent` as it was given, without what fits no kind.
  private func given(_ agent: Int) -> RowSnapshot {
    RowSnapshot(
      kinds: givenKinds[agent * model.dayCount..<(agent + 1) * model.dayCount].map { max(0, $0) },
      streams: Array(givenStreams[agent * model.slotCount..<(agent + 1) * model.slotCount]))
  }

  func kinds(of agent: Int) -> [Int16] { Array(state.row(of: agent)) }

  func givenKind(_ agent: Int, _ day: Int) -> Int16 { givenKinds[agent * model.dayCount + day] }

  // MARK: Rows

  /// The best row of `agent`, and what it adds to the cost of all others' rows.
  ///
  /// `adjust` may change prices, at `day * kinds.count + kind`; infinity forbids. Nil where the
  /// rules allow no row. The roster stays as it is, and so do the rows of those who work beside the
  /// agent, unless they are not held.
  mutating func bestRow(
    of agent: Int, holdingLearners: Bool = true, adjust: (inout [Float]) -> Void = { _ in }
  ) -> [Int16]? {
    let old = state.snapshot(agent)
    state.remove(agent)
    defer { state.restore(agent, row: old) }
    state.price(agent, into: &costs)
    adjust(&costs)
    model.pairs.bar(agent, in: model, costs: &costs) { state.kind($0, $1) }
    if holdingLearners {
      model.pairs.hold(agent, in: model, costs: &costs) { state.kind($0, $1) }
    }
    return rows.solve(agent, costs: costs) == nil ? nil : rows.row
  }

  /// Gives `agent` the row `kinds`; activities of a kept day stay, but those of `rearranged` days.
  mutating func replace(_ agent: Int, by kinds: [Int16], rearranging days: Range<Int> = 0..<0) {
    isReplaced[agent] = true
    let old = state.snapshot(agent)
    state.remove(agent)
    state.price(agent, into: &costs)
    state.place(agent, row: kinds)
    guard model.slotCount > 0 else { return }
    var new = state.snapshot(agent)
    var isChanged = false
    for day in 0..<model.dayCount where kinds[day] > 0 && !days.contains(day) {
      let cell = agent * model.dayCount + day
      guard !isStale[cell] else { continue }
      let slots = slots(kinds[day], on: day)
      let kept: ArraySlice<Int8>
      if kinds[day] == old.kinds[day] {
        kept = old.streams[slots]
      } else if kinds[day] == givenKinds[cell] {
        // Back to what was given: its activities come back with it.
        let first = agent * model.slotCount
        kept = givenStreams[first + slots.lowerBound..<first + slots.upperBound]
      } else {
        continue
      }
      if !new.streams[slots].elementsEqual(kept) {
        new.streams.replaceSubrange(slots, with: kept)
        isChanged = true
      }
    }
    guard isChanged else { return }
    state.remove(agent)
    state.restore(agent, row: new)
  }

  func snapshot(_ agent: Int) -> RowSnapshot { state.snapshot(agent) }

  mutating func restore(_ agent: Int, _ row: RowSnapshot) {
    state.remove(agent)
    state.restore(agent, row: row)
  }

  private func slots(_ kind: Int16, on day: Int) -> Range<Int> {
    let first = Int(model.startSlot[day * model.kinds.count + Int(kind)])
    return first..<first + model.kinds[Int(kind)].slots
  }

  /// Whether a day is as it was given, activities included.
  func isKept(_ agent: Int, _ day: Int) -> Bool {
    let cell = agent * model.dayCount + day
    let kind = state.row(of: agent)[cell]
    guard kind == givenKinds[cell], !isStale[cell] || !isReplaced[agent] else { return false }
    guard kind > 0, model.slotCount > 0 else { return true }
    let slots = slots(kind, on: day)
    let first = agent * model.slotCount
    return state.streams(of: agent, in: slots)
      .elementsEqual(givenStreams[first + slots.lowerBound..<first + slots.upperBound])
  }

  // MARK: Values

  /// What is other than it was given, day by day, each with its reason.
  func changes(of agent: Int, because reason: (Int) -> RosterChange.Reason) -> [RosterChange] {
    model.problem.days.enumerated().compactMap { day, date in
      let (before, after) = (givenShift(agent, day), shift(agent, day))
      guard before != after else { return nil }
      return RosterChange(
        agent: model.problem.agents[agent].number, day: date, before: before, after: after,
        reason: reason(day))
    }
  }

  func givenShift(_ agent: Int, _ day: Int) -> Shift? { shifts[agent * model.dayCount + day] }

  /// The shift of `agent` on the day at `day`, as given where it is kept.
  func shift(_ agent: Int, _ day: Int) -> Shift? {
    let kind = state.kind(agent, day)
    guard kind > 0 else { return nil }
    return isKept(agent, day) ? givenShift(agent, day) : state.shift(agent, day, kind)
  }

  func roster() -> Roster {
    Roster(
      shifts: (0..<model.agentCount).flatMap { agent in
        (0..<model.dayCount).compactMap { shift(agent, $0) }
      })
  }
}

extension SolverModel {
  /// The kind that `shift` is on the day at `day`, by pattern, start and length.
  func kind(of shift: Shift, on day: Int) -> Int? {
    kinds.indices.dropFirst().first { index in
      let kind = kinds[index]
      return problem.patterns[kind.pattern].code == shift.pattern
        && Int64(kind.length.count * 60) == shift.end - shift.start
        && problem.instant(on: problem.firstDay + day, at: kind.start) == shift.start
    }
  }

  /// The slots that lie wholly inside `activity`; nil where it lies outside the grid.
  func slots(of activity: Activity) -> Range<Int>? {
    let step = problem.interval.seconds
    let from = activity.start - problem.start
    let to = activity.end - problem.start
    guard slotCount > 0, from >= 0 else { return nil }
    let first = Int((from + step - 1) / step)
    let end = Int(to / step)
    return first < end && end <= slotCount ? first..<end : nil
  }
}
