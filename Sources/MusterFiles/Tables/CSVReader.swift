import MusterWords

/// Reads a table of comma-separated values, a block of rows at a time, from a file of any size.
///
/// Text is UTF-8, a byte order mark is passed over. Bytes that are not UTF-8 are read as GB18030,
/// provided that the heading then has a known column; the first part of the file that is not
/// plain ASCII decides. Memory does not grow with the file.
///
/// A fault of the whole file (no heading, a missing column, an encoding, a last row cut off) is
/// thrown as a ``FileRefusal``; a fault of one row stands in ``TableRow/fault``.
final class CSVReader: TableFormat {
  let heading: TableHeading

  private let source: ByteSource
  private let isKnown: Bool
  private var parser: CSVParser
  private var text: TableText
  private var isAtEnd = false

  /// A row may not be longer, in bytes: a quote that is never closed would take the whole file.
  private static let longestRow = 8 << 20

  /// Reads the heading of `source`.
  init(_ source: ByteSource, columns: [TableColumn]) throws(FileRefusal) {
    self.source = source
    var text = TableText(source: source)
    var parser = CSVParser()
    var block = TableBlock(bytes: [], fields: [], rows: [])
    var isAtEnd = false
    while block.rows.isEmpty, !isAtEnd {
      isAtEnd = try !text.read(line: parser.line)
      let used: Int
      (block, used) = parser.parse(text.pending, isLast: isAtEnd, limit: 1)
      if block.rows.isEmpty { try CSVReader.check(text, parser, used: used, isAtEnd: isAtEnd) }
      text.drop(used)
    }
    guard !block.rows.isEmpty else {
      throw TableFault.refusal(.badData, .empty, file: source.file)
    }
    let row = TableRow(block: block, index: 0)
    let names = row.texts.map(trimmed)
    self.isKnown = TableHeading.isKnown(names, columns)
    guard isKnown || !text.isGB18030 else {
      throw TableFault.refusal(.badData, .encoding, file: source.file, line: row.line)
    }
    self.heading = try TableHeading(
      names: names, columns: columns, file: source.file, line: row.line)
    parser.width = names.count
    self.text = text
    self.parser = parser
  }

  private(set) var endsOpen = false

  func next() throws(FileRefusal) -> TableBlock? {
    var block = TableBlock(bytes: [], fields: [], rows: [])
    while block.rows.isEmpty, !isAtEnd {
      isAtEnd = try !text.read(line: parser.line)
      guard isKnown || !text.isGB18030 else {
        throw TableFault.refusal(.badData, .encoding, file: source.file, line: parser.line)
      }
      let used: Int
      (block, used) = parser.parse(text.pending, isLast: isAtEnd)
      try CSVReader.check(text, parser, used: used, isAtEnd: isAtEnd)
      if isAtEnd, endsEarly(block) {
        throw TableFault.refusal(.badData, .cutOff, file: source.file, line: block.rows.last?.line)
      }
      if isAtEnd, let last = block.bytes.last { endsOpen = last != UInt8(ascii: "\n") }
      text.drop(used)
    }
    return block.rows.isEmpty ? nil : block
  }

  /// Refuses a file whose end, or too much of it, stands inside quotes.
  private static func check(
    _ text: TableText, _ parser: CSVParser, used: Int, isAtEnd: Bool
  ) throws(FileRefusal) {
    let left = text.pending.count - used
    if isAtEnd, left > 0 {
      throw TableFault.refusal(.badData, .cutOff, file: text.file, line: parser.line)
    }
    if left > longestRow {
      throw TableFault.refusal(.badData, .endless, file: text.file, line: parser.line)
    }
  }

  /// Whether the last line has no end and fewer fields than the heading.
  private func endsEarly(_ block: TableBlock) -> Bool {
    guard block.bytes.last != UInt8(ascii: "\n"),
      case .fieldCount(let count, let wanted) = block.rows.last?.fault
    else { return false }
    return count < wanted
  }
}
