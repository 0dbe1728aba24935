import Vocabulary

extension RosterProblem {
  /// About how many bytes a search takes in `chains` chains, from sizes alone; a low guess.
  ///
  /// What grows fastest are prices of every agent's every day by kind of shift, and, where demand is
  /// by intervals, what every agent does in each of them.
  func bytes(chains: Int) -> Int {
    let kinds = patterns.reduce(1) { $0 + $1.possibleStarts.count * $1.lengths.count }
    let cells = agents.count.multipliedReportingOverflow(by: dayCount * kinds)
    let usesSlots = !demand.isEmpty || !duties.isEmpty
    let slots = usesSlots ? intervalCount + 2 * interval.perDay : 0
    // A price, a kind and a flag for each cell; two copies of the work, and heads, in each chain.
    let lines = demand.count + duties.count
    let work = (2 * agents.count + 24 * lines) * slots * (chains + 1)
    return cells.overflow ? Int.max : 7 * cells.partialValue + work
  }
}
