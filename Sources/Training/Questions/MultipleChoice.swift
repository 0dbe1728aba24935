/// Several options may be right, and all that are must be picked.
public struct MultipleChoice: QuestionKind {
  /// What a learner earns who picks right options only, but not all of them.
  ///
  /// A wrong pick always earns nothing; that is the rule of the exam systems used in China.
  public enum Partial: Hashable, Sendable {
    /// Half of the points, 漏选一半.
    case half
    /// Nothing, 全对才得分.
    case nothing
    /// A fixed number of points, 漏选得分.
    case fixed(Points)
  }

  public let options: [ChoiceOption]
  /// By rising letter, at least one.
  public let key: [Letter]
  public let partial: Partial

  public init(options: [ChoiceOption], key: [Letter], partial: Partial = .half)
    throws(QuestionFault)
  {
    try ChoiceOption.validate(options)
    guard !key.isEmpty else { throw .noKey }
    for letter in key where !options.contains(where: { $0.letter == letter }) {
      throw .keyIsNoOption(letter)
    }
    self.options = options
    self.key = Set(key).sorted()
    self.partial = partial
  }

  var word: QuestionWord { .multiple }
  var lists: [PrintedList] { [ChoiceOption.list(options)] }

  func credit(for answer: Answer, outOf points: Points) -> Credit? {
    guard case .letters(let letters) = answer else { return Credit.none }
    let picked = Set(letters)
    if picked == Set(key) { return .full }
    guard !picked.isEmpty, picked.isSubset(of: key) else { return Credit.none }
    switch partial {
    case .half: return .half
    case .nothing: return Credit.none
    case .fixed(let fixed):
      guard points > .zero else { return Credit.none }
      return Credit(min(fixed, points).hundredths, of: points.hundredths)
    }
  }

  func sample(isRight: Bool) -> Answer? { .letters(isRight ? key : key.dropLast()) }

  func translated(by text: Translation.QuestionText) -> Question.Kind? {
    ChoiceOption.translated(options, by: text).flatMap {
      try? .multiple(MultipleChoice(options: $0, key: key, partial: partial))
    }
  }

  func difference(from text: Translation.QuestionText) -> TranslationDifference? {
    ChoiceOption.difference(of: options, from: text)
  }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "multiple")
    for option in options { text.add("option \(option.letter)", option.text) }
    text.add("key", key.map(\.description).joined())
    switch partial {
    case .half: text.add("partial", "half")
    case .nothing: text.add("partial", "nothing")
    case .fixed(let points): text.add("partial", points)
    }
  }
}
