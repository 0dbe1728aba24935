/// Values in PostgreSQL's binary form, one behind the other.
struct PostgresBytes {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  /// Begins the rows of a COPY, the memory kept.
  ///
  /// Source: the chapter on COPY in the manual of PostgreSQL, "Binary Format".
  mutating func beginCopy() {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0])
    // No flags, no extension of the heading.
    append(0 as UInt32)
    append(0 as UInt32)
  }

  mutating func beginRow(columns: Int) { append(UInt16(columns)) }

  mutating func endCopy() { append(UInt16.max) }

  /// The length of a number, and the number.
  mutating func appendField(_ number: Int64) {
    append(8 as UInt32)
    append(UInt64(bitPattern: number))
  }

  /// The length of a text, and the text.
  mutating func appendField(_ text: String) {
    append(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// The length that stands for NULL.
  mutating func appendNullField() { append(UInt32.max) }

  mutating func appendField(_ value: Value) {
    switch value {
    case .null: appendNullField()
    case .integer(let number): appendField(number)
    case .real(let number): appendField(Int64(bitPattern: PostgresBytes.bits(of: number)))
    case .text(let text): appendField(text)
    case .bytes(let raw):
      append(UInt32(raw.count))
      bytes.append(contentsOf: raw)
    }
  }

  /// The value alone; nothing for NULL.
  mutating func append(_ value: Value) {
    switch value {
    case .null: break
    case .integer(let number): append(UInt64(bitPattern: number))
    case .real(let number): append(PostgresBytes.bits(of: number))
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .bytes(let raw): bytes.append(contentsOf: raw)
    }
  }

  /// SQLite knows no negative zero, so no engine keeps one.
  private static func bits(of number: Double) -> UInt64 {
    number == 0 ? 0 : number.bitPattern
  }

  private mutating func append(_ number: UInt64) {
    append(UInt32(truncatingIfNeeded: number >> 32))
    append(UInt32(truncatingIfNeeded: number))
  }

  private mutating func append(_ number: UInt32) {
    append(UInt16(truncatingIfNeeded: number >> 16))
    append(UInt16(truncatingIfNeeded: number))
  }

  mutating func append(_ number: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
    bytes.append(UInt8(truncatingIfNeeded: number))
  }
}
