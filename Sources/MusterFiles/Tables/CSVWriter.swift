/// Writes a table of comma-separated values, as RFC 4180 has them but with LF line ends.
public struct CSVWriter {
  /// Whether text that a spreadsheet program would take for a formula gets a `'` before it.
  ///
  /// Such text begins with `=`, `+`, `-`, `@`, their full-width forms, a tab, a carriage return
  /// or NUL; a plain number keeps its sign. Source: OWASP ASVS 5.0, 1.2.10.
  public let guardsFormulas: Bool

  /// How many fields got a `'` before them.
  public private(set) var guardedCount = 0

  /// The table so far.
  public private(set) var text = ""

  public init(guardsFormulas: Bool = false) {
    self.guardsFormulas = guardsFormulas
  }

  /// Adds a row.
  public mutating func row(_ fields: some Sequence<String>) {
    var isFirst = true
    var isEmpty = true
    for field in fields {
      if !isFirst { text += "," }
      if !isFirst || !field.isEmpty { isEmpty = false }
      isFirst = false
      add(field)
    }
    // A line without a byte would be passed over.
    if isEmpty { text += "\"\"" }
    text += "\n"
  }

  /// Adds a row.
  public mutating func row(_ fields: String...) { row(fields) }

  /// Gives away what was written so far, so that a long table goes out piece by piece.
  public mutating func take() -> String {
    defer { text = "" }
    return text
  }

  private mutating func add(_ field: String) {
    var field = field
    if guardsFormulas, isFormulaLike(field) {
      field = "'" + field
      guardedCount += 1
    }
    let needsQuotes = field.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else {
      text += field
      return
    }
    text += "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }
}

/// Whether a spreadsheet program may take `field` for a formula.
private func isFormulaLike(_ field: String) -> Bool {
  guard let first = field.unicodeScalars.first else { return false }
  switch first {
  case "=", "@", "\t", "\r", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
  case "+", "-": return !isPlainNumber(field.utf8.dropFirst())
  default: return false
  }
}

private func isPlainNumber(_ bytes: Substring.UTF8View) -> Bool {
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return (1...2).contains(parts.count)
    && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits.contains) }
}
