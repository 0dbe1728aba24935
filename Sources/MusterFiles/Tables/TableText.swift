import MusterWords

/// The text of a table as it comes in: UTF-8, whatever the file was saved in.
struct TableText {
  private enum Encoding {
    /// Plain ASCII so far, which is the same in either encoding.
    case open
    case utf8
    case gb18030(GB18030Decoder)
  }

  /// Text read and not yet parsed.
  ///
  /// All up to the last end of a line is known to be UTF-8, and all of it at the end of the file.
  private(set) var pending: [UInt8] = []

  private let source: ByteSource
  private var encoding = Encoding.open
  /// How many bytes of `pending` are known to be UTF-8.
  private var checked = 0
  private var isAtStart = true

  init(source: ByteSource) {
    self.source = source
  }

  /// The file as the user named it.
  var file: String { source.file }

  /// Whether the file is read as GB18030.
  var isGB18030: Bool {
    if case .gb18030 = encoding { true } else { false }
  }

  /// Forgets the first `count` bytes of `pending`.
  mutating func drop(_ count: Int) {
    pending.removeSubrange(..<count)
    checked = max(0, checked - count)
  }

  /// Reads a chunk more into `pending`, whose first line has the number `line`; false at the end.
  mutating func read(line: Int) throws(FileRefusal) -> Bool {
    let chunk = try source.next()
    if case .gb18030(let decoder) = encoding {
      guard let text = decoder.decode(chunk ?? []), chunk != nil || decoder.isAtBoundary else {
        throw TableFault.refusal(.badData, .encoding, file: source.file, line: line)
      }
      pending += text
      return chunk != nil
    }
    pending += chunk ?? []
    if isAtStart, pending.count >= 3 || chunk == nil {
      isAtStart = false
      if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
        pending.removeFirst(3)
        encoding = .utf8
      }
    }
    let isAtEnd = chunk == nil
    let end = isAtEnd ? pending.count : (pending.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    guard end > checked else { return !isAtEnd }
    if let valid = validPrefix(pending.span.extracting(checked..<end)) {
      try changeEncoding(isAtEnd: isAtEnd, line: line, validTo: checked + valid)
      return !isAtEnd
    }
    if case .open = encoding, pending[checked..<end].contains(where: { $0 >= 0x80 }) {
      encoding = .utf8
    }
    checked = end
    return !isAtEnd
  }

  /// Goes over to GB18030, all text before `pending` being plain ASCII.
  private mutating func changeEncoding(
    isAtEnd: Bool, line: Int, validTo end: Int
  ) throws(FileRefusal) {
    let lines = pending[..<end].count { $0 == UInt8(ascii: "\n") }
    guard case .open = encoding else {
      throw TableFault.refusal(.badData, .encoding, file: source.file, line: line + lines)
    }
    guard let decoder = GB18030Decoder() else {
      throw TableFault.refusal(.badData, .noGB18030, file: source.file)
    }
    guard let text = decoder.decode(pending), !isAtEnd || decoder.isAtBoundary else {
      throw TableFault.refusal(.badData, .encoding, file: source.file, line: line + lines)
    }
    pending = text
    encoding = .gb18030(decoder)
  }
}

/// Nil where `bytes` are UTF-8, else how many bytes from the beginning are.
private func validPrefix(_ bytes: Span<UInt8>) -> Int? {
  do {
    _ = try UTF8Span(validating: bytes)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}
