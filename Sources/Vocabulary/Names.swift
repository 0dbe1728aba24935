/// An agent's number in the company, 工号: unique text that keeps its leading zeros.
public struct AgentNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// The number, or nil where `text` is empty.
  public init?(_ text: some StringProtocol) {
    guard !text.isEmpty else { return nil }
    self.text = String(text)
  }

  public var description: String { text }

  /// Orders by the UTF-8 bytes, the same on every machine.
  public static func < (a: AgentNumber, b: AgentNumber) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

/// A stream of contacts: a channel and a queue, the unit of load, service target and requirement.
public struct Stream: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let channel: String
  public let queue: String

  public init(channel: String, queue: String) {
    self.channel = channel
    self.queue = queue
  }

  /// The stream that `text` names as `channel/queue`, or nil where it names none.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(channel: String(parts[0]), queue: String(parts[1]))
  }

  /// The stream as `channel/queue`.
  public var description: String { "\(channel)/\(queue)" }

  /// Orders by the UTF-8 bytes of the name.
  public static func < (a: Stream, b: Stream) -> Bool {
    a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
  }
}
