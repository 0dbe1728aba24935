import MusterWords
import Training

extension Matching: QuestionForm {
  static var list: QuestionBlock.List? { .pairs }

  static func read(_ block: inout QuestionBlock) throws(QuestionFault) -> Question.Kind? {
    .match(try Matching(pairs: block.pairs, distractors: block.distractors))
  }

  var written: (fields: [QuestionField: String], list: [String]) {
    ([:], pairs.map { "- \($0.left) -> \($0.right)" } + distractors.map { "- -> \($0)" })
  }

  /// For each number on the left a letter, `1C 2A 3B`, or the letters in that order, `CAB` with `_`
  /// for none; or the texts, `left -> right | left -> right`.
  func answer(_ cell: AnswerCell) throws(AnswerFault) -> Answer {
    let text = cell.text
    if sidesOfArrow(text) != nil { return .choices(try texts(cell)) }
    var chosen = [Int?](repeating: nil, count: pairs.count)
    var given: Set<Int> = []
    var number: Int?
    var next = 0
    for character in narrowed(text) {
      if let digit = character.wholeNumberValue, character.isASCII {
        guard number ?? 0 < 100 else { throw .noPair(text) }
        number = (number ?? 0) * 10 + digit
      } else if character == "_", number == nil {
        next += 1
      } else if let letter = Letter(character) {
        let left = number.map { $0 - 1 } ?? next
        guard pairs.indices.contains(left) else { throw .unknownLeft(String(left + 1)) }
        guard given.insert(left).inserted else { throw .repeatedLeft(String(left + 1)) }
        chosen[left] = try cell.item.place(of: letter)
        next = left + 1
        number = nil
      } else if !isSeparator(character), !"-:.=)".contains(character) {
        throw .noPair(text)
      }
    }
    guard number == nil, next <= pairs.count else { throw .noPair(text) }
    return .choices(chosen)
  }

  /// What `left -> right | left -> right` chooses, by the texts in any language.
  private func texts(_ cell: AnswerCell) throws(AnswerFault) -> [Int?] {
    let others = cell.translated.compactMap {
      if case .match(let match) = $0 { match } else { nil }
    }
    let forms = [self] + others
    var chosen = [Int?](repeating: nil, count: pairs.count)
    var given: Set<Int> = []
    for part in cell.text.split(whereSeparator: { "|｜;；\n".contains($0) }) {
      if trimmed(String(part)).isEmpty { continue }
      guard let (left, right) = sidesOfArrow(String(part)) else { throw .noPair(String(part)) }
      let number = Int(narrowed(left)).map { $0 - 1 }
      guard
        let index = Matching.position(of: left, in: forms.map { $0.pairs.map(\.left) }) ?? number,
        chosen.indices.contains(index)
      else { throw .unknownLeft(left) }
      guard given.insert(index).inserted else { throw .repeatedLeft(left) }
      if let choice = Matching.position(of: right, in: forms.map(\.choices)) {
        chosen[index] = choice
      } else if right.count == 1, let letter = right.first.flatMap(Letter.init) {
        chosen[index] = try cell.item.place(of: letter)
      } else {
        throw .unknownRight(right)
      }
    }
    return chosen
  }

  /// Where a text stands in one of several lists that run in step.
  private static func position(of text: String, in lists: [[String]]) -> Int? {
    let wanted = folded(text, keepingCase: false)
    return lists.lazy.compactMap { list in
      list.firstIndex { folded($0, keepingCase: false) == wanted }
    }.first
  }

  var rulePhrase: Phrase? { Matching.partialPhrase }
}
