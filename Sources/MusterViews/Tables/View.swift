package import MusterWords

/// What a result looks like: a text for people, csv for spreadsheets, json for programs.
package struct View {
  package let text: (Language) -> String
  package let json: (Language) -> String
  /// Nil where the result is no table.
  package let csv: (() -> String)?
  /// What is said beside the result.
  package var notes: [Phrase]
  /// What is said beside the text alone.
  package var asides: [Phrase] = []
  /// What does not hold, told after the result.
  package var faults: [Phrase]
  /// Whether what was checked holds; where it does not, its notes say why.
  package var holds = true

  /// A result that is no table.
  package init(
    _ json: @autoclosure @escaping () -> JSON, notes: [Phrase] = [], faults: [Phrase] = [],
    text: @escaping (Language) -> String
  ) {
    self.init(json: { _ in json() }, notes: notes, faults: faults, text: text)
  }

  /// A result that is told in one sentence.
  package init(_ json: JSON, saying phrase: Phrase, notes: [Phrase] = []) {
    self.init(json, notes: notes) { phrase[$0] + "\n" }
  }

  /// A result that is no table, sentences of its json in the reader's language.
  package init(
    json: @escaping (Language) -> JSON, notes: [Phrase] = [], faults: [Phrase] = [],
    text: @escaping (Language) -> String
  ) {
    self.text = text
    self.json = { json($0).text }
    csv = nil
    self.notes = notes
    self.faults = faults
  }

  /// A table; where people, programs or spreadsheets get something else than its rows, that.
  package init(
    _ table: Table, notes: [Phrase] = [], faults: [Phrase] = [],
    csv: (() -> String)? = nil, json: ((Language) -> JSON)? = nil,
    text: ((Language) -> String)? = nil
  ) {
    self.text = text ?? table.text
    self.json = { (json?($0) ?? table.json).text }
    self.csv = csv ?? { table.csv }
    self.notes = notes
    self.faults = faults
  }

  /// A page, which is the same to all.
  package init(verbatim page: String) {
    text = { _ in page }
    json = { _ in page }
    csv = nil
    notes = []
    faults = []
  }

  /// A file that was written.
  package init(file: String) {
    self.init(.object([JSON.Member("file", .text(file))])) { _ in file + "\n" }
  }
}
