import Vocabulary

extension Rule {
  /// Enough minutes lie between the end of a shift and the start of the next.
  static let rest = Rule(.rest, .hours, limit: .minutes(\.rest, key: "rest"), isLeast: true) {
    row in
    guard let least = row.limits.rest else { return [] }
    return zip(row.worked, row.worked.dropFirst()).compactMap { before, after in
      let rest = Minutes(Int((after.start - before.end) / 60))
      guard after.shift != nil, rest < least, before.day != after.day else { return nil }
      return row.breach(.rest, day: after.day, found: rest.count, limit: least.count)
    }
  }
}
