public import MusterWords

/// What a format of tables gives: a heading, then rows by the block.
protocol TableFormat: AnyObject {
  var heading: TableHeading { get }
  /// Whether the last row was read and had no line end: whole, or cut inside its last field.
  var endsOpen: Bool { get }

  /// The next rows, at least one, or nil after the last one.
  func next() throws(FileRefusal) -> TableBlock?
}

/// Reads a table, a row at a time: what importers know of a file, whatever its format.
///
/// A fault of the whole file is thrown as a ``FileRefusal``; a fault of one row stands in
/// ``TableRow/fault``.
public final class TableReader {
  private let source: ByteSource
  private let format: any TableFormat
  private var block = TableBlock(bytes: [], fields: [], rows: [])
  private var index = 0

  /// Opens `file` and reads its heading, in which `columns` are looked for.
  public init(
    _ file: FileSource, columns: [TableColumn], chunkSize: Int = 256 << 10
  ) throws(FileRefusal) {
    source = try ByteSource(file, chunkSize: chunkSize)
    // The one format there is; another one is chosen here, by the first bytes.
    format = try CSVReader(source, columns: columns)
  }

  public var heading: TableHeading { format.heading }

  /// The file as the user named it.
  public var file: String { source.file }

  /// How many bytes were read, for a progress bar.
  public var bytesRead: Int { source.bytesRead }

  /// How many bytes the file has, where that is known.
  public var byteCount: Int? { source.byteCount }

  /// Whether the last row was read and had no line end: whole, or cut inside its last field.
  public var endsOpen: Bool { format.endsOpen }

  /// The next row, or nil after the last one.
  public func next() throws(FileRefusal) -> TableRow? {
    if index == block.rows.count {
      guard let following = try format.next() else { return nil }
      (block, index) = (following, 0)
    }
    index += 1
    return TableRow(block: block, index: index - 1)
  }

  /// All rows of a small table, each with its line; a row with a fault refuses the table.
  public func rest() throws(FileRefusal) -> [TableRow] {
    var rows: [TableRow] = []
    var faults: [FileFault] = []
    while let row = try next() {
      if let fault = row.fault { faults.append(fault.fileFault(file: file, line: row.line)) }
      rows.append(row)
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    return rows
  }

  /// What is wrong with `row`, `wanted` being what its field at `column` should be.
  public func fileFault(
    _ row: TableRow, column: String, wanted: Phrase, hint: Phrase? = nil
  ) -> FileFault {
    let place = heading.place(of: column)
    let found = place.flatMap { $0 < row.count ? row.text($0) : nil }
    return FileFault(
      file: file, line: row.line, column: place.map { heading.names[$0] } ?? column,
      found: found, wanted: wanted, hint: hint)
  }
}
