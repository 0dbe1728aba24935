public import MusterWords
public import Vocabulary

/// What is to be staffed: a csv with `timestamp` and one of `volume`, `mean` and `p90`.
///
/// A history has the first of these columns, a forecast the others.
public struct VolumeFile: Hashable, Sendable {
  /// Which column to staff for.
  public enum Use: String, CaseIterable, Hashable, Sendable {
    case volume, mean, p90
  }

  /// The contacts of one interval.
  public struct Row: Hashable, Sendable {
    /// The local time at which the interval begins.
    public let time: LocalTime
    public let volume: Double
  }

  public let rows: [Row]
  public let interval: Interval

  static let columns =
    [TableColumn].loadTimes + Use.allCases.map { TableColumn($0.rawValue, isRequired: false) }

  /// The volumes in `file`.
  ///
  /// Where `use` is nil, the first of the columns in the order volume, mean, p90 is taken. The
  /// interval is the least distance between rows where it is not given.
  public init(_ file: FileSource, use: Use? = nil, interval: Interval? = nil) throws(FileRefusal) {
    try self.init(TableReader(file, columns: VolumeFile.columns), use: use, interval: interval)
  }

  init(_ reader: TableReader, use: Use?, interval: Interval?) throws(FileRefusal) {
    let wanted = use.map { [$0] } ?? Use.allCases
    guard let use = wanted.first(where: { reader.heading.place(of: $0.rawValue) != nil }) else {
      let fault = SeriesFault.noVolumeColumn(wanted.map(\.rawValue))
      throw FileRefusal(
        .badData, FileFault(file: reader.file, line: 1, wanted: fault.wanted, hint: fault.hint))
    }
    let table = try VolumeRows(
      reader, times: "timestamp", volume: use.rawValue, interval: interval)
    rows = table.rows.map { Row(time: $0.time, volume: $0.volume) }
    self.interval = table.interval
  }
}
