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
}
