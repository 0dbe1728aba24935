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

/// Positions in one column: whole numbers between blanks, `_` for none.
struct PositionList: StorableText {
  let positions: [Int?]

  init(_ positions: [Int?]) {
    self.positions = positions
  }

  var description: String {
    positions.map { $0.map(String.init) ?? "_" }.joined(separator: " ")
  }

  init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    let positions = words.map { Int($0) }
    guard zip(words, positions).allSatisfy({ $0 == "_" || $1 != nil }) else { return nil }
    self.positions = positions
  }
}

extension Answer: Storable {
  /// The form of the answer, a blank, and what was answered.
  var text: String {
    switch self {
    case .blank: "blank"
    case .letters(let letters): "letters \(letters.map(\.description).joined())"
    case .truth(let truth): "truth \(truth)"
    case .text(let text): "text \(text)"
    case .number(let number): "number \(number)"
    case .choices(let choices): "choices \(PositionList(choices))"
    case .order(let order): "order \(PositionList(order))"
    }
  }

  package var stored: Value { .text(text) }

  package init?(stored: Value) {
    guard case .text(let text) = stored else { return nil }
    let end = text.firstIndex(of: " ") ?? text.endIndex
    let rest = text[end...].dropFirst()
    switch text[..<end] {
    case "blank": self = .blank
    case "letters": self = .letters(rest.compactMap { Letter($0) })
    case "truth":
      guard let truth = Bool(String(rest)) else { return nil }
      self = .truth(truth)
    case "text": self = .text(String(rest))
    case "number":
      guard let number = ExactDecimal(rest) else { return nil }
      self = .number(number)
    case "choices":
      guard let list = PositionList(rest) else { return nil }
      self = .choices(list.positions)
    case "order":
      guard let list = PositionList(rest) else { return nil }
      self = .order(list.positions.compactMap(\.self))
    default: return nil
    }
  }
}
