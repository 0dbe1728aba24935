import Forecasting
import MusterStore
import MusterTesting
import Testing
import Vocabulary

@Suite("Forecasts and requirements in the store") struct ForecastQueriesTests {
  private let chat = Stream(channel: "app", queue: "presale")
  private let mail = Stream(channel: "email", queue: "aftersale")

  private func time(_ text: String) throws -> LocalTime {
    try #require(Timestamp(text)).local
  }

  @Test("a forecast is read as it was kept", arguments: StoreEngine.allCases) func forecast(
    engine: StoreEngine
  ) throws {
    let scratch = try Scratch()
    let store = try scratch.store(on: engine)
    let day = Fixture.day("2026-11-02")
    var record = ForecastRecord(
      madeAt: Fixture.now, actor: "li", days: day...(day + 27), interval: .halfHour, calendar: nil)
    let streams = [
      ForecastStream(
        stream: chat, history: (day - 56)...(day - 1), contacts: 12_345, handleSeconds: 301.25),
      ForecastStream(
        stream: mail, history: (day - 56)...(day - 1), contacts: 0, handleSeconds: nil),
    ]
    let intervals = try [(mail, "2026-11-02T09:30:00"), (chat, "2026-11-02T09:00:00")].map {
      let local = try time($1)
      return ForecastInterval(
        stream: $0, start: Zone.china.instant(of: local), local: local, mean: 1 / 3.0, p10: 0.1,
        p90: 7, p2_5: 0, p97_5: 9.75)
    }
    try store.write { connection in
      record.calendar = try connection.savePolicy(
        kind: "calendar", path: "calendar.csv", text: "date,event\n")
      record.id = try connection.saveForecast(record, streams: streams, intervals: intervals)
    }
    try store.read { (connection) throws -> Void in
      #expect(try connection.forecast() == record)
      #expect(try connection.forecast(record.id) == record)
      #expect(try connection.forecast(record.id + 1) == nil)
      #expect(try connection.forecastStreams(record.id) == streams)
      #expect(try connection.forecastIntervals(record.id) == intervals.reversed())
    }
  }

  @Test("how a day comes about is read as it was kept", arguments: StoreEngine.allCases) func days(
    engine: StoreEngine
  ) throws {
    let store = try Scratch().store(on: engine)
    let day = Fixture.day("2026-11-11")
    let days = [chat, mail].map { stream in
      ForecastDay(
        stream: stream,
        parts: DayParts(
          day: day, level: 123.5, weekday: 1 / 3.0, month: 1.01, season: 1, reopening: 0.9,
          events: [.init(key: "double_11/peak", factor: 2.5), .init(key: "sale", factor: 1.1)],
          soFar: 1))
    }
    let id = try store.write { connection in
      let id = try connection.saveForecast(
        ForecastRecord(
          madeAt: Fixture.now, actor: "li", days: day...day, interval: .hour, calendar: nil),
        streams: [], intervals: [])
      try connection.saveForecastDays(id, days)
      return id
    }
    #expect(try store.read { try $0.forecastDays(id) } == days)
  }

  @Test("overrides stand until they are withdrawn", arguments: StoreEngine.allCases) func overrides(
    engine: StoreEngine
  ) throws {
    let store = try Scratch().store(on: engine)
    let day = Fixture.day("2026-11-11")
    var kept = ForecastOverride(
      stream: chat, days: day...(day + 1), minutes: 1200..<1440, factor: 1.25, reason: "live show",
      actor: "li", recordedAt: Fixture.now)
    try store.write { connection in
      kept.id = try connection.saveOverride(kept)
      let other = try connection.saveOverride(kept)
      try connection.withdrawOverride(other, at: Fixture.now, actor: "wu")
    }
    #expect(try store.read { try $0.overrides() } == [kept])
    #expect(kept.holds(chat, try time("2026-11-12T20:00:00")))
    #expect(!kept.holds(chat, try time("2026-11-12T19:30:00")))
    #expect(!kept.holds(mail, try time("2026-11-12T20:00:00")))
  }

  @Test(
    "of each interval the latest forecast made before it counts", arguments: StoreEngine.allCases)
  func ahead(engine: StoreEngine) throws {
    let store = try Scratch().store(on: engine)
    let local = try time("2026-11-11T09:00:00")
    let start = Zone.china.instant(of: local)
    func interval(_ mean: Double) -> ForecastInterval {
      ForecastInterval(
        stream: chat, start: start, local: local, mean: mean, p10: 0, p90: 9, p2_5: 0, p97_5: 9)
    }
    try store.write { connection in
      for (mean, made) in [(1.0, start + -7200), (2.0, start + -3600), (3.0, start + 60)] {
        _ = try connection.saveForecast(
          ForecastRecord(
            madeAt: made, actor: "li", days: local.day...local.day, interval: .hour, calendar: nil),
          streams: [], intervals: [interval(mean)])
      }
    }
    #expect(
      try store.read { try $0.forecastsAhead(of: local.day...local.day) } == [interval(2)])
  }

  @Test("a requirement is read as it was kept", arguments: StoreEngine.allCases) func requirement(
    engine: StoreEngine
  ) throws {
    let scratch = try Scratch()
    let store = try scratch.store(on: engine)
    let day = Fixture.day("2026-11-02")
    let local = try time("2026-11-02T09:00:00")
    let intervals = [(chat, 12.5 as Double?), (mail, nil)].map { stream, asa in
      RequirementInterval(
        stream: stream, start: Zone.china.instant(of: local), local: local, volume: 10.5,
        erlangs: 1.75, agents: 4, serviceLevel: 0.875, asaSeconds: asa, occupancy: 0.4375,
        abandoned: 0, scheduled: 5.5)
    }
    let record = try store.write { connection in
      let forecast = try connection.saveForecast(
        ForecastRecord(
          madeAt: Fixture.now, actor: "li", days: day...day, interval: .hour, calendar: nil),
        streams: [], intervals: [])
      let standards = try connection.savePolicy(kind: "service", path: "service.yaml", text: "a: b")
      var record = RequirementRecord(
        forecast: forecast, madeAt: Fixture.now, actor: "li", used: "mean", standards: standards)
      record.id = try connection.saveRequirement(record, intervals: intervals)
      return record
    }
    try store.read { (connection) throws -> Void in
      #expect(try connection.requirement() == record)
      #expect(try connection.requirement(record.id) == record)
      #expect(try connection.requirement(record.id + 1) == nil)
      #expect(try connection.requirementIntervals(record.id) == intervals)
    }
  }

  @Test(
    "a forecast without its run, or without its standards, cannot be kept",
    arguments: StoreEngine.allCases) func whole(engine: StoreEngine) throws
  {
    let scratch = try Scratch()
    let store = try scratch.store(on: engine)
    let record = RequirementRecord(
      forecast: 7, madeAt: Fixture.now, actor: "li", used: "mean", standards: .origin)
    #expect(throws: StoreFault.self) {
      try store.write { try $0.saveRequirement(record, intervals: []) }
    }
  }

  @Test("nothing kept yet", arguments: StoreEngine.allCases) func nothing(engine: StoreEngine)
    throws
  {
    let scratch = try Scratch()
    try scratch.store(on: engine).read { (connection) throws -> Void in
      #expect(try connection.forecast() == nil)
      #expect(try connection.requirement() == nil)
      #expect(try connection.contactDays(before: Fixture.day("2026-11-02")) == nil)
    }
  }
}
