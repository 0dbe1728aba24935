import Forecasting
import Testing
import Vocabulary

@Suite("Scenarios") struct ScenarioTests {
  private func parts(_ events: (String, Double)...) -> DayParts {
    DayParts(
      day: Day(ordinal: 20_768), level: 100, weekday: 1, month: 1, season: 1, reopening: 1,
      events: events.map { .init(key: $0, factor: $1) }, soFar: 1)
  }

  @Test(
    "what is added is made larger, not what is there anyhow",
    arguments: [
      (size: 1.0, factor: 1.0), (0.5, 2 / 3.0), (2.0, 5 / 3.0), (0.0, 1 / 3.0),
    ])
  func sizes(size: Double, factor: Double) throws {
    let scenario = try #require(Scenario(events: [.init(name: "double_11", size: size)]))
    let day = parts(("double_11/peak", 3), ("double_110", 5))
    #expect((scenario.factor(on: day) - factor).magnitude < 1e-12)
    #expect(scenario.factor(on: parts()) == 1 && scenario.factor(on: nil) == 1)
  }

  @Test("a bot takes its share, growth comes before it") func bot() throws {
    let scenario = try #require(Scenario(volume: 1.2, botShare: 0.25))
    #expect((scenario.factor(on: nil) - 0.9).magnitude < 1e-12)
  }

  @Test("an event that keeps people away cannot make contacts negative") func holiday() throws {
    let scenario = try #require(Scenario(events: [.init(name: "holiday", size: 4)]))
    #expect(scenario.factor(on: parts(("holiday", 0.5))) == 0)
  }

  @Test("figures out of range") func refused() {
    #expect(Scenario(volume: -1) == nil)
    #expect(Scenario(botShare: 1.1) == nil)
    #expect(Scenario(events: [.init(name: "a", size: -0.1)]) == nil)
  }
}
