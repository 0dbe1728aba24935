import MusterFiles
package import MusterWords
package import People

/// A result as rows and columns, rendered for people, for spreadsheets or for programs.
package struct Table {
  /// What stands in a row and a column: a text for people and a value for programs.
  package struct Cell {
    package let text: Phrase
    package let value: JSON

    /// A text that programs get as it is.
    package init(_ text: String) {
      self.text = Phrase(verbatim: text)
      self.value = .text(text)
    }

    /// A text, or an empty cell and null.
    package init(_ text: String?) {
      self.text = Phrase(verbatim: text ?? "")
      self.value = text.map(JSON.text) ?? .null
    }

    /// What an agent is called, programs getting nothing of a name that was erased.
    package init(named agent: Agent?) {
      self.init(agent?.phrase ?? Phrase(verbatim: ""), agent.map { .text($0.name) } ?? .null)
    }

    /// A whole number, or an empty cell and null.
    package init(_ number: (some BinaryInteger)?) {
      self.text = Phrase(verbatim: number.map { String($0) } ?? "")
      self.value = number.map { .int(Int64($0)) } ?? .null
    }

    /// One thing for people, another for programs.
    package init(_ text: Phrase, _ value: JSON) {
      self.text = text
      self.value = value
    }
  }

  package var columns: [Heading]
  package var rows: [[Cell]]

  package init(_ columns: [Heading], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The rows as a json array of objects.
  package var json: JSON {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { column, cell in JSON.Member(column.key, cell.value) })
      })
  }

  /// The rows as csv with English keys as heading.
  package var csv: String {
    let heading = columns.map(\.key)
    let lines = [heading] + rows.map { row in row.map { Table.plain($0.value) } }
    return lines.map { $0.map(Table.quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// The rows under their headings, columns aligned by the cells that characters take.
  package func text(in language: Language) -> String {
    let lines = [columns.map(\.phrase[language])] + rows.map { $0.map(\.text[language]) }
    let widths = columns.indices.map { index in lines.map { $0[index].cellWidth }.max() ?? 0 }
    var text = ""
    for line in lines {
      var row = ""
      for (index, cell) in line.enumerated() {
        let blanks = String(repeating: " ", count: widths[index] - cell.cellWidth)
        row += columns[index].isNumber ? blanks + cell : cell + blanks
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
