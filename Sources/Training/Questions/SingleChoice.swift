/// One right option among several: all or nothing.
public struct SingleChoice: QuestionKind {
  public let options: [ChoiceOption]
  public let key: Letter

  public init(options: [ChoiceOption], key: Letter) throws(QuestionFault) {
    try ChoiceOption.validate(options)
    guard options.contains(where: { $0.letter == key }) else { throw .keyIsNoOption(key) }
    self.options = options
    self.key = key
  }

  var word: QuestionWord { .single }
  var lists: [PrintedList] { [ChoiceOption.list(options)] }

  func credit(for answer: Answer, outOf points: Points) -> Credit? {
    answer == .letters([key]) ? .full : Credit.none
  }

  func sample(isRight: Bool) -> Answer? {
    let place = (options.firstIndex { $0.letter == key } ?? 0) + (isRight ? 0 : 1)
    return .letters([options[place % options.count].letter])
  }

  func translated(by text: Translation.QuestionText) -> Question.Kind? {
    ChoiceOption.translated(options, by: text).flatMap {
      try? .single(SingleChoice(options: $0, key: key))
    }
  }

  func difference(from text: Translation.QuestionText) -> TranslationDifference? {
    ChoiceOption.difference(of: options, from: text)
  }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "single")
    for option in options { text.add("option \(option.letter)", option.text) }
    text.add("key", key)
  }
}
