/// A column that a reader of tables knows, with the headings that may stand for it.
public struct TableColumn: Hashable, Sendable {
  /// The name in Muster's own files.
  public let name: String
  /// Other headings that mean the same, such as `工号` for `agent_id`.
  public let synonyms: [String]
  /// Whether a file without it is refused.
  public let isRequired: Bool

  public init(_ name: String, synonyms: [String] = [], isRequired: Bool = true) {
    self.name = name
    self.synonyms = synonyms
    self.isRequired = isRequired
  }

  /// The column with one more heading that means it, as a mapping file adds it.
  public func adding(synonym: String) -> TableColumn {
    TableColumn(name, synonyms: synonyms + [synonym], isRequired: isRequired)
  }

  /// Whether `heading` stands for this column, capital and small ASCII letters alike.
  package func matches(_ heading: String) -> Bool {
    let heading = heading.lowercased()
    return name.lowercased() == heading || synonyms.contains { $0.lowercased() == heading }
  }
}
