public import MusterWords

/// How the headings and values of another system's export read in Muster's words.
///
/// A file in YAML with three keys, each of which may be left out:
///
/// ```yaml
/// columns:              # our column: the heading, or the headings, that stand for it
///   contact_id: 会话编号
///   rating: [满意度, 评价]
/// values:               # our column: what a value of the file means
///   channel: {微信: wechat, 电话: phone}
/// amounts: major        # money in yuan (major) or in fen (minor, as is assumed)
/// ```
public struct ImportMapping: Hashable, Sendable {
  /// The unit of amounts of money.
  public enum Amounts: String, CaseIterable, Hashable, Sendable {
    /// Whole minor units: fen.
    case minor
    /// Major units with decimals: yuan.
    case major
  }

  /// Headings by our column.
  public var headings: [String: [String]] = [:]
  /// Our value by the file's, by our column.
  public var values: [String: [String: String]] = [:]
  public var amounts = Amounts.minor

  public init() {}

  /// Reads `text`, a mapping for a file with `columns`; all faults are reported together.
  public init(text: String, file: String, for columns: [TableColumn]) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    let root = page.root
    root.allow(keys: "columns", "values", "amounts")
    for (key, value) in root["columns"]?.entries ?? [] {
      guard let column = ImportMapping.column(key, columns) else { continue }
      let texts =
        value.isList ? value.items.compactMap { $0.text() } : [value.text()].compactMap(\.self)
      headings[column] = texts
    }
    for (key, value) in root["values"]?.entries ?? [] {
      guard let column = ImportMapping.column(key, columns) else { continue }
      for (theirs, ours) in value.entries {
        guard let theirs = theirs.text(), let ours = ours.scalar else { continue }
        values[column, default: [:]][theirs] = ours
      }
    }
    if let amounts = root["amounts"]?.choice(of: Amounts.self) { self.amounts = amounts }
    guard page.isSound else { throw page.refusal }
  }

  /// The name of the column that `key` is; a problem where there is none.
  private static func column(_ key: PolicyNode, _ columns: [TableColumn]) -> String? {
    let names = columns.map(\.name)
    let near = key.scalar.flatMap { nearest(to: $0, among: names) }
    return key.value(wanted: .oneOf(names), hint: near.map(Phrase.maybe)) {
      names.contains($0) ? $0 : nil
    }
  }

  /// `columns` with the headings that the mapping gives them in place of the usual ones.
  public func applied(to columns: [TableColumn]) -> [TableColumn] {
    columns.map { column in
      guard let synonyms = headings[column.name] else { return column }
      return TableColumn(column.name, synonyms: synonyms, isRequired: column.isRequired)
    }
  }
}
