public import Vocabulary

/// Whether an interval is staffed with what it inherits from the one before.
public enum OverTime: String, CaseIterable, Hashable, Sendable {
  /// Where handle times are long against the interval.
  case auto
  case always
  /// Each interval for itself, as if its load had always been there.
  case never

  /// Whether it is for contacts of `standard`.
  public func holds(_ standard: ServiceStandard, _ interval: Interval) -> Bool {
    switch self {
    case .auto: standard.carriesOver(interval)
    case .always: true
    case .never: false
    }
  }
}

extension ServiceStandard {
  /// The requirement of each of `volumes`, whose intervals are at these `places` on one grid.
  ///
  /// Places rise; where one is left out the stream is closed, and what follows begins anew.
  public func requirements(
    for volumes: [Double], at places: [Int], in interval: Interval, over time: OverTime = .auto
  ) -> [Requirement] {
    precondition(volumes.count == places.count, "each volume has a place")
    guard time.holds(self, interval) else { return requirements(for: volumes, in: interval) }
    var result: [Requirement] = []
    var start = 0
    for end in volumes.indices.map({ $0 + 1 })
    where end == volumes.count || places[end] != places[end - 1] + 1 {
      result += requirementsOverTime(for: Array(volumes[start..<end]), in: interval)
      start = end
    }
    return result
  }
}
