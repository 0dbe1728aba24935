import MusterWords
import Training

extension QuestionBlock {
  /// The options of a choice with those that are ticked; reports boxes that are missing.
  mutating func choices() -> (options: [ChoiceOption], key: [Letter]) {
    for (line, option) in options where option.isTicked == nil {
      faults.add(.missingBox, file, line, found: "\(option.letter). \(option.text)")
    }
    return (
      options.map { ChoiceOption(letter: $0.option.letter, text: $0.option.text) },
      options.filter { $0.option.isTicked == true }.map(\.option.letter)
    )
  }
}

extension ChoiceOption {
  /// The option as `quiz.md` has it.
  func line(isTicked: Bool) -> String { "- [\(isTicked ? "x" : " ")] \(letter). \(text)" }
}

extension AnswerCell {
  /// The options whose printed letters are written, in the order written.
  func letters(of options: [ChoiceOption]) throws(AnswerFault) -> [Letter] {
    var picked: [Letter] = []
    for character in narrowed(text) where !isSeparator(character) {
      guard let printed = Letter(character) else { throw .noLetter }
      let letter = options[try item.place(of: printed)].letter
      if picked.contains(letter) { throw .repeatedLetter(printed) }
      picked.append(letter)
    }
    guard !picked.isEmpty else { throw .noLetter }
    return picked
  }
}
