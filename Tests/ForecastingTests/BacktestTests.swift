import Forecasting
import Testing
import Vocabulary

@Suite("Backtests") struct BacktestTests {
  @Test("a wandering centre: better than spreadsheets, bands that hold", arguments: 1...3)
  func better(seed: UInt64) throws {
    var history = InventedHistory(days: 150, seed: seed)
    // Spreadsheets take a campaign for what is usual.
    for day in 118..<121 { history.factors[history.first + day] = 3 }
    let events = EventCalendar((118..<121).map { (history.first + $0, "campaign") })
    let test = try backtest(history: history.series, events: events, looks: 6)
    #expect(test.origins.count == 6 && test.origins[0] == history.first + 122)
    #expect(test.leads.map(\.days) == [1, 7, 28])
    let lead = test.leads[2]
    #expect(lead.scores[0].wape < lead.scores[1].wape)
    #expect(lead.scores[0].wape < lead.scores[2].wape)
    #expect(lead.scores[0].pinball < lead.scores[1].pinball)
    #expect((0.7...0.9).contains(lead.scores[0].coverage))
    #expect(test.latest.count == 28)
  }

  @Test("without chance nothing is missed but by smoothing") func exact() throws {
    let history = InventedHistory(days: 120, seed: nil)
    let test = try backtest(history: history.series, looks: 2)
    for lead in test.leads {
      #expect(lead.scores[0].wape < 0.01)
      #expect(lead.scores[1].wape < 1e-9)
    }
    for day in test.latest {
      #expect((day.expected[1] / day.seen - 1).magnitude < 1e-9)
    }
  }

  @Test("a short history has fewer looks, a shorter one none") func short() throws {
    #expect(try backtest(history: InventedHistory(days: 57).series).origins.count == 1)
    #expect(
      try backtest(history: InventedHistory(days: 40).series, reach: 7).leads.map(\.days) == [1, 7])
    #expect(throws: BacktestFault.historyTooShort(days: 30, wanted: 56)) {
      try backtest(history: InventedHistory(days: 30).series)
    }
  }
}
