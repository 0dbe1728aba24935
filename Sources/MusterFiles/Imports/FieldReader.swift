import MusterWords
import Vocabulary

/// Reads the fields of rows by column, and collects what is wrong with a row.
///
/// Blanks around a field do not count, and a field of blanks alone is empty.
struct FieldReader {
  let reader: TableReader
  let mapping: ImportMapping
  let zone: Zone
  let currency: Currency
  /// What is wrong with the row so far.
  private(set) var faults: [FileFault] = []

  /// A column of the file: its name and where it stands, if it does.
  struct Column {
    let name: String
    let place: Int?
    let values: [String: String]?
  }

  init(_ reader: TableReader, mapping: ImportMapping, zone: Zone, currency: Currency) {
    self.reader = reader
    self.mapping = mapping
    self.zone = zone
    self.currency = currency
  }

  func column(_ name: String) -> Column {
    Column(name: name, place: reader.heading.place(of: name), values: mapping.values[name])
  }

  /// Gives the faults away and begins the next row.
  mutating func takeProblems() -> [FileFault] {
    guard !faults.isEmpty else { return [] }
    defer { faults = [] }
    return faults
  }

  /// Notes that the field at `column` is at fault.
  mutating func report(_ fault: ImportFault, _ row: TableRow, _ column: Column) {
    faults.append(fault.fileFault(row, column: column.name, in: reader))
  }

  /// The bytes of the field, or nil where it is empty or the file has no such column.
  private func bytes(_ row: TableRow, _ column: Column) -> ArraySlice<UInt8>? {
    guard let place = column.place, place < row.count else { return nil }
    var bytes = row[place]
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
    guard let values = column.values else { return bytes.isEmpty ? nil : bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    let mapped = values[text] ?? text
    return mapped.isEmpty ? nil : ArraySlice(mapped.utf8)
  }

  /// The text, or nil where there is none.
  func text(_ row: TableRow, _ column: Column) -> String? {
    bytes(row, column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text, which must not be empty.
  mutating func required(_ row: TableRow, _ column: Column) -> String {
    if let text = text(row, column) { return text }
    report(.empty, row, column)
    return ""
  }

  /// The moment, on the clocks of the zone where the field names no offset.
  mutating func time(_ row: TableRow, _ column: Column) -> Instant? {
    guard let bytes = bytes(row, column) else { return nil }
    if let stamp = Timestamp(bytes: bytes) ?? Timestamp(bytes: padded(bytes)[...]) {
      return stamp.instant(in: zone)
    }
    report(.badTime, row, column)
    return nil
  }

  mutating func day(_ row: TableRow, _ column: Column) -> Day? {
    guard let bytes = bytes(row, column) else { return nil }
    if let day = Day(String(decoding: padded(bytes), as: UTF8.self)) { return day }
    report(.badDay, row, column)
    return nil
  }

  mutating func flag(_ row: TableRow, _ column: Column) -> Bool? {
    guard let bytes = bytes(row, column) else { return nil }
    if bytes.elementsEqual([UInt8(ascii: "0")]) { return false }
    if bytes.elementsEqual([UInt8(ascii: "1")]) { return true }
    if let flag = ImportWords.flag(String(decoding: bytes, as: UTF8.self)) { return flag }
    report(.badFlag, row, column)
    return nil
  }

  /// Whole seconds, from none to ten million.
  mutating func seconds(_ row: TableRow, _ column: Column) -> Int? {
    guard let bytes = bytes(row, column) else { return nil }
    if let number = wholeNumber(bytes), (0...10_000_000).contains(number) { return number }
    report(.badSeconds, row, column)
    return nil
  }

  mutating func rating(_ row: TableRow, _ column: Column) -> Int? {
    guard let bytes = bytes(row, column) else { return nil }
    if let number = wholeNumber(bytes), (1...5).contains(number) { return number }
    report(.badRating, row, column)
    return nil
  }

  /// An amount in minor units, from none to a million million.
  mutating func amount(_ row: TableRow, _ column: Column) -> Int64? {
    guard let bytes = bytes(row, column) else { return nil }
    let amount: Int64? =
      switch mapping.amounts {
      case .minor: wholeNumber(bytes).map(Int64.init)
      case .major:
        scaledDecimal(String(decoding: bytes, as: UTF8.self), places: currency.decimals)
      }
    guard let amount else {
      report(mapping.amounts == .minor ? .badMinorAmount : .badMajorAmount, row, column)
      return nil
    }
    guard amount >= 0 else {
      report(.negativeAmount, row, column)
      return nil
    }
    guard amount <= 1_000_000_000_000 else {
      report(.tooLarge, row, column)
      return nil
    }
    return amount
  }

  /// The words of a list by `|`, `、` or `;`.
  func list(_ row: TableRow, _ column: Column) -> [String] {
    guard let text = text(row, column) else { return [] }
    return text.split { "|、;；".contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}

/// The whole number that ASCII digits, with or without a `-`, spell, or nil.
private func wholeNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
  let isNegative = bytes.first == UInt8(ascii: "-")
  let digits = isNegative ? bytes.dropFirst() : bytes
  guard (1...18).contains(digits.count) else { return nil }
  var value = 0
  for byte in digits {
    guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return isNegative ? -value : value
}

/// A date or time with slashes or without leading zeros, as spreadsheets save it, in the form
/// `YYYY-MM-DD HH:MM:SS`: `2026/10/1 9:05` becomes `2026-10-01 09:05`.
private func padded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  var digits = 0
  for byte in bytes {
    let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    if !isDigit, digits == 1 { result.insert(UInt8(ascii: "0"), at: result.count - 1) }
    digits = isDigit ? digits + 1 : 0
    result.append(byte == UInt8(ascii: "/") ? UInt8(ascii: "-") : byte)
  }
  if digits == 1 { result.insert(UInt8(ascii: "0"), at: result.count - 1) }
  return result
}
