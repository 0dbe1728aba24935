public import Forecasting
public import MusterFiles
public import Staffing
public import Vocabulary

/// Forecasting and staffing from file to table, without a workspace.
public enum LoadFilters {
  /// The forecast of the `horizon` intervals after the history in the file at `path`.
  ///
  /// `events` is the path of a file of days known ahead. The interval is told from the history
  /// where it is not given.
  public static func forecast(
    _ path: String, horizon: Int, events: String? = nil, interval: Interval? = nil,
    levels: [Double] = [0.8, 0.95]
  ) throws -> Forecast {
    let history = try HistoryFile(path: path, interval: interval)
    let calendar = try events.map { try EventsFile(path: $0).calendar } ?? .none
    do {
      return try Forecasting.forecast(
        history: history.series, horizon: horizon, events: calendar, levels: levels)
    } catch {
      throw Refusal(.usage, [error.phrase])
    }
  }

  /// What each interval of the load in the file at `path` requires to meet `standard`.
  public static func staff(
    _ path: String, to standard: ServiceStandard, use: LoadFile.Use? = nil,
    interval: Interval? = nil
  ) throws -> [(time: LocalTime, requirement: Requirement)] {
    let load = try LoadFile(path: path, use: use, interval: interval)
    let needs = standard.requirements(for: load.rows.map(\.volume), in: load.interval)
    return zip(load.rows, needs).map { ($0.time, $1) }
  }
}
