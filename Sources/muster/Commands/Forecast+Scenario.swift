import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

extension Table {
  /// Contacts by day, a column for each scenario, with sums, hours of work and hours at hand.
  init(scenarios: [ForecastReport.Scenario], from days: ClosedRange<Day>) {
    func row(_ label: Phrase, _ key: String, _ values: [Double?]) -> [Cell] {
      [Cell(label, .text(key)), Cell(nil as String?)]
        + values.map { $0.map { Cell($0, places: 1) } ?? Cell(nil as String?) }
    }
    let count = scenarios.map(\.contacts.count).min() ?? 0
    var rows = (0..<count).map { index -> [Cell] in
      let day = days.lowerBound + index
      return [Cell("\(day)"), Cell(day.weekday.phrase, .text(WeekdayName(day.weekday).rawValue))]
        + scenarios.map { Cell($0.contacts[index], places: 1) }
    }
    rows.append(
      row(Phrase(zh: "合计", en: "total"), "total", scenarios.map { $0.contacts.reduce(0, +) }))
    rows.append(
      row(
        Phrase(zh: "处理工时", en: "hours of work"), "work_hours", scenarios.map(\.workHours)))
    rows.append(
      row(
        Phrase(zh: "可用工时", en: "hours at hand"), "hours_at_hand", scenarios.map(\.paidHours)))
    self.init(
      [.day, .weekday]
        + scenarios.map { Heading(verbatim: $0.name, isNumber: true) },
      rows: rows)
  }
}

/// A new stream and one that it is like, as `app/returns=app/aftersale:30%`.
struct LikenessArgument: ExpressibleByArgument {
  let likeness: Likeness

  init?(argument: String) {
    let sides = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, let colon = sides[1].lastIndex(of: ":"),
      let stream = Stream(String(sides[0])), let other = Stream(String(sides[1][..<colon])),
      let share = EventsFile.factor(String(sides[1][sides[1].index(after: colon)...]))
    else { return nil }
    likeness = Likeness(stream: stream, other: other, share: share)
  }
}
