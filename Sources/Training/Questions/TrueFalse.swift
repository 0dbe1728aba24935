/// A statement that is right or wrong: all or nothing.
public struct TrueFalse: Hashable, Sendable {
  public let key: Bool

  public init(key: Bool) {
    self.key = key
  }

  func credit(for truth: Bool) -> Credit { truth == key ? .full : .none }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "true-false")
    text.add("key", key)
  }
}
