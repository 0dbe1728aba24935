import Forecasting
import MusterFiles
import MusterViews
import Staffing
import Testing
import Vocabulary

@Suite("Series tables") struct SeriesTablesTests {
  @Test("a forecast's rows are its open intervals") func forecastTable() throws {
    let rows = (0..<(21 * 24)).compactMap { hour -> String? in
      guard (9..<12).contains(hour % 24) else { return nil }
      let day = Day(ordinal: 20_000) + hour / 24
      return "\(day)T\(hour % 24 < 10 ? "0" : "")\(hour % 24):00:00,60\n"
    }
    let history = try HistoryFile(
      .text("timestamp,volume\n" + rows.joined(), name: "h.csv"))
    let forecast = try forecast(history: history.series, horizon: 24, levels: [0.8, 0.95])
    let table = ForecastTable(forecast)
    #expect(table.heading == ["timestamp", "mean", "p10", "p90", "p2_5", "p97_5"])
    #expect(
      table.rows.map { $0[0] } == [
        "2024-10-25T09:00:00", "2024-10-25T10:00:00", "2024-10-25T11:00:00",
      ])
    #expect(table.csv.split(separator: "\n").count == 4)
    #expect(table.rows.allSatisfy { $0.count == 6 && $0.allSatisfy { !$0.isEmpty } })
  }

  @Test("other levels, other headings") func levels() throws {
    let history = try HistoryFile(
      .text("timestamp,volume\n2026-01-05T09:00,1\n2026-01-05T09:30,2\n", name: "h.csv"))
    let forecast = try forecast(history: history.series, horizon: 0, levels: [0.5, 0.9, 0.99])
    #expect(
      ForecastTable(forecast).csv == "timestamp,mean,p25,p75,p5,p95,p0_5,p99_5\n")
  }

  @Test("requirements") func staffTable() throws {
    let standard = try ServiceStandard(
      target: #require(ServiceTarget("80/20s")), handleTime: 180, shrinkage: .percent(30))
    let time = try #require(Timestamp("2026-01-05T09:00")).local
    let table = StaffTable(
      [
        (time, standard.requirement(for: 100, in: .halfHour)),
        (time, standard.requirement(for: 0, in: .halfHour)),
      ], standard: standard)
    #expect(
      table.csv == """
        timestamp,volume,erlangs,agents,service_level,asa_seconds,occupancy,abandoned,scheduled
        2026-01-05T09:00:00,100.000,10.0000,14,0.888350,7.836,0.714286,0.000000,20.0000
        2026-01-05T09:00:00,0.000,0.0000,0,1.000000,0.000,0.000000,0.000000,0.0000

        """)
  }
}
