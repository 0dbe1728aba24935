import MusterWords
import Rostering
import Vocabulary

extension RosterFrame {
  /// The demand of each stream, and the line on which the stream is named first.
  func demand(
    _ reader: TableReader
  ) throws(FileRefusal) -> (demand: [StreamDemand], lines: [Stream: Int]) {
    var table = TableRows(reader)
    let count = problem.intervalCount
    var heads: [Stream: [Int?]] = [:]
    var lines: [Stream: Int] = [:]
    var ownCosts: [Stream: [Int: CoverCost]] = [:]
    for row in try table.rows() {
      guard let at = table.instant(row, "timestamp", problem.zone),
        let name = table.text(row, "stream"),
        let number = table.number(row, "heads", in: 0...RosterFrame.mostHeads)
      else { continue }
      guard let stream = Stream(name) else {
        table.note(row, "stream", .stream)
        continue
      }
      if lines[stream] == nil { lines[stream] = row.line }
      let seconds = at - problem.start
      guard seconds >= 0, seconds < problem.end - problem.start,
        seconds % problem.interval.seconds == 0
      else {
        table.note(
          row, "timestamp",
          .intervalStart(problem.interval, problem.firstDay, problem.days.upperBound - 1))
        continue
      }
      let index = Int(seconds / problem.interval.seconds)
      guard heads[stream]?[index] == nil else {
        table.note(row, "timestamp", .eachIntervalOnce)
        continue
      }
      heads[stream, default: Array(repeating: nil, count: count)][index] = number
      if let cost = ownCost(row, &table, orElse: costs[stream] ?? cost) {
        ownCosts[stream, default: [:]][index] = cost
      }
    }
    if heads.count > RosterFrame.mostStreams {
      table.noteTable(
        found: "\(heads.count)", .fewerStreams(RosterFrame.mostStreams), hint: .fewerStreamsHint)
    }
    try table.finish()
    let demand = heads.keys.sorted().map { stream in
      StreamDemand(
        stream: stream, heads: (heads[stream] ?? []).map { $0 ?? 0 },
        cost: costs[stream] ?? cost, ownCosts: ownCosts[stream] ?? [:])
    }
    return (demand, lines)
  }

  /// The costs that a row gives its interval in `short` and `over`; nil where it gives none.
  private func ownCost(
    _ row: TableRow, _ table: inout TableRows, orElse other: CoverCost
  ) -> CoverCost? {
    func prices(_ column: String, orElse other: [Int]) -> [Int] {
      let words = table.list(row, column)
      guard !words.isEmpty else { return other }
      let prices = words.compactMap { Int($0) }
      guard prices.count == words.count, CoverCost.isPriceList(prices, upTo: RosterFrame.mostPrice)
      else {
        table.note(row, column, .priceList(upTo: RosterFrame.mostPrice))
        return other
      }
      return prices
    }
    let short = prices("short", orElse: other.shortPrices)
    let over = prices("over", orElse: other.overPrices)
    let cost = CoverCost(shortPrices: short, overPrices: over)
    return cost == other ? nil : cost
  }
}

extension CoverCost {
  /// The cost that `node` gives in `short` and `over`, a price or a list of them each.
  init(_ node: PolicyNode?, orElse other: CoverCost) {
    node?.allow(keys: "short", "over", "streams")
    self =
      CoverCost(
        shortPrices: node?["short"]?.prices() ?? other.shortPrices,
        overPrices: node?["over"]?.prices() ?? other.overPrices) ?? other
  }

  fileprivate static func isPriceList(_ prices: [Int], upTo most: Int) -> Bool {
    isPriceList(prices) && prices.allSatisfy { $0 <= most }
  }
}

extension PolicyNode {
  /// One price, or a list in which none is below the one before.
  fileprivate func prices() -> [Int]? {
    let range = 0...RosterFrame.mostPrice
    guard isList else { return wholeNumber(in: range).map { [$0] } }
    let prices = items.compactMap { $0.wholeNumber(in: range) }
    guard prices.count == items.count else { return nil }
    guard CoverCost.isPriceList(prices) else {
      report(
        found: prices.map(String.init).joined(separator: ", "),
        wanted: .priceList(upTo: RosterFrame.mostPrice))
      return nil
    }
    return prices
  }
}
