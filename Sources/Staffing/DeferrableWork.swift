/// Work that need not be done at once: mail, tickets, call-backs, each with a deadline.
///
/// What arrives in an interval is due so many intervals later, counted by the clock, its own
/// included; it is worked in open intervals alone.
public struct DeferrableWork: Hashable, Sendable {
  /// Work arriving in each interval, in hours or any other unit.
  public let arriving: [Double]
  /// Whether each interval is worked in.
  public let isOpen: [Bool]
  /// How many intervals an arrival may take to be done, its own included; at least one.
  public let due: Int

  public init(arriving: [Double], isOpen: [Bool], due: Int) {
    precondition(arriving.count == isOpen.count, "each interval is open or not")
    precondition(due >= 1, "work may at least be done in the interval in which it arrives")
    self.arriving = arriving
    self.isOpen = isOpen
    self.due = due
  }

  /// The least constant capacity per open interval that meets every deadline inside the intervals.
  ///
  /// The largest, over all windows, of the work that both arrives and is due in it over the open
  /// intervals that it has; earliest deadline first does it. Infinite where a deadline passes
  /// without an open interval. Work due after the last interval does not count.
  ///
  /// - Complexity: the square of the number of intervals.
  public var leastConstantCapacity: Double {
    var most = 0.0
    for start in arriving.indices {
      var work = 0.0
      var open = 0
      for end in start..<arriving.count {
        open += isOpen[end] ? 1 : 0
        let arrival = end - due + 1
        if arrival >= start { work += arriving[arrival] }
        if work > 0 { most = max(most, open > 0 ? work / Double(open) : .infinity) }
      }
    }
    return most
  }

  /// The work to do in each interval where every arrival is spread evenly over the open intervals
  /// up to its deadline.
  ///
  /// Work whose deadline passes without an open interval goes to the first open one after it.
  public var spread: [Double] {
    var work = Array(repeating: 0.0, count: arriving.count)
    for (start, amount) in arriving.enumerated() where amount > 0 {
      let open = (start..<min(arriving.count, start + due)).filter { isOpen[$0] }
      if open.isEmpty {
        if let next = (start..<arriving.count).first(where: { isOpen[$0] }) { work[next] += amount }
      }
      for interval in open { work[interval] += amount / Double(open.count) }
    }
    return work
  }
}
