/// A chart over ranges of cells.
public struct Chart: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case columns, lines }

  public struct Series: Hashable, Sendable {
    public enum Look: Hashable, Sendable { case filled(Color), line(Color), thickLine(Color) }

    public let name: String
    /// Ranges with their sheet, such as `'Sheet'!$A$2:$A$9`.
    public let categories: String
    public let values: String
    public let look: Look

    public init(name: String, categories: String, values: String, look: Look) {
      self.name = name
      self.categories = categories
      self.values = values
      self.look = look
    }
  }

  public var kind: Kind
  public var title: String
  public var valueAxis: String
  public var series: [Series]
  /// In pixels.
  public var width: Int
  public var height: Int
  /// How many categories lie between two labels; nil leaves it to the program.
  public var labelEvery: Int?

  public init(
    kind: Kind, title: String, valueAxis: String, series: [Series], width: Int, height: Int,
    labelEvery: Int? = nil
  ) {
    self.kind = kind
    self.title = title
    self.valueAxis = valueAxis
    self.series = series
    self.width = width
    self.height = height
    self.labelEvery = labelEvery
  }
}
