public import Vocabulary

/// What a head too few and a head too many cost.
public struct CoverCost: Hashable, Sendable {
  /// Cost of each head that is missing.
  public var short: Int
  /// Cost of each head too many.
  public var over: Int

  public init(short: Int, over: Int) {
    self.short = short
    self.over = over
  }

  /// What `heads` cost where `need` are wanted.
  public func cost(of heads: Int, need: Int) -> Int {
    heads < need ? (need - heads) * short : (heads - need) * over
  }
}

/// Heads wanted on one stream, interval by interval.
public struct StreamDemand: Hashable, Sendable {
  public var stream: Stream
  /// One number per interval of the roster's grid, from the start of its first day.
  public var heads: [Int]
  /// What each head short or over costs in an interval.
  public var cost: CoverCost

  public init(stream: Stream, heads: [Int], cost: CoverCost) {
    self.stream = stream
    self.heads = heads
    self.cost = cost
  }
}

/// Heads wanted on one pattern of one day.
public struct ShiftDemand: Hashable, Sendable {
  public var day: Day
  public var pattern: String
  public var heads: Int
  public var cost: CoverCost

  public init(day: Day, pattern: String, heads: Int, cost: CoverCost) {
    self.day = day
    self.pattern = pattern
    self.heads = heads
    self.cost = cost
  }
}

/// How alike burdens are to be kept.
public struct Fairness: Hashable, Sendable {
  /// Cost of each burden point of an agent above the team's mean, the mean rounded up.
  public var weight: Int
  /// Points of a shift on a Saturday or a Sunday, on top of its pattern's.
  public var weekendPoints: Int

  public init(weight: Int = 0, weekendPoints: Int = 0) {
    self.weight = weight
    self.weekendPoints = weekendPoints
  }
}
