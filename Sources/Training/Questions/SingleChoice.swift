/// One right option among several: all or nothing.
public struct SingleChoice: Hashable, Sendable {
  public let options: [ChoiceOption]
  public let key: Letter

  public init(options: [ChoiceOption], key: Letter) throws(QuestionFault) {
    try ChoiceOption.validate(options)
    guard options.contains(where: { $0.letter == key }) else { throw .keyIsNoOption(key) }
    self.options = options
    self.key = key
  }

  func credit(for picked: [Letter]) -> Credit { picked == [key] ? .full : .none }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "single")
    for option in options { text.add("option \(option.letter)", option.text) }
    text.add("key", key)
  }
}
