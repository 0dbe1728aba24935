import MusterFiles

/// A result as rows and columns, rendered for people, for spreadsheets or for programs.
struct Table {
  /// A column: its key in csv and json, its heading for people, and how it is set.
  struct Column {
    enum Alignment { case left, right }

    let key: String
    let heading: Phrase
    var alignment: Alignment = .left

    init(_ key: String, zh: String, en: String, _ alignment: Alignment = .left) {
      self.key = key
      self.heading = Phrase(zh: zh, en: en)
      self.alignment = alignment
    }
  }

  /// What stands in a row and a column: a text for people and a value for programs.
  struct Cell {
    let text: Phrase
    let value: JSON

    /// A text that programs get as it is.
    init(_ text: String) {
      self.text = Phrase(verbatim: text)
      self.value = .text(text)
    }

    /// A text, or an empty cell and null.
    init(_ text: String?) {
      self.text = Phrase(verbatim: text ?? "")
      self.value = text.map(JSON.text) ?? .null
    }

    /// A whole number, or an empty cell and null.
    init(_ number: (some BinaryInteger)?) {
      self.text = Phrase(verbatim: number.map { String($0) } ?? "")
      self.value = number.map { .int(Int64($0)) } ?? .null
    }

    /// One thing for people, another for programs.
    init(_ text: Phrase, _ value: JSON) {
      self.text = text
      self.value = value
    }
  }

  var columns: [Column]
  var rows: [[Cell]]

  init(_ columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The rows as a json array of objects.
  var json: JSON {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { column, cell in JSON.Member(column.key, cell.value) })
      })
  }

  /// The rows as csv with English keys as heading.
  var csv: String {
    let heading = columns.map(\.key)
    let lines = [heading] + rows.map { row in row.map { Table.plain($0.value) } }
    return lines.map { $0.map(Table.quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// The rows under their headings, columns aligned by the cells that characters take.
  func text(in language: Language) -> String {
    let lines = [columns.map(\.heading[language])] + rows.map { $0.map(\.text[language]) }
    let widths = columns.indices.map { index in lines.map { displayWidth($0[index]) }.max() ?? 0 }
    var text = ""
    for line in lines {
      var row = ""
      for (index, cell) in line.enumerated() {
        let blanks = String(repeating: " ", count: widths[index] - displayWidth(cell))
        row += columns[index].alignment == .right ? blanks + cell : cell + blanks
        if index + 1 < line.count { row += "  " }
      }
      while row.last == " " { row.removeLast() }
      text += row + "\n"
    }
    return text
  }

  private static func plain(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    default: String(value.text.dropLast())
    }
  }

  private static func quoted(_ field: String) -> String {
    let special = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard special else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// How many cells of a terminal `text` takes: two for East Asian wide characters, none for
/// combining marks.
///
/// Source: Unicode Standard Annex 11, ranges of classes W and F.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { width, scalar in
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F, 0x20D0...0x20FF: width
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      width + 2
    default: width + 1
    }
  }
}
