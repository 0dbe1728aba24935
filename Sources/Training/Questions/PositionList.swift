/// Positions as one text: whole numbers between blanks, `_` for none.
package struct PositionList {
  package let positions: [Int?]

  package init(_ positions: [Int?]) {
    self.positions = positions
  }

  package var text: String {
    positions.map { $0.map(String.init) ?? "_" }.joined(separator: " ")
  }

  package init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    let positions = words.map { Int($0) }
    guard zip(words, positions).allSatisfy({ $0 == "_" || $1 != nil }) else { return nil }
    self.positions = positions
  }
}
