import Forecasting
import Testing
import Vocabulary

@Suite("Forecasts") struct ForecasterTests {
  private let fourWeeks = 28 * 24

  @Test("a regular centre comes close to what is true", arguments: 1...5)
  func regular(seed: UInt64) throws {
    let history = InventedHistory(seed: seed)
    let forecast = try forecast(history: history.series, horizon: fourWeeks)
    #expect(history.error(of: forecast) < 0.06)
  }

  @Test("closed hours and weekdays have no row") func closed() throws {
    let history = InventedHistory(closedWeekdays: [.sunday])
    let forecast = try forecast(history: history.series, horizon: fourWeeks)
    for (index, point) in forecast.points.enumerated() {
      let time = history.zone.local(forecast.means.instant(at: index))
      #expect((point != nil) == history.isOpen(time), "\(time)")
    }
  }

  @Test("holes are unknown, not zero") func holes() throws {
    var history = InventedHistory()
    let whole = try forecast(history: history.series, horizon: fourWeeks)
    history.holes = Set((20..<26).map { history.first + $0 })
    let holed = try forecast(history: history.series, horizon: fourWeeks)
    #expect(history.error(of: holed) < 0.06)
    #expect((history.error(of: holed) - history.error(of: whole)).magnitude < 0.03)
  }

  @Test("half a day's hole leaves the day's rest to count") func partHole() throws {
    let history = InventedHistory()
    var series = history.series
    for index in 0..<series.values.count where (30 * 24..<31 * 24).contains(index) {
      if history.zone.local(series.instant(at: index)).hour < 13 { series.values[index] = .missing }
    }
    let forecast = try forecast(history: series, horizon: fourWeeks)
    #expect(history.error(of: forecast) < 0.05)
  }

  @Test(
    "a spike does not leak into the base, known ahead or not", arguments: [true, false])
  func spike(isKnown: Bool) throws {
    var history = InventedHistory(days: 56)
    let campaign = (35..<39).map { history.first + $0 }
    for day in campaign { history.factors[day] = 4 }
    let events = isKnown ? EventCalendar(campaign.map { ($0, "campaign") }) : .none
    let forecast = try forecast(history: history.series, horizon: fourWeeks, events: events)
    #expect(history.error(of: forecast) < 0.07)
  }

  @Test("an event's effect is learnt and comes back with it") func event() throws {
    var history = InventedHistory(days: 120)
    let past = [20, 50, 80].map { history.first + $0 }
    let next = history.first + 125
    for day in past + [next] { history.factors[day] = 2 }
    let events = EventCalendar((past + [next]).map { ($0, "campaign") })
    let forecast = try forecast(history: history.series, horizon: 14 * 24, events: events)
    #expect(history.error(of: forecast) < 0.08)
    var told = 0.0
    var expected = 0.0
    for (index, point) in forecast.points.enumerated() {
      let time = history.zone.local(forecast.means.instant(at: index))
      guard time.day == next else { continue }
      told += point?.mean ?? 0
      expected += history.expected(time)
    }
    #expect((told / expected - 1).magnitude < 0.15)
  }

  @Test("a day that is closed ahead has no row") func closedAhead() throws {
    let history = InventedHistory()
    let holiday = history.first + 73
    let events = EventCalendar([(holiday, EventCalendar.closed)])
    let forecast = try forecast(history: history.series, horizon: 7 * 24, events: events)
    for (index, point) in forecast.points.enumerated() where point != nil {
      #expect(history.zone.local(forecast.means.instant(at: index)).day != holiday)
    }
  }

  @Test("an event whose days never had rows closes its next day") func closingEvent() throws {
    var history = InventedHistory()
    let past = history.first + 40
    history.holes = [past]
    let next = history.first + 72
    let events = EventCalendar([(past, "new_year"), (next, "new_year")])
    let forecast = try forecast(history: history.series, horizon: 7 * 24, events: events)
    for (index, point) in forecast.points.enumerated() where point != nil {
      #expect(history.zone.local(forecast.means.instant(at: index)).day != next)
    }
  }

