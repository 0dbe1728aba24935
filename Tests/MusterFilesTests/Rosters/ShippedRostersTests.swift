import Forecasting
import MusterFiles
import MusterTesting
import People
import Staffing
import Rostering
import Testing
import Vocabulary

@Suite("Shipped rosters")
struct ShippedRostersTests {
  static func text(_ name: String) throws -> String {
    try #require(Checkout.read(Checkout.root + "/rosters/" + name))
  }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("The law tells its limits as of a day")
  func law() throws {
    let law = try WorkTimeLaw(text: ShippedRostersTests.text("work-time-law.csv"), file: "law")
    let today = try ShippedRostersTests.day("2026-11-02")
    let limits = ["day-hours", "week-hours", "rest-days", "overtime-month", "month-days"].map {
      law.article($0, on: today)?.hundredths
    }
    #expect(limits == [800, 4000, 100, 3600, 2067])
    let before = try ShippedRostersTests.day("2024-12-31")
    #expect(law.article("month-days", on: before)?.hundredths == 2083)
    #expect(law.article("month-days", on: try ShippedRostersTests.day("2007-12-31")) == nil)
    let first = try ShippedRostersTests.day("1995-03-01")
    #expect(law.article("week-hours", on: first)?.hundredths == 4400)
    for article in law.articles {
      let same = law.articles.filter { $0.code == article.code && $0 != article }
      #expect(
        same.allSatisfy { other in
          other.validFrom != article.validFrom
            && (other.validUntil.map { $0 < article.validFrom } ?? false)
              != (article.validUntil.map { $0 < other.validFrom } ?? false)
        })
    }
  }

  @Test("Each limit that a rule applies is in the law, with its article")
  func lawOfRules() throws {
    let law = try WorkTimeLaw(text: ShippedRostersTests.text("work-time-law.csv"), file: "law")
    let today = try ShippedRostersTests.day("2026-11-02")
    let limits = law.limits.filter { $0.holds(on: today) }
    #expect(Set(limits.map(\.subject)) == Set(WorkTimeLimit.Subject.allCases))
    #expect(limits.count == WorkTimeLimit.Subject.allCases.count)
    let amounts = WorkTimeLimit.Subject.allCases.map { subject in
      limits.first { $0.subject == subject }?.amount
    }
    #expect(amounts == [480, 2400, 1, 60, 180, 2160, 1440, 0])
    #expect(limits.allSatisfy { $0.article.contains(", ") })
  }

  @Test("Contracts stay inside the law, and their patterns exist")
  func contracts() throws {
    let page = try PolicyPage(text: ShippedRostersTests.text("patterns.yaml"), file: "patterns")
    let patterns = ShiftPattern.list(try #require(page.root["patterns"]), on: .halfHour)
    #expect(page.faults == [])
    let contractPage = try PolicyPage(
      text: ShippedRostersTests.text("contracts.yaml"), file: "contracts")
    let contracts = Contract.list(
      try #require(contractPage.root["contracts"]), patterns: patterns.map(\.code))
    #expect(contractPage.faults == [])
    #expect(contracts.count == 4)
    let law = try WorkTimeLaw(text: ShippedRostersTests.text("work-time-law.csv"), file: "law")
    let today = try ShippedRostersTests.day("2026-11-02")
    func minutes(_ code: String) throws -> Minutes {
      Minutes(Int(try #require(law.article(code, on: today)).hundredths * 60 / 100))
    }
    for contract in contracts {
      // A run of at most six days leaves a day off in every week.
      #expect(try #require(contract.limits.longestRun) <= 6)
      guard contract.code != "comprehensive" else { continue }
      let (day, week) =
        contract.code == "part-time"
        ? ("part-time-day", "part-time-week") : ("day-hours", "week-hours")
      #expect(try #require(contract.limits.dayMinutes) <= minutes(day))
      #expect(try #require(contract.limits.week.most) <= minutes(week))
    }
  }

  @Test("The calendar of 2026 has thirteen statutory days, and days worked lie at weekends")
  func holidays() throws {
    let calendar = try HolidayCalendar(
      text: ShippedRostersTests.text("holidays-2026.csv"), file: "holidays")
    #expect(calendar.entries.count { $0.kind == .statutory } == 13)
    #expect(calendar.entries.count { $0.kind != .work } == 33)
    for entry in calendar.entries where entry.kind == .work {
      #expect(entry.day.weekday.isWeekend)
    }
    #expect(!calendar.workingDays.contains(try ShippedRostersTests.day("2026-10-01")))
    #expect(calendar.workingDays.contains(try ShippedRostersTests.day("2026-10-10")))
    #expect(calendar.workingDays.contains(try ShippedRostersTests.day("2026-10-12")))
  }

  @Test("Service standards name hours, targets and deadlines")
  func service() throws {
    let standards = try ServiceStandards(
      text: ShippedRostersTests.text("service.yaml"), file: "service.yaml")
    let phone = try #require(standards.channel(coded: "phone"))
    #expect(phone.isOpen(on: .friday, at: 20 * 60 + 59))
    #expect(!phone.isOpen(on: .friday, at: 21 * 60))
    #expect(!phone.isOpen(on: .sunday, at: 9 * 60))
    #expect(standards.channel(coded: "email")?.work == .deferrable(within: .hours(24)))
    #expect(standards.answers.first { $0.kind == "call-back" }?.within == .hours(72))
    #expect(standards.planning.interval == .halfHour)
    #expect(standards.planning.shrinkage.total < .percent(50))
  }

  @Test("Events name campaigns ahead") func events() throws {
    let events = try EventsFile(.text(ShippedRostersTests.text("events.csv"), name: "events.csv"))
    #expect(events.calendar.events.contains { $0.name == "double_11" })
  }
}
