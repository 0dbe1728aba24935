import Forecasting
import Testing
import Vocabulary

@Suite("Opening hours") struct OpeningHoursTests {
  @Test("hours and weekdays that a history shows") func learnt() {
    let history = InventedHistory(closedWeekdays: [.saturday, .sunday])
    let hours = OpeningHours(learntFrom: history.series)
    for weekday in Weekday.allCases {
      for hour in 0..<24 {
        #expect(
          hours.isOpen(weekday, minute: hour * 60)
            == (!weekday.isWeekend && (9..<21).contains(hour)))
      }
    }
  }

  @Test("a weekday of zeros is closed") func zeros() {
    var history = InventedHistory(seed: nil)
    for day in history.calendar where day.weekday == .sunday { history.factors[day] = 0 }
    let hours = OpeningHours(learntFrom: history.series)
    #expect(!hours.isOpen(.sunday, minute: 600))
    #expect(hours.isOpen(.saturday, minute: 600))
  }

  @Test("one open Sunday in ten is an exception") func exception() {
    var history = InventedHistory()
    history.holes = Set(history.calendar.filter { $0.weekday == .sunday }.dropFirst(2).dropFirst())
    #expect(!OpeningHours(learntFrom: history.series).isOpen(.sunday, minute: 600))
  }

  @Test("a history of two days says nothing of the others") func twoDays() {
    let hours = OpeningHours(learntFrom: InventedHistory(days: 2).series)
    for weekday in Weekday.allCases {
      #expect(hours.isOpen(weekday, minute: 600))
      #expect(!hours.isOpen(weekday, minute: 0))
    }
  }

  @Test("hours that are given count, also where nothing was counted so far") func given() throws {
    let history = InventedHistory(closedWeekdays: [.saturday, .sunday])
    let hours = OpeningHours(
      interval: .hour,
      times: [
        (weekdays: [.monday, .tuesday, .wednesday, .thursday], minutes: 540..<1260),
        (weekdays: [.saturday], minutes: 600..<900),
      ])
    let forecast = try forecast(history: history.series, horizon: 7 * 24, hours: hours)
    for (index, point) in forecast.points.enumerated() {
      let time = history.zone.local(forecast.means.instant(at: index))
      #expect((point != nil) == hours.isOpen(time.day.weekday, minute: time.minute))
      if let point, time.day.weekday == .saturday { #expect(point.mean > 10) }
    }
  }
}
