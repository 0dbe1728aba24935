/// A colour as 24 bits: red, green, blue.
public struct Color: Hashable, Sendable {
  public let rgb: UInt32

  public init(_ rgb: UInt32) {
    self.rgb = rgb
  }

  /// The colour as pages write it, such as `#1f4e5f`.
  public var hex: String {
    let digits = String(rgb, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

// The colours of everything that Muster prints.
extension Color {
  public static let white = Color(0xFFFFFF)
  public static let ink = Color(0x22313A)
  public static let quiet = Color(0x7A8890)
  public static let rule = Color(0xCFD8DC)
  public static let deep = Color(0x1F5C6B)
  public static let soft = Color(0xE6F0F2)
  public static let pale = Color(0xF5F9FA)
  public static let weekend = Color(0xF3EFE6)
  public static let sky = Color(0x6FB3C4)
  public static let accent = Color(0xE07A3F)
  public static let good = Color(0x2E7D5B)
  public static let goodFill = Color(0xDFF1E7)
  public static let bad = Color(0xB3372F)
  public static let badFill = Color(0xF9E1DE)
  public static let doubtFill = Color(0xFDF1D6)

  /// Light colours to tell kinds apart under dark text.
  public static let kinds = [
    0xD6E9F5, 0xFBE3CF, 0xDDEFD9, 0xE6DDF3, 0xFFF2C2, 0xD3EFEC, 0xF6D9E3, 0xE4E7EB,
  ].map { Color(UInt32($0)) }
}

/// How a cell looks.
public struct CellStyle: Hashable, Sendable {
  public enum Format: Hashable, Sendable {
    case general
    case text
    case integer
    /// Major units of money with the currency's sign and decimals, negative in red.
    case money(sign: String, decimals: Int)
    case percent
    /// A factor with two to four decimals.
    case factor
    case decimals(Int)
    case day
    /// Hours and minutes, beyond 24 hours too.
    case hours
  }

  public enum Alignment: Hashable, Sendable { case automatic, left, center, right }
  public enum Border: Hashable, Sendable { case none, hair, top }

  public var format = Format.general
  public var isBold = false
  public var size = 10
  public var color = Color.ink
  public var fill: Color?
  public var alignment = Alignment.automatic
  public var border = Border.none
  public var wraps = false
  public var indent = 0
  /// Whether the cell can be changed on a protected sheet.
  public var isUnlocked = false

  public init() {}

  /// The same style with changes.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }

  public func format(_ format: Format) -> CellStyle { with { $0.format = format } }
  public func aligned(_ alignment: Alignment) -> CellStyle { with { $0.alignment = alignment } }
  public func filled(_ fill: Color?) -> CellStyle { with { $0.fill = fill } }
  public func colored(_ color: Color) -> CellStyle { with { $0.color = color } }
  public var bold: CellStyle { with { $0.isBold = true } }
}

// The styles of Muster's sheets.
extension CellStyle {
  /// The first line of a sheet.
  public static let title = CellStyle().with {
    $0.isBold = true
    $0.size = 16
    $0.color = .deep
  }
  /// What stands under the title.
  public static let subtitle = CellStyle().colored(.quiet)
  /// The heading of a column.
  public static let heading = CellStyle().with {
    $0.isBold = true
    $0.color = .white
    $0.fill = .deep
    $0.alignment = .center
    $0.border = .hair
    $0.wraps = true
  }
  /// A cell of a table.
  public static let body = CellStyle().with { $0.border = .hair }
  /// A cell of a table with text that begins at its left.
  public static let label = CellStyle.body.with {
    $0.alignment = .left
    $0.indent = 1
  }
  /// A cell of a row of totals.
  public static let total = CellStyle().with {
    $0.isBold = true
    $0.fill = .soft
    $0.border = .top
  }
}
