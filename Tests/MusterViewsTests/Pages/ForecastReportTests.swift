import Forecasting
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Testing
import Vocabulary

@Suite("Reports of forecasts") struct ForecastReportTests {
  private static let first = Day(ordinal: 20_759)  // 2026-11-02, a Monday.

  private func time(_ day: Int, _ hour: Int) throws -> LocalTime {
    try #require(LocalTime(day: ForecastReportTests.first + day, second: hour * 3600))
  }

  /// Two days of history and two ahead, open from 9 to 12; 12 contacts an hour.
  private func report() throws -> ForecastReport {
    var intervals: [ForecastReport.Interval] = []
    for day in -2..<2 {
      for hour in 0..<24 {
        let time = try time(day, hour)
        guard (9..<12).contains(hour) else {
          intervals.append(.init(time: time))
          continue
        }
        intervals.append(
          day < 0
            ? .init(time: time, seen: 12) : .init(time: time, mean: 12.5, low: 8, high: 17))
      }
    }
    let first = ForecastReportTests.first
    let load = ForecastReport.Volume(
      name: "app/presale",
      past: [.init(day: first - 2, contacts: 36), .init(day: first - 1, contacts: 36)],
      intervals: intervals,
      parts: (0..<2).map {
        DayParts(
          day: first + $0, level: 30, weekday: 1.25, month: 1, season: 1, reopening: 1,
          events: [], soFar: 1)
      })
    return ForecastReport(
      days: first...(first + 1), zoneName: "Asia/Shanghai", made: Instant(seconds: 1_793_577_600),
      volumes: [load],
      scenarios: [
        .init(
          name: "<base>", assumptions: [], contacts: [37.5, 37.5], workHours: 6, paidHours: nil),
        .init(
          name: "bot", assumptions: ["a bot"], contacts: [30, 30], workHours: 5, paidHours: 4),
      ])
  }

  @Test("days ahead are the sums of their intervals") func sums() throws {
    let ahead = try report().volumes[0].ahead
    #expect(ahead.map(\.contacts) == [37.5, 37.5])
  }

  @Test("the page draws history, band and scenarios, and names the factors") func page() throws {
    let page = try report().page(in: .zh)
    #expect(page.components("<svg").count == 4)
    #expect(page.components("fill-opacity=\"0.3\"").count > 1)
    #expect(page.contains("80% 区间") && page.contains("预测开始") && page.contains("× 星期"))
    #expect(page.contains("&lt;base&gt;") && !page.contains("<base>"))
    #expect(page.contains("<td class=\"bad n\">1</td>"))
  }

  @Test("the workbook has a sheet of days and one of intervals")
  func workbook() throws {
    let workbook = try report().workbook(in: .zh)
    #expect(workbook.sheets.map(\.name) == ["每日", "app·presale"])
    let days = workbook.sheets[0].contents
    #expect(days.contains { $0.content == .formula("=SUM(C5:C5)", 375, over: 10) })
    let open = workbook.sheets[1].contents.filter { $0.place.column == 0 && $0.place.row > 3 }
    #expect(open.count == 12)
  }

  @Test("a test of the past draws a chart for each lead") func judged() throws {
    let score = Backtest.Score(wape: 0.05, bias: -0.01, pinball: 0.02, coverage: 0.8)
    let worse = Backtest.Score(wape: 0.08, bias: 0.02, pinball: 0.03, coverage: 0.7)
    let backtest = Backtest(
      origins: [ForecastReportTests.first],
      leads: [1, 7].map {
        Backtest.Lead(days: $0, intervals: 48, scores: [score, worse, worse])
      },
      latest: [
        Backtest.DaySeen(day: ForecastReportTests.first, seen: 100, expected: [98, 90, 91])
      ])
    let page = ForecastReport(
      days: nil, zoneName: "UTC", made: Instant(seconds: 0),
      judged: [.init(name: "phone", backtest: backtest)]
    ).page(in: .en)
    #expect(page.components("<svg").count == 4)
    #expect(page.contains("5.00%") && page.contains("-1.0%") && page.contains("80.00%"))
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] { split(separator: separator) }
}
