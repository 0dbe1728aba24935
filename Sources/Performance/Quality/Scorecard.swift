public import Vocabulary

/// What a reviewer looks at in a contact: weighted items, some of them critical.
public struct Scorecard: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public let id: String
    /// In the author's language.
    public let title: String
    public let titleInEnglish: String?
    /// At least 1.
    public let weight: Int
    /// Points for an item that is wholly right, at least 1.
    public let maximum: Int
    /// Whether no points here fail the contact, whatever the score.
    public let isCritical: Bool

    /// An item, or nil unless weight and maximum are from 1 to 1,000.
    public init?(
      id: String, title: String, titleInEnglish: String? = nil, weight: Int, maximum: Int,
      isCritical: Bool = false
    ) {
      guard (1...1000).contains(weight), (1...1000).contains(maximum) else { return nil }
      self.id = id
      self.title = title
      self.titleInEnglish = titleInEnglish
      self.weight = weight
      self.maximum = maximum
      self.isCritical = isCritical
    }
  }

  public let id: String
  /// In the author's language.
  public let title: String
  public let titleInEnglish: String?
  public let version: String
  /// The least score of a contact that passes.
  public let passMark: Score
  /// At least one, each id once.
  public let items: [Item]

  /// A scorecard, or nil unless it has items, each with an id of its own.
  public init?(
    id: String, title: String, titleInEnglish: String? = nil, version: String, passMark: Score,
    items: [Item]
  ) {
    guard !items.isEmpty, Set(items.map(\.id)).count == items.count else { return nil }
    self.id = id
    self.title = title
    self.titleInEnglish = titleInEnglish
    self.version = version
    self.passMark = passMark
    self.items = items
  }
}
