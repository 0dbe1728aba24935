import Glibc

/// Turns GB18030, what spreadsheets in China save, into UTF-8, chunk by chunk.
///
/// The conversion is the system's `iconv`; a character cut at the end of a chunk waits for the
/// next one.
@safe final class GB18030Decoder {
  private let converter: iconv_t
  private var rest: [UInt8] = []

  /// A decoder, or nil where the system knows no GB18030.
  init?() {
    guard let converter = unsafe iconv_open("UTF-8", "GB18030"),
      Int(bitPattern: converter) != -1
    else { return nil }
    unsafe self.converter = converter
  }

  deinit {
    unsafe iconv_close(converter)
  }

  /// The UTF-8 of the characters that `chunk` completes, or nil where its bytes spell none.
  func decode(_ chunk: [UInt8]) -> [UInt8]? {
    var input = rest + chunk
    // A GB18030 character of two bytes becomes three, one of four bytes at most four.
    let capacity = input.count * 2 + 16
    var left = input.count
    var outcome = 0
    let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      unsafe input.withUnsafeMutableBytes { bytes in
        var from = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe UnsafeMutableRawPointer(buffer.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var room = capacity
        outcome = unsafe iconv(converter, &from, &left, &to, &room)
        if outcome == -1, errno == EINVAL { outcome = 0 }
        count = capacity - room
      }
    }
    guard outcome >= 0 else { return nil }
    rest = Array(input.suffix(left))
    return output
  }

  /// Whether the bytes given so far end between two characters.
  var isAtBoundary: Bool { rest.isEmpty }
}
