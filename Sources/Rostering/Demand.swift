public import Vocabulary

/// What heads too few and heads too many cost: any convex table.
///
/// Each head missing costs at least as much as the one before it, and so does each head too many;
/// the last price of a list holds for all heads beyond it.
public struct CoverCost: Hashable, Sendable {
  /// The price of the first head missing, of the second, and so on; never empty.
  public let shortPrices: [Int]
  /// The price of the first head too many, of the second, and so on; never empty.
  public let overPrices: [Int]

  /// One price for every head missing and one for every head too many; neither is negative.
  public init(short: Int, over: Int) {
    precondition(short >= 0 && over >= 0, "a price is not negative")
    shortPrices = [short]
    overPrices = [over]
  }

  /// A table, or nil where a list is empty, falls, or has a negative price.
  public init?(shortPrices: [Int], overPrices: [Int]) {
    guard CoverCost.isPriceList(shortPrices), CoverCost.isPriceList(overPrices) else { return nil }
    self.shortPrices = CoverCost.shortest(shortPrices)
    self.overPrices = CoverCost.shortest(overPrices)
  }

  /// Whether `prices` may stand in a table: at least one, none negative, none below the one before.
  public static func isPriceList(_ prices: [Int]) -> Bool {
    (prices.first ?? -1) >= 0 && zip(prices, prices.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// The price of the first head missing.
  public var short: Int { shortPrices[0] }

  /// The price of the first head too many.
  public var over: Int { overPrices[0] }

  /// Whether every head missing has one price and every head too many has one.
  public var isLinear: Bool { shortPrices.count == 1 && overPrices.count == 1 }

  /// What `heads` cost where `need` are wanted.
  public func cost(of heads: Int, need: Int) -> Int {
    heads < need
      ? CoverCost.sum(of: need - heads, at: shortPrices)
      : CoverCost.sum(of: heads - need, at: overPrices)
  }

  /// What one head more costs where `heads` are there and `need` are wanted; below 0 where it
  /// spares.
  public func next(after heads: Int, need: Int) -> Int {
    heads < need
      ? -shortPrices[min(need - heads, shortPrices.count) - 1]
      : overPrices[min(heads - need, overPrices.count - 1)]
  }

  private static func sum(of count: Int, at prices: [Int]) -> Int {
    let listed = prices.prefix(count).reduce(0, +)
    return listed + max(0, count - prices.count) * prices[prices.count - 1]
  }

  /// The same prices without repeats at the end, so that equal tables are equal.
  private static func shortest(_ prices: [Int]) -> [Int] {
    var prices = prices
    while prices.count > 1, prices[prices.count - 2] == prices[prices.count - 1] {
      prices.removeLast()
    }
    return prices
  }
}

/// Heads wanted on one stream, interval by interval.
public struct StreamDemand: Hashable, Sendable {
  public var stream: Stream
  /// One number per interval of the roster's grid, from the start of its first day.
  public var heads: [Int]
  /// What heads short or over cost in an interval.
  public var cost: CoverCost
  /// The costs of intervals that have their own, by index.
  public var ownCosts: [Int: CoverCost]

  public init(
    stream: Stream, heads: [Int], cost: CoverCost, ownCosts: [Int: CoverCost] = [:]
  ) {
    self.stream = stream
    self.heads = heads
    self.cost = cost
    self.ownCosts = ownCosts
  }

  /// What heads short or over cost in the interval at `index`.
  public func cost(at index: Int) -> CoverCost { ownCosts[index] ?? cost }
}

/// Heads of a group of agents who are to be on duty, interval by interval.
///
/// An agent is on duty in the intervals that lie wholly inside work, on whatever stream; a break is
/// not duty. More heads than asked cost nothing.
public struct DutyDemand: Hashable, Sendable {
  /// A short code, such as `supervisor`.
  public var code: String
  /// The agents who count; sorted, without repeats.
  public var members: [AgentNumber]
  /// The least heads of each interval of the roster's grid, from the start of its first day.
  public var heads: [Int]
  /// Cost of each head missing in an interval.
  public var cost: Int

  public init(code: String, members: [AgentNumber], heads: [Int], cost: Int) {
    self.code = code
    self.members = Set(members).sorted()
    self.heads = heads
    self.cost = cost
  }
}

/// Heads wanted on one pattern of one day.
public struct PatternDemand: Hashable, Sendable {
  public var day: Day
  public var pattern: String
  public var heads: Int
  /// Linear: one price for each head missing and one for each head too many.
  public let cost: CoverCost

  public init(day: Day, pattern: String, heads: Int, cost: CoverCost) {
    precondition(cost.isLinear, "demand by patterns has one price for every head")
    self.day = day
    self.pattern = pattern
    self.heads = heads
    self.cost = cost
  }
}
