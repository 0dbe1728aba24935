import MusterWords
public import Training

/// An answer as a learner writes it in a cell, by the letters and numbers printed on the paper.
///
/// - single choice: one letter, `B`
/// - multiple choice: letters, `ABD` or `A,B,D`
/// - true-false: 对 or 错, also 正确 错误 是 否 T F √ ×
/// - short: the text
/// - number: digits, `24` or `1,234.5`
/// - match: for each number on the left a letter, `1C 2A 3B`, or the letters in that order, `CAB`
///   with `_` for none; or the texts, `left -> right | left -> right`
/// - order: the numbers printed before the steps, in the right order, `3 1 2 4` or `3124`
/// - essay: the text
///
/// Full-width forms and small letters count. An empty cell is no answer.
public enum AnswerText {
  public enum Fault: Error, Hashable, Sendable {
    case noLetter
    case severalLetters
    case noSuchLetter(Letter, last: Letter)
    case repeatedLetter(Letter)
    case noTruth
    case noNumber
    case noPair(String)
    case unknownLeft(String)
    case unknownRight(String)
    case repeatedLeft(String)
    case noOrder(count: Int)
  }

  /// The answer that `text` is to `question` as it stands on a paper at `item`.
  ///
  /// `translated` are forms of the question in other languages, whose texts count too.
  public static func read(
    _ text: String, to question: Question, on item: Paper.Item, translated: [Question] = []
  ) throws(Fault) -> Answer {
    let written = trimmed(text)
    guard !written.isEmpty else { return .blank }
    switch question.kind {
    case .single(let choice):
      let letters = try letters(written, of: choice.options, on: item)
      guard letters.count == 1 else { throw .severalLetters }
      return .letters(letters)
    case .multiple(let choice):
      return .letters(try letters(written, of: choice.options, on: item).sorted())
    case .trueFalse:
      guard let truth = truth(written) else { throw .noTruth }
      return .truth(truth)
    case .short, .essay:
      return .text(written)
    case .number:
      guard let number = ExactDecimal(written) else { throw .noNumber }
      return .number(number)
    case .match(let match):
      let forms =
        [match]
        + translated.compactMap { form in
          if case .match(let match) = form.kind { match } else { nil }
        }
      return .choices(try choices(written, of: forms, on: item))
    case .order(let order):
      return .order(try steps(written, count: order.items.count, on: item))
    }
  }

  /// The options whose printed letters are written, in the order written.
  private static func letters(
    _ text: String, of options: [ChoiceOption], on item: Paper.Item
  ) throws(Fault) -> [Letter] {
    var picked: [Letter] = []
    for character in narrowed(text) where !isSeparator(character) {
      guard let printed = Letter(character) else { throw .noLetter }
      let letter = options[try place(printed, on: item)].letter
      if picked.contains(letter) { throw .repeatedLetter(printed) }
      picked.append(letter)
    }
    guard !picked.isEmpty else { throw .noLetter }
    return picked
  }

  /// The position in the file of what is printed with a letter.
  private static func place(_ printed: Letter, on item: Paper.Item) throws(Fault) -> Int {
    guard item.arrangement.indices.contains(printed.index) else {
      guard let last = Letter(index: item.arrangement.count - 1) else { throw .noLetter }
      throw .noSuchLetter(printed, last: last)
    }
    return item.arrangement[printed.index]
  }

  private static func choices(
    _ text: String, of forms: [Matching], on item: Paper.Item
  ) throws(Fault) -> [Int?] {
    let count = forms[0].pairs.count
    if sidesOfArrow(text) != nil { return try pairs(text, of: forms, on: item) }
    var chosen = [Int?](repeating: nil, count: count)
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
        guard (0..<count).contains(left) else { throw .unknownLeft(String(left + 1)) }
        guard given.insert(left).inserted else { throw .repeatedLeft(String(left + 1)) }
        chosen[left] = try place(letter, on: item)
        next = left + 1
        number = nil
      } else if !isSeparator(character), !"-:.=)".contains(character) {
        throw .noPair(text)
      }
    }
    guard number == nil, next <= count else { throw .noPair(text) }
    return chosen
  }

  private static func pairs(
    _ text: String, of forms: [Matching], on item: Paper.Item
  ) throws(Fault) -> [Int?] {
    var chosen = [Int?](repeating: nil, count: forms[0].pairs.count)
    var given: Set<Int> = []
    for part in text.split(whereSeparator: { "|｜;；\n".contains($0) }) {
      if trimmed(String(part)).isEmpty { continue }
      guard let (left, right) = sidesOfArrow(String(part)) else { throw .noPair(String(part)) }
      guard let index = position(of: left, in: forms.map { $0.pairs.map(\.left) }) ?? number(left),
        chosen.indices.contains(index)
      else { throw .unknownLeft(left) }
      guard given.insert(index).inserted else { throw .repeatedLeft(left) }
      if let choice = position(of: right, in: forms.map(\.choices)) {
        chosen[index] = choice
      } else if right.count == 1, let letter = right.first.flatMap(Letter.init) {
        chosen[index] = try place(letter, on: item)
      } else {
        throw .unknownRight(right)
      }
    }
    return chosen
  }

  private static func number(_ text: String) -> Int? { Int(narrowed(text)).map { $0 - 1 } }

  /// Where a text stands in one of several lists that run in step.
  private static func position(of text: String, in lists: [[String]]) -> Int? {
    let wanted = folded(text, keepingCase: false)
    return lists.lazy.compactMap { list in
      list.firstIndex { folded($0, keepingCase: false) == wanted }
    }.first
  }

  private static func steps(
    _ text: String, count: Int, on item: Paper.Item
  ) throws(Fault) -> [Int] {
    let narrow = narrowed(text)
    var tokens = narrow.split { isSeparator($0) || "->→.)".contains($0) }.map(String.init)
    if tokens.count == 1, count < 10 || tokens[0].contains(where: { !$0.isNumber }) {
      tokens = tokens[0].map(String.init)
    }
    let places = tokens.map { token in
      Int(token).map { $0 - 1 }
        ?? (token.count == 1 ? token.first.flatMap(Letter.init)?.index : nil)
    }
    guard places.compactMap(\.self).sorted() == Array(0..<count), places.count == count else {
      throw .noOrder(count: count)
    }
    return places.compactMap { $0 }.map { item.arrangement[$0] }
  }
}

/// Whether a character only stands between the parts of an answer.
private func isSeparator(_ character: Character) -> Bool {
  character.isWhitespace || ",，、;；|/".contains(character)
}
