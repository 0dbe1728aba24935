import Forecasting
import MusterFiles
import MusterWords
import Testing
import Vocabulary

@Suite("Scenario files") struct ScenariosFileTests {
  private func entries(_ text: String) throws -> [ScenariosFile.Entry] {
    try ScenariosFile(text: "scenarios:\n" + text, file: "s.yaml").entries
  }

  @Test("all that a scenario may suppose") func read() throws {
    let entries = try entries(
      """
        - name: {zh: 大促, en: sale}
          bot: 25%
          streams: [app/presale]
          volume: 110%
          events: {double_11: 150%, double_12: 50%}
          heads: 12
          week: 37h30m
        - name: as it is

      """)
    let sale = try #require(entries.first)
    #expect(sale.name == Phrase(zh: "大促", en: "sale"))
    #expect(sale.scenario.botShare == 0.25 && sale.scenario.volume == 1.1)
    #expect(sale.scenario.events.map(\.name) == ["double_11", "double_12"])
    #expect(sale.scenario.events.map(\.size) == [1.5, 0.5])
    #expect(sale.botStreams.map(\.description) == ["app/presale"])
    #expect(sale.heads?.count == 12 && sale.heads?.week == Minutes(2250))
    #expect(entries[1].scenario == Scenario() && entries[1].heads == nil)
  }

  @Test(
    "refused with the line",
    arguments: [
      "  - name: a\n    bot: 130%\n", "  - bot: 3%\n", "  - name: a\n    streams: [app]\n",
      "  - name: a\n    events: {b: much}\n", "  - name: a\n    heads: -1\n",
      "  - name: a\n    other: 1\n", "  []\n",
    ])
  func refused(text: String) throws {
    let refusal = try #require(throws: FileRefusal.self) { try entries(text) }
    #expect(refusal.faults.allSatisfy { $0.line != nil })
  }
}
