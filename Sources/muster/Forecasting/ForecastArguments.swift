import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import Vocabulary

/// Files that a report is written to besides.
struct ReportFiles: ParsableArguments {
  @Option(help: "Write a page with charts to this file.", completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: "Write a workbook with charts to this file.", completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  var isAsked: Bool { html != nil || xlsx != nil }

  /// Writes `report`, and tells where to.
  func write(_ report: some ChartedReport, in language: Language) throws -> [Phrase] {
    if let html { try Disk.write(report.page(in: language), to: html) }
    if let xlsx { try report.workbook(in: language).write(to: xlsx, language: language) }
    return [html, xlsx].compactMap(\.self).map { Phrase(verbatim: $0) }
  }
}

/// Which part of a forecast or a requirement is shown, and how closely.
struct VolumePartOptions: ParsableArguments {
  @Option(help: "One stream, as channel/queue.")
  var stream: Stream?

  @Option(help: "One day, interval by interval.")
  var day: Day?

  @Flag(help: "Show each interval instead of whole days.")
  var intervals = false

  var showsIntervals: Bool { intervals || day != nil }

  func holds(_ stream: Stream, _ time: LocalTime) -> Bool {
    (self.stream == nil || self.stream == stream) && (day == nil || day == time.day)
  }

  /// Refuses a stream and a day that are not there; `days` holds the days of all intervals.
  func check(_ streams: [Stream], _ days: [Day]) throws {
    if let stream, !streams.contains(stream) {
      throw Refusal(.noInput, [VolumeWords.noSuchStream(stream, known: streams)])
    }
    if let day, !days.contains(day), let first = days.min(), let last = days.max() {
      throw Refusal(.noInput, [VolumeWords.noSuchDay(day, first: first, last: last)])
    }
  }
}

/// A new stream and one that it is like, as `app/returns=app/aftersale:30%`.
struct LikenessArgument: ExpressibleByArgument {
  let likeness: Likeness

  init?(argument: String) {
    let sides = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, let colon = sides[1].lastIndex(of: ":"),
      let stream = Stream(String(sides[0])), let other = Stream(String(sides[1][..<colon])),
      let share = EventsFile.factor(String(sides[1][sides[1].index(after: colon)...]))
    else { return nil }
    likeness = Likeness(stream: stream, other: other, share: share)
  }
}

/// Hours of a day such as `20:00-24:00`.
struct DayHours: ExpressibleByArgument {
  let minutes: Range<Int>

  init?(argument: String) {
    guard let minutes = EventsFile.minutes(argument) else { return nil }
    self.minutes = minutes
  }
}

/// A factor such as `1.3` or `130%`.
struct OverrideFactor: ExpressibleByArgument {
  let factor: Double

  init?(argument: String) {
    guard let factor = EventsFile.factor(argument) else { return nil }
    self.factor = factor
  }
}

/// The levels of bands, such as `80,95`.
struct Levels: ExpressibleByArgument {
  let shares: [Double]

  static let usual = Levels(shares: [0.8, 0.95])

  var defaultValueDescription: String { "80,95" }

  private init(shares: [Double]) {
    self.shares = shares
  }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let hundredths = parts.compactMap { scaledDecimal($0, places: 2) }
    guard hundredths.count == parts.count, hundredths.allSatisfy({ $0 > 0 && $0 < 10_000 }) else {
      return nil
    }
    self.init(shares: hundredths.map { Double($0) / 10_000 })
  }
}
