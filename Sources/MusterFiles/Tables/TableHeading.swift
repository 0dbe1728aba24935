import MusterWords

/// The first row of a table: which column stands where.
public struct TableHeading: Hashable, Sendable {
  /// The headings as the file has them, without blanks around them.
  public let names: [String]
  /// The place of each known column that is there, in the order of the columns asked for.
  private let places: [Int?]
  private let columns: [TableColumn]

  /// The places of `columns` in `names`.
  ///
  /// Refuses a heading without a required column, with two columns of one name, or with two that
  /// stand for one column; all of these are reported together.
  init(names: [String], columns: [TableColumn], file: String, line: Int) throws(FileRefusal) {
    self.names = names
    self.columns = columns
    var faults: [FileFault] = []
    for (place, name) in names.enumerated() where names[..<place].contains(name) {
      faults.append(TableFault.repeatedHeading(name).fileFault(file: file, line: line))
    }
    var places: [Int?] = []
    for column in columns {
      let matching = names.indices.filter { column.matches(names[$0]) }
      // A column's own name goes before other headings that mean the same.
      places.append(matching.first { names[$0] == column.name } ?? matching.first)
      if matching.isEmpty, column.isRequired {
        let near = nearest(to: column.name, among: names)
        faults.append(
          TableFault.missingColumn(column.name, synonyms: column.synonyms, near: near)
            .fileFault(file: file, line: line))
      }
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    self.places = places
  }

  /// Whether `names` are a heading of `columns`, as far as can be told.
  ///
  /// One of them must be a known one, and one of those with other than ASCII letters, if there
  /// are such: bytes read in a wrong encoding give names too.
  static func isKnown(_ names: [String], _ columns: [TableColumn]) -> Bool {
    let telling = names.filter { !$0.utf8.allSatisfy { $0 < 0x80 } }
    return (telling.isEmpty ? names : telling).contains { name in
      columns.contains { $0.matches(name) }
    }
  }

  /// Where the column called `name` stands, or nil where the file has none.
  ///
  /// A name that no column asked for has is looked up among the headings themselves.
  public func place(of name: String) -> Int? {
    guard let index = columns.firstIndex(where: { $0.name == name }) else {
      return names.firstIndex(of: name)
    }
    return places[index]
  }

  /// Headings that stand for no known column, in the order of the file.
  public var unknown: [String] {
    names.filter { name in !columns.contains { $0.matches(name) } }
  }
}
