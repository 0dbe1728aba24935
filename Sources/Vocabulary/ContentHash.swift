import Crypto

/// The SHA-256 of a text or a run of bytes: the name of a policy, the link of a chain.
public struct ContentHash: Hashable, Sendable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// The hash of `text` in UTF-8, with CR LF and lone CR read as LF.
  public init(ofText text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for byte in text.utf8 {
      if byte == 13 {
        bytes.append(10)
      } else if byte != 10 || !afterReturn {
        bytes.append(byte)
      }
      afterReturn = byte == 13
    }
    self.init(of: bytes)
  }

  /// The hash of `bytes` as they are.
  public init(of bytes: [UInt8]) {
    self.bytes = Array(SHA256.hash(data: bytes))
  }

  /// The hash that 64 hexadecimal digits spell, or nil where they do not.
  public init?(hex: some StringProtocol) {
    let digits = hex.utf8.map(hexValue)
    guard digits.count == 64, !digits.contains(nil) else { return nil }
    self.bytes = stride(from: 0, to: 64, by: 2).map {
      (digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0)
    }
  }

  /// 64 zero digits: what stands before the first link of a chain.
  public static let origin = ContentHash(known: Array(repeating: 0, count: 32))

  private init(known bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The first twelve digits, for people.
  public var short: String { String(description.prefix(12)) }
}

extension ContentHash: CustomStringConvertible {
  /// 64 hexadecimal digits, small letters.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

private func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
