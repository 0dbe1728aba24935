public import MusterWords
public import Vocabulary

/// What `muster.yaml` says about a workspace.
public struct WorkspaceSettings: Hashable, Sendable {
  /// The name of the zone that months and days of the workspace are counted in.
  public var timeZone: String
  /// The language of output, where the file names one.
  public var language: Language?
  public var currency: Currency
  public var weekStart: Weekday
  /// Where rows are kept: a file's path below the workspace, or the address of a server.
  public var database: String

  public init(
    timeZone: String = "Asia/Shanghai", language: Language? = nil, currency: Currency = .yuan,
    weekStart: Weekday = .monday, database: String = "muster.db"
  ) {
    self.timeZone = timeZone
    self.language = language
    self.currency = currency
    self.weekStart = weekStart
    self.database = database
  }

  /// Reads `text`, a file with any of the keys `time_zone`, `locale`, `currency`, `week_start`
  /// and `database`.
  public init(text: String, file: String) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    let root = page.root
    root.allow(keys: "time_zone", "locale", "currency", "week_start", "database")
    var settings = WorkspaceSettings()
    if let zone = root["time_zone"]?.text() { settings.timeZone = zone }
    settings.language = root["locale"]?.choice(of: Language.self)
    let currency = root["currency"]?.value(wanted: .currency) { Currency(code: $0) }
    if let currency { settings.currency = currency }
    if let day = root["week_start"]?.choice(of: WeekdayName.self) {
      settings.weekStart = day.weekday
    }
    if let database = root["database"]?.text() { settings.database = database }
    guard page.isSound else { throw page.refusal }
    self = settings
  }

  /// The settings as a file that reads back the same.
  public var text: String {
    var lines = ["time_zone: \(timeZone)"]
    if let language { lines.append("locale: \(language.rawValue)") }
    lines.append("currency: \(currency.code)")
    lines.append("week_start: \(WeekdayName(weekStart).rawValue)")
    lines.append("database: \(database)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The file `text` with `database` named in it, all else as people wrote it.
  public static func naming(database: String, in text: String) -> String {
    let line = "database: \(database)"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let old = lines.firstIndex(where: { $0.hasPrefix("database:") }) {
      lines[old] = line
    } else if lines.last == "" {
      lines.insert(line, at: lines.count - 1)
    } else {
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}

/// A day of the week as policies write it.
public enum WeekdayName: String, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  public init(_ weekday: Weekday) {
    self = WeekdayName.allCases[weekday.rawValue]
  }

  public var weekday: Weekday {
    Weekday.allCases[WeekdayName.allCases.firstIndex(of: self) ?? 0]
  }
}
