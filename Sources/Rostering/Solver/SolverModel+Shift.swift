import Vocabulary

extension SolverModel {
  /// The shift of `agent` on the day at `day`, where its kind is `index`.
  ///
  /// `work` tells what is done in a slot counted from the shift's start, nil in a break; breaks
  /// come in the order of the pattern.
  func shift(_ agent: Int, _ day: Int, _ index: Int, work: (Int) -> Activity.Kind?) -> Shift {
    shift(agent, day, index) { start, _, pauses in
      activities(of: kinds[index], from: start, pauses: pauses, work: work)
    }
  }

  /// The same where the work serves nothing that is asked for: each break lies at its earliest.
  func idleShift(_ agent: Int, _ day: Int, _ index: Int) -> Shift {
    shift(agent, day, index) { SolverModel.activities(from: $0, to: $1, pauses: $2) }
  }

  private func shift(
    _ agent: Int, _ day: Int, _ index: Int,
    _ activities: (Instant, Instant, [ShiftPattern.Break]) -> [Activity]
  ) -> Shift {
    let kind = kinds[index]
    let pattern = problem.patterns[kind.pattern]
    let start = problem.instant(on: problem.firstDay + day, at: kind.start)
    let end = start + Int64(kind.length.count * 60)
    return Shift(
      agent: problem.agents[agent].number, pattern: pattern.code, start: start, end: end,
      activities: activities(start, end, pattern.breaks(inShiftOf: kind.length)))
  }

  private func activities(
    of kind: Kind, from start: Instant, pauses: [ShiftPattern.Break],
    work: (Int) -> Activity.Kind?
  ) -> [Activity] {
    var activities: [Activity] = []
    var pause = 0
    var slot = 0
    while slot < kind.slots {
      let from = start + Int64(slot) * problem.interval.seconds
      var length = 1
      let activity: Activity.Kind
      if let work = work(slot) {
        activity = work
      } else {
        length = kind.breaks[pause].slots
        activity = pauses[pause].isPaid ? .paidBreak : .unpaidBreak
        pause += 1
      }
      let to = from + Int64(length) * problem.interval.seconds
      if activities.last?.kind == activity, case .work = activity {
        activities[activities.count - 1].end = to
      } else {
        activities.append(Activity(kind: activity, start: from, end: to))
      }
      slot += length
    }
    return activities
  }

  /// Work on one stream or on none, with each break at its earliest.
  static func activities(
    from start: Instant, to end: Instant, pauses: [ShiftPattern.Break], on stream: Stream? = nil
  ) -> [Activity] {
    var activities: [Activity] = []
    var at = start
    for pause in pauses {
      let from = start + Int64(pause.window.lowerBound.count * 60)
      let to = from + Int64(pause.length.count * 60)
      if from > at { activities.append(Activity(kind: .work(stream), start: at, end: from)) }
      activities.append(
        Activity(kind: pause.isPaid ? .paidBreak : .unpaidBreak, start: from, end: to))
      at = to
    }
    if end > at { activities.append(Activity(kind: .work(stream), start: at, end: end)) }
    return activities
  }
}
