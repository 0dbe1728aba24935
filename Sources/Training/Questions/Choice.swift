/// One option of a choice; its letter is its id, and a new option takes a new letter.
public struct ChoiceOption: Hashable, Sendable {
  public let letter: Letter
  public let text: String

  public init(letter: Letter, text: String) {
    self.letter = letter
    self.text = text
  }

  /// The options as a paper lists them.
  static func list(_ options: [ChoiceOption]) -> PrintedList {
    PrintedList(mark: .letters, texts: options.map(\.text), isShuffled: true)
  }

  /// A translation's options, or nil unless their letters are those of `options`.
  static func translated(_ options: [ChoiceOption], by text: Translation.QuestionText)
    -> [ChoiceOption]?
  {
    difference(of: options, from: text) == nil ? text.options : nil
  }

  /// How the letters of a translation's options differ.
  static func difference(of options: [ChoiceOption], from text: Translation.QuestionText)
    -> TranslationDifference?
  {
    let (found, wanted) = (text.options.map(\.letter), options.map(\.letter))
    return found == wanted ? nil : .letters(found: found, wanted: wanted)
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
