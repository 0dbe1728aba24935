import MusterWords
import Vocabulary

/// The rows of a file of volumes per interval, checked: sorted, each time once, on one grid.
struct VolumeRows {
  struct Row {
    let line: Int
    let time: LocalTime
    /// When it begins; by a clock that never changes where no zone is known.
    let instant: Instant
    let volume: Double
  }

  let rows: [Row]
  let interval: Interval

  /// As many problems are told at once; a file of another kind has one in each row.
  private static let mostProblems = 20
  private static let mostVolume = 1e9
  private static let mostYears = 30

  /// The rows of `reader`, volumes from the column `volume`.
  ///
  /// The interval is the least distance between two rows where it is not given. In a `zone`, times
  /// that its clocks never show are refused, and those they show twice may stand twice; without one
  /// every time is taken as it stands.
  init(
    _ reader: TableReader, times: String, volume: String, interval: Interval?, zone: Zone? = nil
  ) throws(FileRefusal) {
    guard let timePlace = reader.heading.place(of: times),
      let volumePlace = reader.heading.place(of: volume)
    else { preconditionFailure("the reader was asked for these columns") }
    var rows: [Row] = []
    var faults: [FileFault] = []
    func refuse(_ fault: SeriesFault, _ row: TableRow, _ column: String) {
      faults.append(reader.fileFault(row, column: column, wanted: fault.wanted, hint: fault.hint))
    }
    while faults.count < VolumeRows.mostProblems, let row = try reader.next() {
      if let fault = row.fault {
        faults.append(fault.fileFault(file: reader.file, line: row.line))
        continue
      }
      guard let stamp = Timestamp(bytes: row[timePlace]) else {
        refuse(.badTimestamp, row, times)
        continue
      }
      guard let (time, instant) = VolumeRows.moment(stamp, in: zone, after: rows.last) else {
        refuse(.noSuchTime(zone: zone?.name ?? ""), row, times)
        continue
      }
      guard let number = VolumeRows.number(row, volumePlace) else {
        refuse(.badVolume, row, volume)
        continue
      }
      if number < 0 {
        refuse(.negativeVolume, row, volume)
      } else if number > VolumeRows.mostVolume {
        refuse(.absurdVolume, row, volume)
      }
      if let last = rows.last {
        if last.instant == instant {
          refuse(.repeated(line: last.line), row, times)
          continue
        } else if instant < last.instant {
          let earlier = rows.last { $0.instant == instant }
          refuse(earlier.map { .repeated(line: $0.line) } ?? .unsorted, row, times)
          continue
        }
      }
      rows.append(Row(line: row.line, time: time, instant: instant, volume: number))
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    self.rows = rows
    self.interval = try VolumeRows.interval(of: rows, given: interval, reader.file, times)
  }

  /// The interval of `rows`, every one of which must begin one.
  private static func interval(
    of rows: [Row], given: Interval?, _ file: String, _ column: String
  ) throws(FileRefusal) -> Interval {
    func refusal(_ fault: SeriesFault, _ row: Row? = nil) -> FileRefusal {
      FileRefusal(
        .badData,
        FileFault(
          file: file, line: row?.line, column: column, found: row.map { "\($0.time)" },
          wanted: fault.wanted, hint: fault.hint))
    }
    guard let first = rows.first, let last = rows.last else { throw refusal(.noRows) }
    let years = first.time.day.distance(to: last.time.day) / 365
    guard years <= mostYears else { throw refusal(.spanTooLong(years: years), last) }
    let steps = zip(rows, rows.dropFirst()).map { $1.instant - $0.instant }
    let interval: Interval
    if let given {
      interval = given
    } else {
      guard let least = steps.min() else { throw refusal(.intervalUnknown, first) }
      // A history of days alone, or of odd minutes, is told from one with a stray row by its steps.
      guard least % 60 == 0, let fit = Interval(minutes: Int(min(least, 86_400) / 60)) else {
        let place = steps.firstIndex(of: least).map { rows[$0 + 1] }
        throw refusal(.intervalUnfit(seconds: least), place)
      }
      interval = fit
    }
    let length = Int32(interval.seconds)
    let strays = rows.filter { $0.time.second % length != 0 }.prefix(mostProblems)
    guard strays.isEmpty else {
      throw FileRefusal(.badData, strays.flatMap { refusal(.offGrid(interval), $0).faults })
    }
    return interval
  }

  /// What `stamp` means in `zone`; nil where its clocks never show it.
  ///
  /// Of a time that is shown twice, the second is meant by the row after the first.
  private static func moment(
    _ stamp: Timestamp, in zone: Zone?, after last: Row?
  ) -> (LocalTime, Instant)? {
    guard let zone else { return (stamp.local, stamp.local.instant(offset: 0)) }
    if stamp.offset != nil {
      let instant = stamp.instant(in: zone)
      return (zone.local(instant), instant)
    }
    let instants = zone.instants(of: stamp.local)
    return (instants.first { $0 != last?.instant || instants.count < 2 }).map { (stamp.local, $0) }
  }

  /// The number in decimal digits at `place`, or nil where there is none.
  private static func number(_ row: TableRow, _ place: Int) -> Double? {
    if let whole = row.wholeNumber(place) { return Double(whole) }
    let isNumeral = row[place].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isNumeral, let number = Double(row.text(place)), number.isFinite else { return nil }
    return number
  }
}
