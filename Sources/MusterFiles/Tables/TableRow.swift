public import MusterWords

/// A run of whole rows with the places of their fields: what rows share.
final class TableBlock: Sendable {
  struct Field: Sendable {
    let start: Int32
    let end: Int32
    /// Whether quotes inside the field are written twice.
    let hasDoubledQuotes: Bool
  }

  struct Row: Sendable {
    let firstField: Int32
    let start: Int32
    let end: Int32
    let line: Int
    let fault: TableFault?
  }

  let bytes: [UInt8]
  let fields: [Field]
  let rows: [Row]

  init(bytes: [UInt8], fields: [Field], rows: [Row]) {
    self.bytes = bytes
    self.fields = fields
    self.rows = rows
  }
}

/// One row of a table: its fields as bytes, turned into text only where asked.
public struct TableRow: Sendable {
  let block: TableBlock
  let index: Int

  private var row: TableBlock.Row { block.rows[index] }

  /// The line of the file at which the row begins, from 1.
  public var line: Int { row.line }

  /// What is wrong with the row as a row; nil where it has a field for each heading.
  public var fault: TableFault? { row.fault }

  /// How many fields the row has.
  public var count: Int {
    let next = index + 1 < block.rows.count ? Int(block.rows[index + 1].firstField) : nil
    return (next ?? block.fields.count) - Int(row.firstField)
  }

  /// The UTF-8 bytes of the field at `place`, without its quotes.
  public subscript(place: Int) -> ArraySlice<UInt8> {
    let field = block.fields[Int(row.firstField) + place]
    let bytes = block.bytes[Int(field.start)..<Int(field.end)]
    guard field.hasDoubledQuotes else { return bytes }
    var single: [UInt8] = []
    single.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { single.append(byte) }
    }
    return single[...]
  }

  /// The text of the field at `place`.
  public func text(_ place: Int) -> String { String(decoding: self[place], as: UTF8.self) }

  /// Whether the field at `place` has no bytes.
  public func isEmpty(_ place: Int) -> Bool {
    let field = block.fields[Int(row.firstField) + place]
    return field.start == field.end
  }

  /// The whole number that the field at `place` spells, or nil where it spells none.
  public func wholeNumber(_ place: Int) -> Int? {
    var bytes = self[place]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    guard (1...18).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return isNegative ? -value : value
  }

  /// All fields as text.
  public var texts: [String] { (0..<count).map(text) }

  /// The row as it stands in the file, in UTF-8, without the end of its line.
  public var source: String {
    String(decoding: block.bytes[Int(row.start)..<Int(row.end)], as: UTF8.self)
  }
}
