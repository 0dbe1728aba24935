import MusterFiles

/// A JSON value whose objects keep the order in which they were written.
public indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  /// Written with the fewest digits that read back as the same number; not finite becomes null.
  case number(Double)
  case text(String)
  case array([JSON])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// The value as text: an object or array that holds others takes a line for each member.
  public var text: String {
    var text = ""
    write(into: &text, indent: 0)
    return text + "\n"
  }

  private var isFlat: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  private func write(into text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .number(let value): text += JSON.digits(of: value)
    case .text(let value): JSON.quote(value, into: &text)
    case .array(let items):
      guard !isFlat else { return text += "[]" }
      let inline = items.allSatisfy(\.isFlat) && items.count <= 16
      JSON.enclose("[", "]", items.count, inline: inline, indent, into: &text) { index, text in
        items[index].write(into: &text, indent: indent + 2)
      }
    case .object(let members):
      guard !isFlat else { return text += "{}" }
      let inline = indent > 0 && members.allSatisfy(\.value.isFlat)
      JSON.enclose("{", "}", members.count, inline: inline, indent, into: &text) { index, text in
        JSON.quote(members[index].key, into: &text)
        text += ": "
        members[index].value.write(into: &text, indent: indent + 2)
      }
    }
  }

  private static func enclose(
    _ open: String, _ close: String, _ count: Int, inline: Bool, _ indent: Int,
    into text: inout String, _ write: (Int, inout String) -> Void
  ) {
    let line = "\n" + String(repeating: " ", count: indent)
    text += open
    for index in 0..<count {
      if index > 0 { text += inline ? ", " : "," }
      if !inline { text += line + "  " }
      write(index, &text)
    }
    text += (inline ? "" : line) + close
  }

  private static func digits(of value: Double) -> String {
    guard value.isFinite else { return "null" }
    guard value != value.rounded() || value.magnitude >= 1e15 else { return String(Int64(value)) }
    return "\(value)"
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSON: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
}
