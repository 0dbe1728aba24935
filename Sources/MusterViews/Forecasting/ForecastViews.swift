package import Forecasting
package import MusterFiles
package import MusterOperations
import MusterStore
package import MusterWords
import Vocabulary

extension View {
  /// A forecast without a workspace.
  package init(forecast: Forecast, notes: [Phrase] = []) {
    let table = ForecastTable(forecast)
    let unknown = forecast.unknownEvents
    self.init(
      table.json, notes: (unknown.isEmpty ? [] : [ForecastWords.unknownEvents(unknown)]) + notes
    ) { _ in table.csv }
  }

  /// How forecasts of the past did, and the page that tells more.
  package init(judged: [ForecastReport.Judged], writtenTo file: String?) {
    let rows = judged.flatMap { judged in
      judged.backtest.leads.flatMap { lead in
        zip(Backtest.Method.allCases, lead.scores).map { method, score -> [Table.Cell] in
          [
            .init(judged.name), .init(ForecastWords.lead(lead.days), .int(Int64(lead.days))),
            .init(method.phrase, .text(method.rawValue)), .init(lead.intervals),
            .init(hundredths: score.wape), .init(hundredths: score.bias),
            .init(hundredths: score.pinball), .init(hundredths: score.coverage),
          ]
        }
      }
    }
    self.init(
      Table(
        [.stream, .daysAhead, .method, .intervals, .wape, .bias, .pinball, .coverage80],
        rows: rows), notes: file.map { [Phrase(verbatim: $0)] } ?? [])
  }

  /// Days known ahead.
  package init(events file: EventsFile) {
    let table = Table(
      [.date, .weekday, .event, .phase, .factor, .hours],
      rows: file.calendar.events.map { event in
        [
          .init("\(event.day)"),
          .init(event.day.weekday.phrase, .text(WeekdayName(event.day.weekday).rawValue)),
          .init(event.name), .init(event.phase.isEmpty ? nil : event.phase),
          .init(event.factor, places: 2), .init(event.minutes.map(EventsFile.text(minutes:))),
        ]
      })
    self.init(table, csv: { file.csv })
  }

  /// What came of today so far, and what is to come.
  package init(today streams: [StreamToday]) {
    self.init(
      Table(
        [.stream, .soFarToday, .expected, .soFar, .rest, .wholeDay],
        rows: streams.map { stream in
          let rest = stream.rest.reduce(0) { $0 + $1.mean }
          return [
            .init("\(stream.stream)"), .init(stream.seen, places: 0),
            .init(stream.expected, places: 1), .init(stream.soFar, places: 3),
            .init(rest, places: 1), .init(stream.seen + rest, places: 1),
          ]
        }))
  }

  /// Each interval to come of today.
  package init(restOf streams: [StreamToday]) {
    self.init(
      Table(
        [.stream, .timestamp, .mean, .p10, .p90],
        rows: streams.flatMap(\.rest).map { interval in
          [.init("\(interval.stream)"), .init(interval.local)]
            + [interval.mean, interval.p10, interval.p90].map { .init($0, places: 1) }
        }))
  }

  /// What contacts will be about, and how long they take.
  package init(mixes: [StreamMix]) {
    self.init(
      Table(
        [
          .stream, .topic, .contactsLately, .share, .contactsAhead, .shareAhead, .ahtSeconds,
          .ahtSecondsAhead,
        ],
        rows: mixes.flatMap { mix -> [[Table.Cell]] in
          let whole: [Table.Cell] = [
            .init("\(mix.stream)"), .init(ForecastWords.wholeStream, .null),
            .init(mix.recent, places: 0), .init(share: 1), .init(mix.ahead, places: 1),
            .init(share: 1), .init(mix.handleRecent, places: 0),
            .init(mix.handleAhead, places: 0),
          ]
          let topics = mix.topics.map { topic -> [Table.Cell] in
            [
              .init("\(mix.stream)"), .init(topic.topic), .init(topic.recent, places: 0),
              .init(share: mix.recent > 0 ? topic.recent / mix.recent : 0),
              .init(topic.ahead, places: 1),
              .init(share: mix.ahead > 0 ? topic.ahead / mix.ahead : 0),
              .init(topic.handleSeconds, places: 0), .init(nil as String?),
            ]
          }
          return [whole] + topics
        }))
  }
}

extension Table {
  /// Contacts by day, a column for each scenario, with sums, hours of work and hours at hand.
  init(scenarios: [ForecastReport.Scenario], from days: ClosedRange<Day>) {
    func row(_ label: Phrase, _ key: String, _ values: [Double?]) -> [Cell] {
      [Cell(label, .text(key)), Cell(nil as String?)]
        + values.map { Cell($0, places: 1) }
    }
    let count = scenarios.map(\.contacts.count).min() ?? 0
    var rows = (0..<count).map { index -> [Cell] in
      let day = days.lowerBound + index
      return [Cell("\(day)"), Cell(day.weekday.phrase, .text(WeekdayName(day.weekday).rawValue))]
        + scenarios.map { Cell($0.contacts[index], places: 1) }
    }
    rows.append(
      row(ForecastWords.ofScenario.total, "total", scenarios.map { $0.contacts.reduce(0, +) }))
    rows.append(
      row(
        ForecastWords.ofScenario.workHours, "work_hours", scenarios.map(\.workHours)))
    rows.append(
      row(
        ForecastWords.ofScenario.hoursAtHand, "hours_at_hand", scenarios.map(\.paidHours)))
    self.init(
      [.day, .weekday]
        + scenarios.map { Heading(verbatim: $0.name, isNumber: true) },
      rows: rows)
  }
}

extension Table.Cell {
  /// A share, for people in per cent with two decimals.
  fileprivate init(hundredths share: Double) {
    self.init(
      Phrase(verbatim: decimal(share * 100, places: 2) + "%"), .number(sixDecimals(share)))
  }
}
