import MusterFiles
package import MusterOperations
import MusterStore
package import MusterWords
package import Vocabulary

extension VolumeForecast {
  /// A forecast just made: by day, or its scenarios side by side.
  package func view(scenarios: [ForecastReport.Scenario], isDryRun: Bool) -> View {
    var notes = [isDryRun ? VolumeWords.nothingKept : origin]
    notes += likened.map { ForecastWords.likened($0.stream, $0.other, share: $0.share) }
    if !unknownEvents.isEmpty { notes.append(ForecastWords.unknownEvents(unknownEvents)) }
    return View(
      scenarios.isEmpty ? table : Table(scenarios: scenarios, from: record.days), notes: notes)
  }

  /// A forecast that was kept.
  package func view(byInterval: Bool, notes: [Phrase]) -> View {
    let changed = overrides.count { override in
      intervals.contains { override.holds($0.stream, $0.local) }
    }
    return View(
      byInterval ? intervalTable : table,
      notes: notes + [origin] + (changed > 0 ? [ForecastWords.overridden(changed)] : []))
  }

  /// What it was made from.
  var origin: Phrase {
    VolumeWords.forecastMade(
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

extension VolumeRequirement {
  /// A requirement just made.
  package func view(isDryRun: Bool) -> View {
    View(
      table,
      notes: [VolumeWords.hoursToSchedule] + (isOverTime ? [VolumeWords.staffedOverTime] : [])
        + [isDryRun ? VolumeWords.nothingKept : origin])
  }

  /// A requirement that was kept.
  package func view(byInterval: Bool) -> View {
    View(
      byInterval ? intervalTable : table,
      notes: (byInterval ? [] : [VolumeWords.hoursToSchedule]) + [origin])
  }

  package var streams: [Stream] { Set(intervals.map(\.stream)).sorted() }

  /// What it was made from.
  var origin: Phrase {
    VolumeWords.requirementMade(record.id, forecast: record.forecast, used: record.used)
  }

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
