import Vocabulary

extension RosterProblem {
  /// About how many bytes a search takes in `chains` chains, from sizes alone; a low guess.
  ///
  /// What grows fastest are prices of every agent's every day by kind of shift, and, where demand is
  /// by intervals, what every agent does in each of them.
  func bytes(chains: Int) -> Int {
    let kinds = patterns.reduce(1) { $0 + $1.possibleStarts.count * $1.lengths.count }
    let cells = Double(agents.count) * Double(dayCount) * Double(kinds)
    let usesSlots = !demand.isEmpty || !duties.isEmpty
    let slots = usesSlots ? Double(dayCount + 2) * Double(interval.perDay) : 0
    // A price, a kind and a flag for each cell; two copies of the work, and heads, in each chain.
    let lines = demand.count + duties.count
    let work = Double(2 * agents.count + 24 * lines) * slots * Double(chains + 1)
    return Int(exactly: (7 * cells + work).rounded()) ?? Int.max
  }
}
