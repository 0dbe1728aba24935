import Forecasting
import MusterFiles
package import MusterOperations
import MusterStore
import MusterWords
import Vocabulary

extension VolumeForecast {
  /// What each number is the product of.
  package func explained(byInterval: Bool) -> View {
    View(byInterval ? explainedIntervals : explainedDays, notes: [origin])
  }

  private static let factors: [Heading] = [
    .level, .weekdayFactor, .monthFactor, .season, .reopening, .soFar, .eventsFactor,
  ]

  private static func cells(_ parts: DayParts) -> [Table.Cell] {
    let events = parts.events.reduce(1) { $0 * $1.factor }
    return [Table.Cell(parts.level, places: 1)]
      + [parts.weekday, parts.month, parts.season, parts.reopening, parts.soFar, events]
      .map { Table.Cell($0, places: 3) }
  }

  /// How each day comes about.
  private var explainedDays: Table {
    Table(
      [.stream, .day, .weekday, .contactsOfDay] + VolumeForecast.factors + [.events],
      rows: days.map { day in
        let weekday = day.parts.day.weekday
        return [
          Table.Cell("\(day.stream)"), Table.Cell("\(day.parts.day)"),
          Table.Cell(weekday.phrase, .text(WeekdayName(weekday).rawValue)),
          Table.Cell(day.parts.total, places: 1),
        ] + VolumeForecast.cells(day.parts) + [
          Table.Cell(
            Phrase(
              verbatim: day.parts.events.map { "\($0.key) \(decimal($0.factor, places: 3))" }
                .joined(separator: ", ")),
            .array(
              day.parts.events.map {
                .object([
                  JSON.Member("event", .text($0.key)),
                  JSON.Member("factor", .number(sixDecimals($0.factor))),
                ])
              }))
        ]
      })
  }

  /// How each interval comes about.
  private var explainedIntervals: Table {
    let rows = intervals.compactMap { interval -> [Table.Cell]? in
      guard
        let parts = days.first(where: {
          $0.stream == interval.stream && $0.parts.day == interval.local.day
        })?.parts
      else { return nil }
      let share = parts.total > 0 ? interval.mean / parts.total : 0
      return [
        Table.Cell("\(interval.stream)"), Table.Cell(interval.local),
        Table.Cell(interval.mean, places: 2),
      ] + VolumeForecast.cells(parts) + [Table.Cell(share, places: 5)]
    }
    return Table(
      [.stream, .timestamp, .mean] + VolumeForecast.factors + [.shareFactor], rows: rows)
  }
}
