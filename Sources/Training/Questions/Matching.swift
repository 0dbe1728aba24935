/// Left sides to be paired with right ones: the share of pairs that are right.
public struct Matching: Hashable, Sendable {
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

  func credit(for chosen: [Int?]) -> Credit {
    let choices = choices
    let right = zip(pairs, chosen).count { pair, index in
      index.map { choices.indices.contains($0) && choices[$0] == pair.right } ?? false
    }
    return Credit(right, of: pairs.count)
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
