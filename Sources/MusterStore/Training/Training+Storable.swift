import Training
import Vocabulary

extension Identifier: StorableText {}
extension ModuleVersion: StorableText {}

extension Points: Storable {
  /// In hundredths.
  package var stored: Value { .integer(Int64(hundredths)) }

  package init?(stored: Value) {
    guard case .integer(let hundredths) = stored else { return nil }
    self.init(hundredths: Int(hundredths))
  }
}

extension PositionList: Storable {
  package var stored: Value { .text(text) }

  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(text)
  }
}

extension Answer: Storable {
  package var stored: Value { .text(text) }

  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    self.init(text: text)
  }
}
