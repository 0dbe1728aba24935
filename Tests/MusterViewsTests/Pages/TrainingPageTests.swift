import MusterFiles
import MusterViews
import MusterWords
import People
import Performance
import Testing
import Training
import Vocabulary

@Suite struct TrainingPageTests {
  @Test func tellsWhoIsHowFarInBothLanguages() throws {
    let english = try page(in: .en)
    #expect(english.contains("<h1>Training report</h1>"))
    #expect(english.contains("<b>50%</b><span>passed</span>"))
    #expect(english.contains("<td class=\"bad\">overdue by 3 d</td>"))
    #expect(english.contains("<td class=\"good n\">92.50</td>"))
    #expect(english.contains("refresher due in 5 d"))
    #expect(english.contains("<td>T&lt;1</td>"))
    let chinese = try page(in: .zh)
    #expect(chinese.contains("<h1>培训报告</h1>"))
    #expect(chinese.contains("逾期 3 天"))
    #expect(chinese.contains("质检"))
  }

  @Test func anEmptyReportHasNothingToFollowUp() throws {
    let day = try #require(Day("2026-10-20"))
    let html = TrainingPage(on: day, modules: [], rows: [], in: .en).html
    #expect(html.contains("Nothing is overdue or failed"))
    #expect(!html.contains("Quality"))
  }

  private func page(in language: Language) throws -> String {
    let day = try #require(Day("2026-10-20"))
    let id = try #require(Module.ID("tea"))
    let module = Module(
      id: id, title: "Tea", version: try #require(ModuleVersion("1.0.0")),
      rule: PassRule(mark: .full))
    func row(_ number: String, _ standing: Standing, until: Day?) throws -> TrainingPage.Row {
      TrainingPage.Row(
        agent: Agent(
          number: try #require(AgentNumber(number)), name: "李娜", team: "T<1", rung: .agent,
          hiredOn: day - 100, contract: "full-time"),
        module: id, dueOn: day - 3, standing: standing,
        score: Score(hundredths: 92_50), validThrough: until)
    }
    let score = try #require(Score(hundredths: 92_50))
    return TrainingPage(
      on: day, modules: [module],
      rows: [
        try row("007", .passed(score, on: day - 9), until: day + 5),
        try row("008", .overdue(days: 3), until: nil),
      ],
      quality: [
        TrainingPage.Quality(
          label: "T<1", drawn: 2, rate: PassRate([.passed(.full), .notScored]), meanScore: .full)
      ], in: language
    ).html
  }
}
