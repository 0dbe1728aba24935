import MusterWords
public import Vocabulary

/// A workbook as values: what stands where and how it looks, before any file.
///
/// Rows and columns count from 0. Equal workbooks give files of equal bytes.
public struct Workbook: Sendable {
  public var title: String
  /// The moment that stands in the file as that of its making.
  public var created: Instant
  public var sheets: [Sheet]

  public init(title: String, created: Instant, sheets: [Sheet] = []) {
    self.title = title
    self.created = created
    self.sheets = sheets
  }
}

/// One sheet of a workbook.
public struct Sheet: Sendable {
  /// At most 31 characters, none of `[ ] : * ? / \`.
  public let name: String
  private(set) var cells: [(place: Place, cell: Cell)] = []
  private(set) var merges: [(area: Area, cell: Cell)] = []
  private(set) var conditions: [(area: Area, condition: Condition, style: CellStyle)] = []
  private(set) var validations: [(area: Area, validation: Validation)] = []
  private(set) var charts: [(place: Place, chart: Chart)] = []
  private(set) var widths: [(columns: ClosedRange<Int>, characters: Int)] = []
  private(set) var heights: [(row: Int, points: Int)] = []
  /// Columns that hold what formulas need and people do not.
  public var hiddenColumns: ClosedRange<Int>?
  /// How many rows and columns stay in view.
  public var frozen: (rows: Int, columns: Int) = (0, 0)
  public var filter: Area?
  /// Rows that stand at the top of each printed page.
  public var repeatedRows: ClosedRange<Int>?
  public var printArea: Area?
  /// Rows before which a new page begins.
  public var breaks: [Int] = []
  /// Cells whose text may be all digits and is meant so.
  public var textNumbers: Area?
  /// What stands at the foot of each printed page, beside the page number.
  public var footer = ""
  public var isPortrait = false
  /// Whether only unlocked cells can be changed; there is no password.
  public var isProtected = false
  public var tab: Color?

  public init(name: String) {
    self.name = name
  }

  /// What stands where, merged cells first.
  public var contents: [(place: Place, content: Cell.Content)] {
    merges.map { (Place($0.area.rows.lowerBound, $0.area.columns.lowerBound), $0.cell.content) }
      + cells.map { ($0.place, $0.cell.content) }
  }

  /// Puts `content` into a cell.
  public mutating func set(
    _ row: Int, _ column: Int, _ content: Cell.Content, _ style: CellStyle = CellStyle()
  ) {
    cells.append((Place(row, column), Cell(content: content, style: style)))
  }

  /// Puts `content` into one cell made of all cells of `area`.
  public mutating func merge(_ area: Area, _ content: Cell.Content, _ style: CellStyle) {
    guard area.rows.count > 1 || area.columns.count > 1 else {
      return set(area.rows.lowerBound, area.columns.lowerBound, content, style)
    }
    merges.append((area, Cell(content: content, style: style)))
  }

  /// Makes cells of `area` look like `style` where `condition` holds.
  public mutating func format(_ area: Area, where condition: Condition, _ style: CellStyle) {
    conditions.append((area, condition, style))
  }

  /// Lets cells of `area` take only what `validation` allows.
  public mutating func validate(_ area: Area, _ validation: Validation) {
    validations.append((area, validation))
  }

  /// Puts a chart with its upper left corner into a cell.
  public mutating func insert(_ chart: Chart, row: Int, column: Int) {
    charts.append((Place(row, column), chart))
  }

  /// Makes columns as wide as so many digits.
  public mutating func widen(_ columns: ClosedRange<Int>, to characters: Int) {
    widths.append((columns, characters))
  }

  /// Makes a row so many points high.
  public mutating func heighten(_ row: Int, to points: Int) {
    heights.append((row, points))
  }

  /// How many inches the columns up to `last` take on paper at full size.
  package func printedWidth(through last: Int) -> Double {
    let pixels = (0...last).reduce(0) { sum, column in
      sum + 7 * (widths.last { $0.columns.contains(column) }?.characters ?? 8) + 5
    }
    return Double(pixels) / 96
  }

  /// The least width for the texts of a column between `least` and `most`, CJK counted twice.
  public static func width(
    of texts: some Sequence<String>, least: Int = 6, most: Int = 40
  ) -> Int {
    texts.reduce(least) { max($0, min(most, $1.cellWidth + 2)) }
  }
}

/// The row and column of a cell, from 0.
public struct Place: Hashable, Sendable {
  public let row: Int
  public let column: Int

  public init(_ row: Int, _ column: Int) {
    self.row = row
    self.column = column
  }

  /// The name in formulas, such as `B3`.
  public var name: String { "\(Place.letters(column))\(row + 1)" }

  /// The name that stays when a formula is copied, such as `$B$3`.
  public var fixed: String { "$\(Place.letters(column))$\(row + 1)" }

  /// The letters of a column: `A` to `Z`, `AA` and so on.
  public static func letters(_ column: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let last = String(letters[column % 26])
    return column < 26 ? last : Place.letters(column / 26 - 1) + last
  }
}

/// A rectangle of cells.
public struct Area: Hashable, Sendable {
  public let rows: ClosedRange<Int>
  public let columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// The name in formulas, such as `B3:C9`.
  public var name: String { "\(first.name):\(last.name)" }

  /// The name that stays when a formula is copied, such as `$B$3:$C$9`.
  public var fixed: String { "\(first.fixed):\(last.fixed)" }

  /// The fixed name with the sheet before it, for formulas on other sheets.
  public func fixed(on sheet: String) -> String {
    "'\(sheet.replacing("'", with: "''"))'!\(fixed)"
  }

  private var first: Place { Place(rows.lowerBound, columns.lowerBound) }
  private var last: Place { Place(rows.upperBound, columns.upperBound) }
}

/// What stands in a cell, and how it looks.
public struct Cell: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case blank
    /// Text, whatever it begins with: never a formula.
    case text(String)
    case number(Number)
    case day(Day)
    /// A formula with the result that stands there before anything is recalculated.
    case formula(String, Result)
  }

  public enum Result: Hashable, Sendable {
    case number(Number)
    case text(String)
  }

  /// An exact fraction, turned into the nearest binary number when it is written.
  public struct Number: Hashable, Sendable {
    public let numerator: Int64
    public let denominator: Int64

    /// `numerator / denominator`; the denominator must not be zero.
    public init(_ numerator: Int64, over denominator: Int64 = 1) {
      precondition(denominator != 0, "a number needs a denominator")
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  public let content: Content
  public let style: CellStyle
}

extension Cell.Content {
  /// A whole number.
  public static func count(_ count: Int) -> Cell.Content { .number(.init(Int64(count))) }

  /// A fraction.
  public static func ratio(_ numerator: Int64, over denominator: Int64) -> Cell.Content {
    .number(.init(numerator, over: denominator))
  }

  /// A formula whose result is a fraction.
  public static func formula(
    _ text: String, _ numerator: Int64, over denominator: Int64 = 1
  ) -> Cell.Content {
    .formula(text, .number(.init(numerator, over: denominator)))
  }
}

/// When a conditional format applies.
public enum Condition: Hashable, Sendable {
  case isNegative
  case isZero
  case isPositive
  /// The cell's text equals this.
  case isText(String)
  /// A formula over the area's first cell is true.
  case formula(String)
}

/// What a cell may take.
public enum Validation: Hashable, Sendable {
  /// Text of at most so many characters, with what to say otherwise.
  case textLength(Int, message: String)
}
