/// The id of a module, a learning point or a question, as authors write it: set once, never
/// reused, never a position.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// The id, or nil unless `text` is made of ASCII letters, digits, `-`, `_` and `.`, and begins
  /// with a letter or a digit.
  public init?(_ text: some StringProtocol) {
    guard let first = text.utf8.first, isLetterOrDigit(first),
      text.utf8.allSatisfy({ isLetterOrDigit($0) || "-_.".utf8.contains($0) })
    else { return nil }
    self.text = String(text)
  }

  public var description: String { text }

  /// Orders by the UTF-8 bytes, the same on every machine.
  public static func < (a: Identifier, b: Identifier) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"):
    true
  default: false
  }
}

/// A capital letter that names an option: in a file it is the option's id, on a paper its place.
public struct Letter: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// From 0 for A to 25 for Z.
  public let index: Int

  /// The letter at `index`, or nil outside `0..<26`.
  public init?(index: Int) {
    guard (0..<26).contains(index) else { return nil }
    self.index = index
  }

  /// The letter that a character is, or nil where it is none.
  ///
  /// Small letters and full-width ones count as the capital.
  public init?(_ character: Character) {
    let folded = folded(String(character), keepingCase: false).utf8
    guard folded.count == 1, let byte = folded.first,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    else { return nil }
    self.index = Int(byte - UInt8(ascii: "a"))
  }

  public var description: String {
    String(decoding: [UInt8(ascii: "A") + UInt8(index)], as: UTF8.self)
  }

  public static func < (a: Letter, b: Letter) -> Bool { a.index < b.index }
}
