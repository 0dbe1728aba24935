extension Rule {
  /// At most one shift starts on a day.
  static let oneShiftADay = Rule(.oneShiftADay) { row in
    let planned = row.planned
    return planned.indices.compactMap { index in
      let day = planned[index].day
      guard index == 0 || planned[index - 1].day != day else { return nil }
      let count = planned.lazy.filter { $0.day == day }.count
      return count > 1 ? row.breach(.oneShiftADay, day: day, found: count, limit: 1) : nil
    }
  }
}
