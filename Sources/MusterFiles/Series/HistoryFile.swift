public import MusterWords
public import Vocabulary

/// A history of contacts per interval: a csv with the columns `timestamp` and `volume`.
///
/// A timestamp is the local time at which an interval begins. Intervals without a row were closed
/// or not counted.
public struct HistoryFile: Hashable, Sendable {
  /// From the first row's interval to the last one's, on a clock without a zone.
  public let series: IntervalSeries

  /// The history in `file`.
  ///
  /// The interval is the least distance between rows where it is not given. Rows must be sorted,
  /// each time once, volumes not negative; all faults are reported together. In a `zone`, a time
  /// that its clocks show twice may stand twice, and one that they never show is refused.
  public init(
    _ file: FileSource, interval: Interval? = nil, zone: Zone? = nil
  ) throws(FileRefusal) {
    let reader = try TableReader(file, columns: .history)
    let table = try VolumeRows(
      reader, times: "timestamp", volume: "volume", interval: interval, zone: zone)
    let start = table.rows[0].instant
    let step = table.interval.seconds
    let last = table.rows[table.rows.count - 1].instant
    var values = Array(
      repeating: IntervalSeries.Value.missing, count: Int((last - start) / step) + 1)
    for row in table.rows { values[Int((row.instant - start) / step)] = .open(row.volume) }
    series = IntervalSeries(
      start: start, interval: table.interval, zone: zone ?? HistoryFile.clock, values: values)
  }

  /// A clock that never changes: files of local times name no zone.
  static let clock = Zone(name: "local", firstOffset: 0)
}
