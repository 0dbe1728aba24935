import ArgumentParser
import Forecasting
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Vocabulary

struct ForecastExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what each number is the product of.",
    discussion: """
      The contacts expected of a day are the product of level, weekday, place in the month, season, \
      closed days around it and events; those of an interval are that times its share of the day. \
      With --day or --intervals the intervals are shown.
      """)

  @Option(help: "The number of the forecast; else the latest.")
  var number: Int64?

  @OptionGroup var part: LoadPartOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    var forecast = try workspace.forecast(number)
    guard !forecast.days.isEmpty || forecast.intervals.isEmpty else {
      throw Refusal(.noInput, [ForecastWords.notExplained(forecast.record.id)])
    }
    try part.check(forecast.streams.map(\.stream), forecast.intervals.map(\.local.day))
    forecast.intervals.removeAll { !part.holds($0.stream, $0.local) }
    forecast.days.removeAll { day in
      LocalTime(day: day.parts.day, second: 0).map { !part.holds(day.stream, $0) } ?? true
    }
    output.print(
      part.showsIntervals ? forecast.explainedIntervals : forecast.explainedDays, in: language)
    output.note(forecast.origin, in: language)
  }
}

extension LoadForecast {
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
  fileprivate var explainedDays: Table {
    Table(
      [.stream, .day, .weekday, .contactsOfDay] + LoadForecast.factors + [.events],
      rows: days.map { day in
        let weekday = day.parts.day.weekday
        return [
          Table.Cell("\(day.stream)"), Table.Cell("\(day.parts.day)"),
          Table.Cell(weekday.phrase, .text(WeekdayName(weekday).rawValue)),
          Table.Cell(day.parts.total, places: 1),
        ] + LoadForecast.cells(day.parts) + [
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
  fileprivate var explainedIntervals: Table {
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
      ] + LoadForecast.cells(parts) + [Table.Cell(share, places: 5)]
    }
    return Table(
      [.stream, .timestamp, .mean] + LoadForecast.factors + [.shareFactor], rows: rows)
  }
}
