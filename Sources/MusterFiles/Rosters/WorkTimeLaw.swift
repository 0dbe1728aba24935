public import MusterWords
public import Rostering
public import Vocabulary

/// Limits of the work-time law as data: `work-time-law.csv`.
public struct WorkTimeLaw: Hashable, Sendable {
  /// One limit, with where it is written and from when it holds.
  public struct Article: Hashable, Sendable {
    public enum Limit: String, CaseIterable, Hashable, Sendable {
      case most, least, equals, from, until
    }

    public var code: String
    /// Which work it is about, such as `standard` or `overtime`.
    public var scope: String
    public var limit: Limit
    /// In hundredths of `unit`.
    public var hundredths: Int64
    public var unit: String
    public var source: String
    /// The number of the article, where the source has such.
    public var article: String?
    public var validFrom: Day
    /// The last day on which it holds; nil where no end is known.
    public var validUntil: Day?
    public var text: Phrase
  }

  public let articles: [Article]

  public static let columns =
    [
      "code", "scope", "limit", "value", "unit", "source", "article", "valid_from", "zh", "en",
    ].map { TableColumn($0) } + [TableColumn("valid_until", isRequired: false)]

  /// The law that `reader`, opened with ``columns``, reads.
  public init(_ reader: TableReader) throws(FileRefusal) {
    var table = TableRows(reader)
    var articles: [Article] = []
    for row in try table.rows() {
      let limits = Article.Limit.allCases.map(\.rawValue)
      guard let code = table.text(row, "code"), let scope = table.text(row, "scope"),
        let word = table.text(row, "limit"), let value = table.text(row, "value"),
        let unit = table.text(row, "unit"), let source = table.text(row, "source"),
        let validFrom = table.day(row, "valid_from"), let zh = table.text(row, "zh"),
        let en = table.text(row, "en")
      else { continue }
      guard let limit = Article.Limit(rawValue: word) else {
        table.note(row, "limit", .oneOf(limits))
        continue
      }
      guard let hundredths = scaledDecimal(value, places: 2), hundredths >= 0 else {
        table.note(row, "value", .decimal(places: 2, in: 0...Int64.max))
        continue
      }
      let end = table.optional(row, "valid_until")
      let validUntil = end == nil ? nil : table.day(row, "valid_until")
      articles.append(
        Article(
          code: code, scope: scope, limit: limit, hundredths: hundredths, unit: unit,
          source: source, article: table.optional(row, "article"), validFrom: validFrom,
          validUntil: validUntil,
          text: Phrase(zh: zh, en: en)))
    }
    try table.finish()
    self.articles = articles
  }

  /// The law in `text`, as if it stood in `file`.
  public init(text: String, file: String) throws(FileRefusal) {
    try self.init(TableReader(.text(text, name: file), columns: WorkTimeLaw.columns))
  }

  /// The article coded `code` that holds on `day`: of several the latest.
  public func article(_ code: String, on day: Day) -> Article? {
    articles.filter {
      $0.code == code && $0.validFrom <= day && $0.validUntil.map { day <= $0 } ?? true
    }.max { $0.validFrom < $1.validFrom }
  }

  /// Those limits that rules of rosters apply.
  public var limits: [WorkTimeLimit] {
    articles.compactMap { article in
      guard let subject = WorkTimeLimit.Subject(rawValue: article.code) else { return nil }
      let amount = article.unit == "hour" ? article.hundredths * 60 / 100 : article.hundredths / 100
      return WorkTimeLimit(
        subject: subject, amount: Int(amount),
        article: [article.source, article.article].compactMap(\.self).joined(separator: ", "),
        validFrom: article.validFrom, validUntil: article.validUntil)
    }
  }
}
