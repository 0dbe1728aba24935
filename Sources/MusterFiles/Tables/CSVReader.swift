public import MusterWords

/// Reads a table of comma-separated values, a row at a time, from a file of any size.
///
/// Text is UTF-8, a byte order mark is passed over. Bytes that are not UTF-8 are read as GB18030,
/// provided that the heading then has a known column; the first part of the file that is not
/// plain ASCII decides. Memory does not grow with the file.
///
/// A fault of the whole file (no heading, a missing column, an encoding, a last row cut off) is
/// thrown as a ``FileRefusal``; a fault of one row stands in ``CSVRow/fault``.
public final class CSVReader {
  public let heading: TableHeading

  private let source: ByteSource
  private let isKnown: Bool
  private var parser: CSVParser
  private var text: TableText
  private var block = CSVBlock(bytes: [], fields: [], rows: [])
  private var index = 0
  private var isAtEnd = false

  /// A row may not be longer, in bytes: a quote that is never closed would take the whole file.
  private static let longestRow = 8 << 20

  /// Opens the file at `path` and reads its heading; `-` is standard input.
  public convenience init(path: String, columns: [TableColumn]) throws(FileRefusal) {
    try self.init(source: ByteSource(path: path, chunkSize: 256 << 10), columns: columns)
  }

  /// Reads `bytes` as if they stood in `file`.
  public convenience init(
    bytes: [UInt8], file: String, columns: [TableColumn], chunkSize: Int = 256 << 10
  ) throws(FileRefusal) {
    try self.init(
      source: ByteSource(bytes: bytes, file: file, chunkSize: chunkSize), columns: columns)
  }

  /// Reads `text` as if it stood in `file`.
  public convenience init(
    text: String, file: String, columns: [TableColumn]
  ) throws(FileRefusal) {
    try self.init(bytes: Array(text.utf8), file: file, columns: columns)
  }

  private init(source: ByteSource, columns: [TableColumn]) throws(FileRefusal) {
    self.source = source
    var text = TableText(source: source)
    var parser = CSVParser()
    var block = CSVBlock(bytes: [], fields: [], rows: [])
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
    let row = CSVRow(block: block, index: 0)
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

  /// The file as the user named it.
  public var file: String { source.file }

  /// How many bytes were read, for a progress bar.
  public var bytesRead: Int { source.bytesRead }

  /// How many bytes the file has, where that is known.
  public var byteCount: Int? { source.byteCount }

  /// Whether the last row was read and had no line end: whole, or cut inside its last field.
  public private(set) var endsOpen = false

  /// The next row, or nil after the last one.
  public func next() throws(FileRefusal) -> CSVRow? {
    while index == block.rows.count {
      guard try refill() else { return nil }
    }
    index += 1
    return CSVRow(block: block, index: index - 1)
  }

  /// The problem of `row` in this file, `wanted` being what its field at `column` should be.
  public func problem(
    _ row: CSVRow, column: String, wanted: Phrase, hint: Phrase? = nil
  ) -> FileFault {
    let place = heading.place(of: column)
    let found = place.flatMap { $0 < row.count ? row.text($0) : nil }
    return FileFault(
      file: file, line: row.line, column: place.map { heading.names[$0] } ?? column,
      found: found, wanted: wanted, hint: hint)
  }

  /// Reads on until there is a whole row; false at the end of the file.
  private func refill() throws(FileRefusal) -> Bool {
    index = 0
    block = CSVBlock(bytes: [], fields: [], rows: [])
    while block.rows.isEmpty, !isAtEnd {
      isAtEnd = try !text.read(line: parser.line)
      guard isKnown || !text.isGB18030 else {
        throw TableFault.refusal(.badData, .encoding, file: file, line: parser.line)
      }
      let used: Int
      (block, used) = parser.parse(text.pending, isLast: isAtEnd)
      try CSVReader.check(text, parser, used: used, isAtEnd: isAtEnd)
      if isAtEnd, endsEarly(block) {
        throw TableFault.refusal(.badData, .cutOff, file: file, line: block.rows.last?.line)
      }
      if isAtEnd, let last = block.bytes.last { endsOpen = last != UInt8(ascii: "\n") }
      text.drop(used)
    }
    return !block.rows.isEmpty
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
  private func endsEarly(_ block: CSVBlock) -> Bool {
    guard block.bytes.last != UInt8(ascii: "\n"),
      case .fieldCount(let count, let wanted) = block.rows.last?.fault
    else { return false }
    return count < wanted
  }
}

extension CSVReader {
  /// All rows of a small table, each with its line; a row with a fault refuses the table.
  public func rest() throws(FileRefusal) -> [CSVRow] {
    var rows: [CSVRow] = []
    var faults: [FileFault] = []
    while let row = try next() {
      if let fault = row.fault { faults.append(fault.problem(file: file, line: row.line)) }
      rows.append(row)
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    return rows
  }
}
