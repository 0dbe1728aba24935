/// One option of a choice; its letter is its id, and a new option takes a new letter.
public struct ChoiceOption: Hashable, Sendable {
  public let letter: Letter
  public let text: String

  public init(letter: Letter, text: String) {
    self.letter = letter
    self.text = text
  }

  /// Throws unless there are at least two options, each with text and a letter of its own.
  static func validate(_ options: [ChoiceOption]) throws(QuestionFault) {
    guard options.count >= 2 else { throw .tooFewOptions(options.count) }
    for (index, option) in options.enumerated() {
      if options[..<index].contains(where: { $0.letter == option.letter }) {
        throw .repeatedLetter(option.letter)
      }
      if option.text.isEmpty { throw .emptyOption(option.letter) }
    }
  }
}
