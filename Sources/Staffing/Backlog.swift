/// Work that can wait, done in order of deadlines by the capacity that is there: what will be left,
/// how old it will be and how much will come too late.
///
/// Work of several kinds shares the capacity; the earliest deadline goes first, of equal ones the
/// first kind. What is late is still done, before all else. Nothing is there at the beginning: put
/// what is left from before into the first interval.
public struct Backlog: Hashable, Sendable {
  /// One kind of work.
  public struct Work: Hashable, Sendable {
    /// In hours, at the beginning of each interval.
    public let arriving: [Double]
    /// How many intervals it may take to be done, its own included; at least one.
    public let due: Int

    public init(arriving: [Double], due: Int) {
      precondition(due >= 1, "work may at least be done in the interval in which it arrives")
      precondition(arriving.allSatisfy { $0 >= 0 }, "work is not negative")
      self.arriving = arriving
      self.due = due
    }
  }

  /// One kind of work in one interval.
  public struct Moment: Hashable, Sendable {
    /// Hours done in the interval.
    public internal(set) var done = 0.0
    /// Hours left at its end.
    public internal(set) var left = 0.0
    /// Intervals that the oldest of what is left has been there, its own included; 0 where none is.
    public internal(set) var oldest = 0
    /// Of the hours that arrive in the interval, those not done when they are due.
    ///
    /// Nil where they are due after the last interval.
    public internal(set) var late: Double?
  }

  /// By kind of work, then by interval.
  public let moments: [[Moment]]

  /// What becomes of `works` where each interval has so many hours of `capacity`, 0 where closed.
  public init(_ works: [Work], capacity: [Double]) {
    let count = capacity.count
    precondition(works.allSatisfy { $0.arriving.count == count }, "work in each interval")
    var rest = works.map(\.arriving)
    var first = works.map { _ in 0 }
    var left = works.map { _ in 0.0 }
    var moments = works.map { _ in Array(repeating: Moment(), count: count) }
    for now in 0..<count {
      for work in works.indices { left[work] += works[work].arriving[now] }
      var hours = capacity[now]
      while true {
        // The oldest that is left of each kind has its earliest deadline.
        var next: Int?
        for work in works.indices {
          while first[work] <= now, rest[work][first[work]] <= 0 { first[work] += 1 }
          guard first[work] <= now else { continue }
          let deadline = first[work] + works[work].due
          if let known = next, first[known] + works[known].due <= deadline { continue }
          next = work
        }
        guard let work = next, hours > 0 else { break }
        let done = min(hours, rest[work][first[work]])
        rest[work][first[work]] -= done
        hours -= done
        left[work] = max(0, left[work] - done)
        moments[work][now].done += done
      }
      for work in works.indices {
        let isLeft = first[work] <= now
        moments[work][now].left = isLeft ? left[work] : 0
        moments[work][now].oldest = isLeft ? now - first[work] + 1 : 0
        let arrival = now - works[work].due + 1
        if arrival >= 0 { moments[work][arrival].late = rest[work][arrival] }
      }
    }
    self.moments = moments
  }

  /// The share of a kind's work that will miss its deadline, of what is due within the intervals.
  public func lateShare(of work: Int, _ works: [Work]) -> Double {
    var due = 0.0
    var late = 0.0
    for (moment, arriving) in zip(moments[work], works[work].arriving) {
      guard let missed = moment.late else { continue }
      due += arriving
      late += missed
    }
    return due > 0 ? late / due : 0
  }
}
