package import People
package import Vocabulary

/// A value as engines hold it.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
}

/// A type that is stored as one value.
package protocol Storable {
  var stored: Value { get }
  /// The value read back, or nil where `stored` holds no such thing.
  init?(stored: Value)
}

extension Int64: Storable {
  package var stored: Value { .integer(self) }

  package init?(stored: Value) {
    guard case .integer(let number) = stored else { return nil }
    self = number
  }
}

extension Int: Storable {
  package var stored: Value { .integer(Int64(self)) }

  package init?(stored: Value) {
    guard case .integer(let number) = stored else { return nil }
    self = Int(number)
  }
}

extension Bool: Storable {
  /// Flags are 0 or 1.
  package var stored: Value { .integer(self ? 1 : 0) }

  package init?(stored: Value) {
    switch stored {
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }
}

extension Double: Storable {
  package var stored: Value { .real(self) }

  package init?(stored: Value) {
    guard case .real(let number) = stored else { return nil }
    self = number
  }
}

extension String: Storable {
  package var stored: Value { .text(self) }

  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self = text
  }
}

extension [UInt8]: Storable {
  package var stored: Value { .bytes(self) }

  package init?(stored: Value) {
    guard case .bytes(let bytes) = stored else { return nil }
    self = bytes
  }
}

extension Optional: Storable where Wrapped: Storable {
  package var stored: Value { self?.stored ?? .null }

  package init?(stored: Value) {
    if case .null = stored {
      self = .none
    } else {
      guard let value = Wrapped(stored: stored) else { return nil }
      self = .some(value)
    }
  }
}

extension Instant: Storable {
  package var stored: Value { .integer(seconds) }

  package init?(stored: Value) {
    guard case .integer(let seconds) = stored else { return nil }
    self.init(seconds: seconds)
  }
}

extension ContentHash: Storable {
  package var stored: Value { .text(description) }

  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(hex: text)
  }
}

/// A type that is stored as its text.
package protocol StorableText: Storable, CustomStringConvertible {
  init?(_ text: String)
}

extension StorableText {
  package var stored: Value { .text(description) }

  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(text)
  }
}

extension Day: StorableText {}
extension Month: StorableText {}
extension AgentNumber: StorableText {}

/// Words are stored as plans and files have them.
extension Storable where Self: RawRepresentable, RawValue == String {
  package var stored: Value { .text(rawValue) }

  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(rawValue: text)
  }
}

extension Rung: Storable {}