  @Test("bands hold the share they say", arguments: [2.5, 30, 600, 8000])
  func bands(monday: Double) throws {
    var held = (wide: 0, narrow: 0, all: 0)
    for seed in 1...6 {
      let whole = InventedHistory(days: 112, monday: monday, seed: UInt64(seed))
      let series = whole.series
      var past = series
      let cut = 84 * 24
      past.values.removeSubrange(cut...)
      let forecast = try forecast(history: past, horizon: 27 * 24)
      for (index, point) in forecast.points.enumerated() {
        guard let point, case .open(let seen) = series.values[cut + index] else { continue }
        #expect(point.bands[0].lowerBound >= point.bands[1].lowerBound)
        #expect(point.bands[0].upperBound <= point.bands[1].upperBound)
        held.narrow += point.bands[0].contains(seen) ? 1 : 0
        held.wide += point.bands[1].contains(seen) ? 1 : 0
        held.all += 1
      }
    }
    let narrow = Double(held.narrow) / Double(held.all)
    let wide = Double(held.wide) / Double(held.all)
    // Counts near zero cannot be split to the share: the band then holds more.
    #expect(narrow > 0.74 && narrow < (monday < 10 ? 1 : 0.87), "\(narrow)")
    #expect(wide > 0.91, "\(wide)")
  }

  @Test("few contacts: the shape of a day is told by all weekdays together", arguments: 1...3)
  func fewContacts(seed: UInt64) throws {
    let history = InventedHistory(days: 140, monday: 40, seed: seed)
    let forecast = try forecast(history: history.series, horizon: fourWeeks)
    #expect(history.error(of: forecast) < 0.1)
  }

  @Test("short histories", arguments: [1, 2, 6, 7, 10, 20, 30])
  func short(days: Int) throws {
    let history = InventedHistory(days: days)
    let forecast = try forecast(history: history.series, horizon: 14 * 24)
    let open = forecast.points.compactMap(\.self)
    #expect(!open.isEmpty)
    #expect(open.allSatisfy { $0.mean.isFinite && $0.mean > 0 && $0.bands[1].upperBound.isFinite })
    #expect(history.error(of: forecast) < (days < 14 ? 0.45 : 0.1))
  }

  @Test("all zeros: nobody to serve") func zeros() throws {
    let history = InventedHistory(monday: 0, seed: nil)
    let forecast = try forecast(history: history.series, horizon: 7 * 24)
    #expect(forecast.points.allSatisfy { $0 == nil })
  }

  @Test("the rest of a day that has begun") func begun() throws {
    var history = InventedHistory(seed: nil)
    history.factors[history.first + 69] = 1.5
    var series = history.series
    series.values.removeLast(3)
    let forecast = try forecast(history: series, horizon: 3)
    for (index, point) in forecast.points.enumerated() {
      let expected = history.expected(history.zone.local(forecast.means.instant(at: index)))
      let mean = try #require(point).mean
      #expect((mean / expected - 1).magnitude < 0.2)
    }
  }

  @Test("clocks that change: local hours stay") func clocks() throws {
    let zone = Zone(
      name: "Europe/Berlin", firstOffset: 3600,
      transitions: [Zone.Transition(start: Instant(seconds: 1_743_296_400), offset: 7200)])
    let history = InventedHistory(first: Day(ordinal: 20_100), days: 70, zone: zone)
    let forecast = try forecast(history: history.series, horizon: fourWeeks)
    #expect(history.error(of: forecast) < 0.05)
  }

  @Test("the same history gives the same forecast") func repeats() throws {
    let series = InventedHistory().series
    #expect(
      try forecast(history: series, horizon: 100) == forecast(history: series, horizon: 100))
  }

  @Test("what cannot be forecast") func refused() throws {
    var series = InventedHistory(days: 3).series
    #expect(throws: ForecastFault.horizonNegative(-1)) {
      try forecast(history: series, horizon: -1)
    }
    #expect(throws: ForecastFault.levelOutOfRange(1)) {
      try forecast(history: series, horizon: 1, levels: [1])
    }
    series.values[5] = .open(-1)
    #expect(throws: ForecastFault.volumeNotANumber(at: 5)) {
      try forecast(history: series, horizon: 1)
    }
    series.values = series.values.map { _ in .missing }
    #expect(throws: ForecastFault.nothingKnown) { try forecast(history: series, horizon: 1) }
    series.values = []
    #expect(throws: ForecastFault.nothingKnown) { try forecast(history: series, horizon: 1) }
  }
}
