import Forecasting
import MusterFiles
import MusterStore
public import MusterWords
import Staffing
import Vocabulary

extension Workspace {
  /// The scenarios in the file at `path` applied to a forecast, after the forecast itself.
  ///
  /// Hours of work are contacts times the stream's handle time, over the largest occupancy of the
  /// service standards; hours at hand are paid hours without shrinkage.
  public func scenarios(
    _ path: String, of forecast: VolumeForecast, standards: String? = nil, in language: Language
  ) throws -> [ForecastReport.Scenario] {
    let file = try ScenariosFile(path: path)
    let planning = try self.standards(standards).file.planning
    try check(file, path, forecast)
    guard let plain = Scenario() else { return [] }
    let base = ScenariosFile.Entry(
      name: ForecastWords.asForecast, scenario: plain)
    return ([base] + file.entries).map { entry in
      column(entry, of: forecast, planning, in: language)
    }
  }

  /// Refuses streams and events that the forecast does not have.
  private func check(
    _ file: ScenariosFile, _ path: String, _ forecast: VolumeForecast
  ) throws {
    let streams = forecast.streams.map(\.stream)
    let parts = forecast.days.flatMap(\.parts.events)
    var refusals: [Phrase] = []
    for entry in file.entries {
      for stream in entry.botStreams where !streams.contains(stream) {
        refusals.append(VolumeWords.noSuchStream(stream, known: streams))
      }
      for event in entry.scenario.events where !parts.contains(where: { $0.isOf(event.name) }) {
        var known: [String] = []
        for part in parts where !known.contains(part.key) { known.append(part.key) }
        refusals.append(ForecastWords.noSuchEvent(event.name, in: path, known: known.sorted()))
      }
    }
    guard refusals.isEmpty else { throw Refusal(.badData, refusals) }
  }

  private func column(
    _ entry: ScenariosFile.Entry, of forecast: VolumeForecast,
    _ planning: ServiceStandards.Planning, in language: Language
  ) -> ForecastReport.Scenario {
    let first = forecast.record.days.lowerBound
    let count = first.distance(to: forecast.record.days.upperBound) + 1
    var contacts = Array(repeating: 0.0, count: count)
    var seconds = 0.0
    var knowsWork = true
    for stream in forecast.streams {
      // A bot that does not answer a stream leaves it as it is.
      let isServed = entry.botStreams.isEmpty || entry.botStreams.contains(stream.stream)
      let own =
        isServed
        ? entry.scenario
        : Scenario(volume: entry.scenario.volume, events: entry.scenario.events) ?? entry.scenario
      let days = forecast.days.filter { $0.stream == stream.stream }
      for interval in forecast.planned where interval.stream == stream.stream {
        let parts = days.first { $0.parts.day == interval.local.day }?.parts
        let expected = interval.mean * own.factor(on: parts)
        contacts[first.distance(to: interval.local.day)] += expected
        seconds += expected * (stream.handleSeconds ?? 0)
      }
      if stream.handleSeconds == nil { knowsWork = false }
    }
    let occupancy = Double(planning.maxOccupancy.count) / 10_000
    let paid = entry.heads.map { heads in
      Double(heads.count) * Double(heads.week.count) / 60 * Double(count) / 7
        * planning.shrinkage.kept
    }
    return ForecastReport.Scenario(
      name: entry.name[language],
      assumptions: ForecastWords.assumptions(
        entry.scenario, botStreams: entry.botStreams,
        heads: entry.heads.map { ($0.count, $0.week) }
      ).map { $0[language] },
      contacts: contacts, workHours: knowsWork ? seconds / 3600 / occupancy : nil, paidHours: paid)
  }
}
