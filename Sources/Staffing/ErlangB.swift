/// A group of lines without a queue: a contact that finds all of them busy is turned away.
///
/// Source: A. K. Erlang, "Solution of Some Problems in the Theory of Probabilities of Significance
/// in Automatic Telephone Exchanges" (1917).
public struct ErlangB: Hashable, Sendable {
  /// In erlangs.
  public let load: Double
  public let lines: Int
  /// The share of contacts that are turned away, in `0...1`.
  public let blocking: Double

  /// - Complexity: O(`lines`).
  public init(load: Double, lines: Int) {
    precondition(load >= 0 && load.isFinite, "a load is not negative")
    precondition(lines >= 0, "lines are not negative")
    self.load = load
    self.lines = lines
    var blocking = 1.0
    for line in 0..<lines { blocking = ErlangB.next(blocking, load: load, line: line + 1) }
    self.blocking = blocking
  }

  /// The load that is carried, in erlangs.
  public var carried: Double { load * (1 - blocking) }

  /// The least number of lines that turn away a share of at most `blocking`, which must be positive.
  public static func leastLines(for load: Double, blocking goal: Double) -> Int {
    precondition(goal > 0, "a share to turn away is positive")
    var lines = 0
    var blocking = 1.0
    while blocking > goal {
      lines += 1
      blocking = next(blocking, load: load, line: lines)
    }
    return lines
  }

  /// The group where a share `redial` of those turned away call again at once.
  ///
  /// Its ``load`` is the load with the repeated calls, the fixed point of
  /// load = first load + redial x turned away.
  public static func withRedials(load first: Double, lines: Int, redial: Double) -> ErlangB {
    precondition((0..<1).contains(redial), "a share that calls again is in 0..<1")
    // The load with repeated calls less what it should be rises with the load: bisect.
    var low = first
    var high = first / (1 - redial)
    for _ in 0..<200 where high - low > high * 1e-15 {
      let middle = (low + high) / 2
      let group = ErlangB(load: middle, lines: lines)
      if first + redial * middle * group.blocking > middle { low = middle } else { high = middle }
    }
    return ErlangB(load: (low + high) / 2, lines: lines)
  }

  /// The blocking of `line` lines from that of one less.
  static func next(_ blocking: Double, load: Double, line: Int) -> Double {
    let lost = load * blocking
    return lost / (Double(line) + lost)
  }
}
