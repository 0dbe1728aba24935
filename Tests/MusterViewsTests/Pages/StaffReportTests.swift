import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Testing
import Vocabulary

@Suite("Staff reports") struct StaffReportTests {
  private func report(cover: Int?) throws -> StaffReport {
    let intervals = try [("2026-11-02T09:00", 4.5, 6), ("2026-11-02T09:30", 6.25, 8)].map {
      time, load, agents in
      StaffReport.Interval(
        time: try #require(Timestamp(time)).local, load: load, agents: agents, level: 0.85,
        scheduled: Double(agents) * 1.25, cover: cover)
    }
    return StaffReport(
      interval: .halfHour, made: Instant(seconds: 0),
      volumes: [StaffReport.Volume(name: "app/<presale>", intervals: intervals)])
  }

  @Test("a page draws requirement and cover, and escapes names") func page() throws {
    let page = try report(cover: 7).page(in: .en)
    #expect(page.split(separator: "<svg").count == 3)
    #expect(page.contains("app/&lt;presale&gt;") && page.contains("rostered"))
    // 14 agents for half an hour, a quarter more to schedule.
    #expect(page.contains("8.8"))
    #expect(try !report(cover: nil).page(in: .en).contains("rostered"))
    #expect(try report(cover: nil).page(in: .zh).contains("需要人数"))
  }

  @Test("a workbook has a sheet for each stream, with a chart") func workbook() throws {
    let workbook = try report(cover: 7).workbook(in: .en)
    #expect(workbook.sheets.count == 1)
    #expect(workbook.sheets[0].name == "app·<presale>")
  }
}
