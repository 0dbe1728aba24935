/// Left sides to be paired with right ones: the share of pairs that are right.
public struct Matching: QuestionKind {
  public struct Pair: Hashable, Sendable {
    public let left: String
    public let right: String

    public init(left: String, right: String) {
      self.left = left
      self.right = right
    }
  }

  /// At least two, no left side twice; two left sides may share a right one.
  public let pairs: [Pair]
  /// Right sides that belong to nothing.
  public let distractors: [String]

  public init(pairs: [Pair], distractors: [String] = []) throws(QuestionFault) {
    guard pairs.count >= 2 else { throw .tooFewPairs(pairs.count) }
    for (index, pair) in pairs.enumerated() {
      if pair.right.isEmpty { throw .emptyChoice(left: pair.left) }
      if pairs[..<index].contains(where: { $0.left == pair.left }) {
        throw .repeatedLeft(pair.left)
      }
    }
    for (index, distractor) in distractors.enumerated()
    where distractors[..<index].contains(distractor)
      || pairs.contains(where: { $0.right == distractor })
    {
      throw .distractorIsRight(distractor)
    }
    self.pairs = pairs
    self.distractors = distractors
  }

  /// What may be chosen: the right sides in the order of the file, each once, then the rest.
  public var choices: [String] {
    var choices: [String] = []
    for pair in pairs where !choices.contains(pair.right) { choices.append(pair.right) }
    return choices + distractors
  }

  var word: QuestionWord { .match }

  var lists: [PrintedList] {
    [
      PrintedList(mark: .numbers, texts: pairs.map(\.left), isShuffled: false),
      PrintedList(mark: .letters, texts: choices, isShuffled: true),
    ]
  }

  func credit(for answer: Answer, outOf points: Points) -> Credit? {
    guard case .choices(let chosen) = answer else { return Credit.none }
    let choices = choices
    let right = zip(pairs, chosen).count { pair, index in
      index.map { choices.indices.contains($0) && choices[$0] == pair.right } ?? false
    }
    return Credit(right, of: pairs.count)
  }

  func sample(isRight: Bool) -> Answer? {
    let (choices, rights) = (choices, pairs.map(\.right))
    return .choices((isRight ? rights : rights.reversed()).map { choices.firstIndex(of: $0) })
  }

  func translated(by text: Translation.QuestionText) -> Question.Kind? {
    guard difference(from: text) == nil else { return nil }
    return try? .match(Matching(pairs: text.pairs, distractors: text.distractors))
  }

  /// None where the translated pairs share their right sides in the same way.
  func difference(from text: Translation.QuestionText) -> TranslationDifference? {
    let isSame =
      pairs.count == text.pairs.count && distractors.count == text.distractors.count
      && pairs.indices.allSatisfy { a in
        pairs.indices.allSatisfy { b in
          (pairs[a].right == pairs[b].right) == (text.pairs[a].right == text.pairs[b].right)
        }
      }
    return isSame
      ? nil
      : .pairs(
        found: text.pairs.count + text.distractors.count, wanted: pairs.count + distractors.count)
  }

  func describe(into text: inout CanonicalText) {
    text.add("kind", "match")
    for pair in pairs {
      text.add("left", pair.left)
      text.add("right", pair.right)
    }
    for distractor in distractors { text.add("distractor", distractor) }
  }
}
