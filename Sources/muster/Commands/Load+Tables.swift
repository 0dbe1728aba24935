import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Vocabulary

extension LoadForecast {
  /// What it was made from.
  var origin: Phrase {
    LoadWords.forecastMade(
      record.id, streams: streams.count, contacts: streams.reduce(0) { $0 + $1.contacts },
      history: streams.first.map { $0.history.lowerBound.distance(to: $0.history.upperBound) + 1 }
        ?? 0)
  }

  /// Contacts by day and stream, as planned with.
  var table: Table {
    Table.byDay(planned.map { ($0.local.day, $0.stream, $0.mean) })
  }

  /// Contacts by interval, with bands.
  var intervalTable: Table {
    let columns: [Heading] = [.stream, .timestamp, .mean, .p10, .p90, .p25, .p975, .planned]
    return Table(
      columns,
      rows: zip(intervals, planned).map { interval, planned in
        [Table.Cell("\(interval.stream)"), Table.Cell(interval.local)]
          + [
            interval.mean, interval.p10, interval.p90, interval.p2_5, interval.p97_5, planned.mean,
          ]
          .map { Table.Cell($0, places: 1) }
      })
  }
}

extension LoadRequirement {
  /// What it was made from.
  var origin: Phrase {
    LoadWords.requirementMade(record.id, forecast: record.forecast, used: record.used)
  }

  var streams: [Stream] { Set(intervals.map(\.stream)).sorted() }

  /// Hours to schedule by day and stream.
  var table: Table {
    let hours = Double(interval.minutes) / 60
    return Table.byDay(intervals.map { ($0.local.day, $0.stream, $0.scheduled * hours) })
  }

  /// Agents by interval, with the service they give.
  var intervalTable: Table {
    let columns: [Heading] = [
      .stream, .timestamp, .volume, .erlangs, .agents, .serviceLevel, .asaSeconds, .occupancy,
      .abandoned, .scheduled,
    ]
    return Table(
      columns,
      rows: intervals.map { interval in
        [
          Table.Cell("\(interval.stream)"), Table.Cell(interval.local),
          Table.Cell(interval.volume, places: 1), Table.Cell(interval.erlangs, places: 2),
          Table.Cell(interval.agents), Table.Cell(share: interval.serviceLevel),
          interval.asaSeconds.map { Table.Cell($0, places: 1) } ?? Table.Cell(nil as String?),
          Table.Cell(share: interval.occupancy),
          Table.Cell(share: interval.abandoned), Table.Cell(interval.scheduled, places: 2),
        ]
      })
  }
}

extension Table {
  /// Sums by day and stream, with a total at the end of each row.
  fileprivate static func byDay(_ parts: [(day: Day, stream: Stream, amount: Double)]) -> Table {
    let streams = Set(parts.map(\.stream)).sorted()
    var sums: [Day: [Double]] = [:]
    for part in parts {
      guard let index = streams.firstIndex(of: part.stream) else { continue }
      sums[part.day, default: Array(repeating: 0, count: streams.count)][index] += part.amount
    }
    let columns: [Heading] =
      [.day, .weekday]
      + streams.map { Heading(verbatim: "\($0)", isNumber: true) }
      + [.total]
    let rows = sums.keys.sorted().map { day -> [Cell] in
      let amounts = sums[day] ?? []
      return [Cell("\(day)"), Cell(day.weekday.phrase, .text(WeekdayName(day.weekday).rawValue))]
        + (amounts + [amounts.reduce(0, +)]).map { Cell($0, places: 1) }
    }
    return Table(columns, rows: rows)
  }
}

extension Table.Cell {
  /// A number, for people with so many decimals, for programs with six.
  init(_ number: Double, places: Int) {
    self.init(Phrase(verbatim: decimal(number, places: places)), .number(sixDecimals(number)))
  }

  /// A share from 0 to 1, for people in per cent.
  init(share: Double) {
    self.init(Phrase(verbatim: decimal(share * 100, places: 1) + "%"), .number(sixDecimals(share)))
  }

  /// A time of day to the minute, for people without its `T`.
  init(_ time: LocalTime) {
    let text = "\(time)"
    self.init(
      Phrase(verbatim: "\(time.day) \(text.dropFirst(11).prefix(5))"), .text(text))
  }
}

func sixDecimals(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }
