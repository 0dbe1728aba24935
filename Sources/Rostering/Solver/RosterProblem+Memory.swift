import Vocabulary

extension RosterProblem {
  /// About how many bytes the solver needs; rather too many than too few.
  ///
  /// What grows with the problem: prices and permits of every kind of shift on every day of every
  /// agent, kept by the model and by each of two chains; what each agent does in every interval, in
  /// two rosters of each chain.
  public var memoryNeeded: Int {
    let kinds = patterns.reduce(1) { $0 + $1.possibleStarts.count * $1.lengths.count }
    let cells = agents.count * dayCount
    let slots = demand.isEmpty && duties.isEmpty ? 0 : dayCount * interval.perDay
    let (byKind, isTooMuch) = cells.multipliedReportingOverflow(by: kinds * 24)
    let (bySlot, isStillTooMuch) = agents.count.multipliedReportingOverflow(by: slots * 8)
    return isTooMuch || isStillTooMuch ? Int.max : 50_000_000 + byKind + bySlot
  }
}
