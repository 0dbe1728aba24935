import MusterWords

/// Finds rows and fields in bytes, as RFC 4180 has them.
///
/// A line ends with LF or CR LF. A field that begins with a quote goes on to the closing one,
/// over commas and ends of lines. A quote inside a field that does not begin with one is text.
/// Lines without a byte are passed over.
struct CSVParser {
  /// How many fields a row must have; nil for the heading.
  var width: Int?
  /// The line at which the next row begins, from 1.
  var line = 1

  private enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let comma = UInt8(ascii: ",")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
  }

  /// The whole rows of `bytes` and how many bytes they take; what follows is the next row's
  /// beginning.
  ///
  /// Where `isLast`, the end of `bytes` ends a row too, unless it stands inside quotes: then that
  /// row stays over. No more than `limit` rows are taken.
  mutating func parse(
    _ bytes: [UInt8], isLast: Bool, limit: Int = .max
  ) -> (block: TableBlock, used: Int) {
    var fields: [TableBlock.Field] = []
    var rows: [TableBlock.Row] = []
    fields.reserveCapacity(bytes.count / 6)
    rows.reserveCapacity(bytes.count / 6 / (width ?? 1) + 1)
    let span = bytes.span
    let end = span.count
    var used = 0
    while used < end, rows.count < limit {
      let firstField = fields.count
      guard let row = scanRow(span, from: used, isLast: isLast, into: &fields) else {
        fields.removeSubrange(firstField...)
        break
      }
      let isBlank = row.end == used
      if isBlank {
        fields.removeSubrange(firstField...)
      } else {
        var fault = row.fault
        let count = fields.count - firstField
        if let width, count != width { fault = .fieldCount(count, wanted: width) }
        rows.append(
          TableBlock.Row(
            firstField: Int32(firstField), start: Int32(used), end: Int32(row.end), line: line,
            fault: fault))
      }
      line += row.lines
      used = row.next
    }
    return (TableBlock(bytes: bytes, fields: fields, rows: rows), used)
  }

  private struct Scan {
    /// Where the row ends, the end of its line not counted.
    var end: Int
    /// Where the next row begins.
    var next: Int
    /// How many ends of lines were passed.
    var lines: Int
    var fault: TableFault?
  }

  private func scanRow(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, into fields: inout [TableBlock.Field]
  ) -> Scan? {
    let end = bytes.count
    var scan = Scan(end: start, next: start, lines: 0, fault: nil)
    var position = start
    let firstField = fields.count
    while true {
      var fieldStart = position
      var fieldEnd: Int?
      var hasDoubledQuotes = false
      if position < end, bytes[position] == Byte.quote {
        fieldStart += 1
        position += 1
        var close: Int?
        while position < end {
          let byte = bytes[position]
          if byte == Byte.quote {
            guard position + 1 < end || isLast else { return nil }
            guard position + 1 < end, bytes[position + 1] == Byte.quote else {
              close = position
              break
            }
            hasDoubledQuotes = true
            position += 1
          } else if byte == Byte.newline {
            scan.lines += 1
          }
          position += 1
        }
        guard let close else { return nil }
        fieldEnd = close
        position = close + 1
      }
      let afterQuote = position
      while position < end, bytes[position] != Byte.comma, bytes[position] != Byte.newline {
        position += 1
      }
      let isAtEnd = position == end
      guard !isAtEnd || isLast else { return nil }
      let isComma = !isAtEnd && bytes[position] == Byte.comma
      var textEnd = position
      if !isComma, textEnd > afterQuote, bytes[textEnd - 1] == Byte.carriageReturn { textEnd -= 1 }
      if fieldEnd != nil, textEnd > afterQuote, scan.fault == nil {
        scan.fault = .textAfterQuote(field: fields.count - firstField + 1)
      }
      fields.append(
        TableBlock.Field(
          start: Int32(fieldStart), end: Int32(fieldEnd ?? textEnd),
          hasDoubledQuotes: hasDoubledQuotes))
      position += 1
      guard !isComma else { continue }
      scan.end = textEnd
      scan.next = min(position, end)
      if !isAtEnd { scan.lines += 1 }
      return scan
    }
  }
}
