import Vocabulary

extension Rule {
  /// A shift lies in the roster's days and is one that its pattern allows: start, length, breaks.
  ///
  /// Found and limit are minutes: a start since midnight, a length, or the minutes of breaks.
  static let pattern = Rule(.pattern, .minutes) { row in
    row.planned.compactMap { worked in
      guard let shift = worked.shift else { return nil }
      guard row.problem.days.contains(worked.day),
        let pattern = row.problem.pattern(coded: shift.pattern),
        row.agent.patterns?.contains(shift.pattern) ?? true
      else {
        return row.breach(.pattern, day: worked.day, subject: shift.pattern, found: 1, limit: 0)
      }
      let day = worked.day
      let starts = pattern.possibleStarts
      let start = Minutes(row.problem.zone.local(shift.start).minute)
      guard starts.contains(where: { row.problem.instant(on: day, at: $0) == shift.start }) else {
        let nearest = start < pattern.starts.lowerBound ? starts.first : starts.last
        return row.breach(
          .pattern, day: day, subject: shift.pattern, found: start.count,
          limit: nearest?.count ?? 0)
      }
      let length = Minutes(Int((shift.end - shift.start) / 60))
      guard pattern.lengths.contains(length) else {
        let nearest = pattern.lengths.last { $0 <= length } ?? pattern.lengths.first
        return row.breach(
          .pattern, day: day, subject: shift.pattern, found: length.count,
          limit: nearest?.count ?? 0)
      }
      let wanted = pattern.breaks(inShiftOf: length)
      guard !shift.takes(wanted) else { return nil }
      let found = shift.pauses.reduce(0) { $0 + $1.length.count }
      let limit = wanted.reduce(0) { $0 + $1.length.count }
      return row.breach(.pattern, day: day, subject: shift.pattern, found: found, limit: limit)
    }
  }
}

extension Shift {
  /// Breaks taken, with the minutes from the shift's start as a window of one moment.
  fileprivate var pauses: [ShiftPattern.Break] {
    activities.compactMap { activity in
      guard activity.kind == .paidBreak || activity.kind == .unpaidBreak else { return nil }
      let from = Minutes(Int((activity.start - start) / 60))
      let length = Minutes(Int((activity.end - activity.start) / 60))
      return ShiftPattern.Break(
        length: length, isPaid: activity.kind == .paidBreak, window: from...from)
    }
  }

  /// Whether the activities fill the shift and its breaks are the `wanted` ones.
  fileprivate func takes(_ wanted: [ShiftPattern.Break]) -> Bool {
    guard activities.first?.start == start, activities.last?.end == end,
      zip(activities, activities.dropFirst()).allSatisfy({ $0.end == $1.start }),
      activities.allSatisfy({ $0.start < $0.end })
    else { return false }
    let taken = pauses
    return taken.count == wanted.count
      && zip(taken, wanted).allSatisfy {
        $0.length == $1.length && $0.isPaid == $1.isPaid
          && $1.window.contains($0.window.lowerBound)
      }
  }
}
