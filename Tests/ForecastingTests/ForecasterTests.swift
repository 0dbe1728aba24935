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

  @Test("a huge campaign leaves the base alone, known ahead or not", arguments: [true, false])
  func hugeCampaign(isKnown: Bool) throws {
    var history = InventedHistory(days: 120)
    let days = (90..<93).map { history.first + $0 }
    for day in days { history.factors[day] = 10 }
    for (index, factor) in [3, 2, 1.6, 1.3].enumerated() {
      history.factors[history.first + 93 + index] = factor
    }
    let events = isKnown ? EventCalendar(days.map { ($0, "campaign") }) : .none
    let forecast = try forecast(history: history.series, horizon: fourWeeks, events: events)
    #expect(history.error(of: forecast) < 0.06)
  }

  @Test("an event's hours are learnt") func peakNight() throws {
    var history = InventedHistory(days: 120)
    let past = [20, 50, 80].map { history.first + $0 }
    let next = history.first + 125
    history.peakNights = Set(past + [next])
    let events = EventCalendar((past + [next]).map { ($0, "campaign") })
    let told = try forecast(history: history.series, horizon: 14 * 24, events: events)
    let plain = try forecast(history: history.series, horizon: 14 * 24)
    #expect(history.error(of: told, on: next) < 0.12)
    #expect(history.error(of: plain, on: next) > 0.3)
  }

  @Test("where an event has no past, the planner's figure counts") func planned() throws {
    var history = InventedHistory(days: 84)
    let day = history.first + 86
    let night = history.first + 88
    history.factors[day] = 2.5
    history.peakNights = [night]
    let events = EventCalendar([
      EventCalendar.Event(day: day, name: "campaign", phase: "presale", factor: 2.5),
      EventCalendar.Event(
        day: night, name: "campaign", phase: "peak", factor: 3, minutes: 1080..<1440),
    ])
    let forecast = try forecast(history: history.series, horizon: 7 * 24, events: events)
    #expect(history.error(of: forecast) < 0.06)
    #expect(history.error(of: forecast, on: day) < 0.1)
    #expect(history.error(of: forecast, on: night) < 0.1)
  }

  @Test("where an event has a past, that counts more than the planner's figure")
  func plannedAgainstPast() throws {
    var history = InventedHistory(days: 120)
    let past = [20, 50, 80].map { history.first + $0 }
    let next = history.first + 125
    for day in past + [next] { history.factors[day] = 2 }
    let events = EventCalendar(
      (past + [next]).map { EventCalendar.Event(day: $0, name: "campaign", factor: 6) })
    let forecast = try forecast(history: history.series, horizon: 14 * 24, events: events)
    #expect(history.error(of: forecast, on: next) < 0.15)
  }

  @Test("what was seen less often has wider bands") func doubt() throws {
    func width(past: [Int]) throws -> Double {
      var history = InventedHistory(days: 120)
      let next = history.first + 125
      let days = past.map { history.first + $0 } + [next]
      for day in days { history.factors[day] = 3 }
      let events = EventCalendar(days.map { ($0, "campaign") })
      let forecast = try forecast(history: history.series, horizon: 7 * 24, events: events)
      let noon = try #require(
        forecast.points.indices.first {
          let time = history.zone.local(forecast.means.instant(at: $0))
          return time.day == next && time.hour == 12
        })
      let point = try #require(forecast.points[noon])
      return (point.bands[0].upperBound - point.bands[0].lowerBound) / point.mean
    }
    #expect(try width(past: [50]) > 1.3 * width(past: [20, 40, 50, 60, 80, 100]))
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

  @Test("a week's end that is worked in exchange is open") func makeup() throws {
    let history = InventedHistory(closedWeekdays: [.saturday, .sunday])
    let saturday = try #require(
      (70..<77).map { history.first + $0 }.first { $0.weekday == .saturday })
    let events = EventCalendar([(saturday, EventCalendar.makeupWorkday)])
    let forecast = try forecast(history: history.series, horizon: 14 * 24, events: events)
    for (index, point) in forecast.points.enumerated() {
      let time = history.zone.local(forecast.means.instant(at: index))
      guard time.day.weekday.isWeekend else { continue }
      #expect((point != nil) == (time.day == saturday && (9..<21).contains(time.hour)))
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

  @Test("the rest of a day that has begun", arguments: [3, 6, 9])
  func begun(left: Int) throws {
    var history = InventedHistory(seed: nil)
    history.factors[history.first + 69] = 1.5
    var series = history.series
    series.values.removeLast(left)
    let forecast = try forecast(history: series, horizon: left + 24)
    #expect(history.error(of: forecast, on: history.first + 69) < 0.2)
    let parts = try #require(forecast.parts(of: history.first + 69))
    #expect((1.2...1.6).contains(parts.soFar))
    for point in forecast.points.prefix(left).compactMap(\.self) {
      #expect((point.mean / (parts.total * point.share) - 1).magnitude < 1e-9)
    }
  }

  @Test("few contacts in the first hour say little of the day") func firstHour() throws {
    let history = InventedHistory(monday: 36, seed: 7)
    var series = history.series
    let cut = series.values.count - 11
    series.values.removeSubrange(cut...)
    series.values[cut - 1] = .open(3)  // Three times as many as expected.
    let forecast = try forecast(history: series, horizon: 11)
    let parts = try #require(forecast.parts(of: history.first + 69))
    #expect((1...1.5).contains(parts.soFar))
  }

  @Test("clocks that change: local hours stay") func clocks() throws {
    let zone = Zone(
      name: "Europe/Berlin", firstOffset: 3600,
      transitions: [Zone.Transition(start: Instant(seconds: 1_743_296_400), offset: 7200)])
    let history = InventedHistory(first: Day(ordinal: 20_100), days: 70, zone: zone)
    let forecast = try forecast(history: history.series, horizon: fourWeeks)
    #expect(history.error(of: forecast) < 0.05)
  }

  @Test("the parts of a day multiply to its contacts, and say what was put in") func parts() throws
  {
    var history = InventedHistory(days: 140)
    let past = [20, 50, 80].map { history.first + $0 }
    let next = history.first + 145
    for day in past + [next] { history.factors[day] = 2 }
    let events = EventCalendar((past + [next]).map { ($0, "campaign") })
    let forecast = try forecast(history: history.series, horizon: 14 * 24, events: events)
    for (index, point) in forecast.points.enumerated() {
      guard let point else { continue }
      let day = history.zone.local(forecast.means.instant(at: index)).day
      guard day >= history.first + 140 else { continue }
      let parts = try #require(forecast.parts(of: day))
      #expect((point.mean / (parts.total * point.share) - 1).magnitude < 1e-9)
      let usual = (1 - 0.1 * Double(day.weekday.rawValue)) / 0.7
      #expect((parts.weekday / usual - 1).magnitude < 0.08)
      #expect((parts.level / 420 - 1).magnitude < 0.08)
      #expect(parts.season == 1 && parts.reopening == 1)
    }
    let told = try #require(forecast.parts(of: next)?.events.first)
    #expect(told.key == "campaign" && (told.factor / 2 - 1).magnitude < 0.1)
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
