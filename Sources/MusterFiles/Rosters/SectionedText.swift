import MusterWords

/// A text in sections, each of lines of fields between commas, and what is wrong with it.
///
/// Both formats of roster benchmarks are written so. A section begins at a line `SECTION_...`; empty
/// lines and those that begin with `#` say nothing.
struct SectionedText<Section: RawRepresentable & Hashable> where Section.RawValue == String {
  struct Line {
    var number: Int
    var fields: [String]
  }

  let file: String
  private var sections: [Section: [Line]] = [:]
  private(set) var faults: [FileFault] = []

  /// The sections of `text`; those of `required` that are not there are noted.
  init(_ text: String, file: String, required: [Section]) {
    self.file = file
    var section: Section?
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = trimmed(String(raw))
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      if line.hasPrefix("SECTION_") {
        section = Section(rawValue: line)
        if section == nil { note(.unknownSection, line: index + 1, found: line) }
      } else if let section {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
          .map { trimmed(String($0)) }
        sections[section, default: []].append(Line(number: index + 1, fields: fields))
      } else if faults.isEmpty {
        note(.outsideSection, line: index + 1, found: line)
      }
    }
    for section in required where sections[section] == nil {
      note(.missingSection(section.rawValue), line: nil, found: nil)
    }
  }

  subscript(section: Section) -> [Line] { sections[section] ?? [] }

  /// The only line of a section; one more is noted.
  mutating func only(_ section: Section) -> Line? {
    let lines = self[section]
    if lines.count > 1 {
      note(.secondHorizon, line: lines[1].number, found: lines[1].fields.joined(separator: ","))
    }
    return lines.first
  }

  /// Whether `line` has at least `count` fields; that it has not is noted.
  mutating func has(_ count: Int, _ line: Line) -> Bool {
    if line.fields.count >= count { return true }
    note(
      .fieldCount(least: count), line: line.number, found: line.fields.joined(separator: ","))
    return false
  }

  mutating func note(
    _ fault: RosterTextFault, line: Int?, place: Int? = nil, found: String?
  ) {
    faults.append(
      fault.fileFault(file: file, line: line, column: place.map { "#\($0 + 1)" }, found: found))
  }

  /// Refuses the file where anything was noted.
  func refuseFaults() throws(FileRefusal) {
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
  }
}
