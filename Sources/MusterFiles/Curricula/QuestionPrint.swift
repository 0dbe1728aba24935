import MusterWords
import Training

/// Prints the questions of a module.
struct QuestionPrint {
  let module: Module
  let language: Language

  /// The question with its place on the paper, what it is worth, and what may be picked.
  func lines(_ index: Int, _ question: Question, on item: Paper.Item) -> [String] {
    let stem = question.stem.split(separator: "\n", omittingEmptySubsequences: false)
    return ["", heading(index, question), ""] + stem.map(String.init)
      + body(of: question, on: item)
  }

  private func heading(_ index: Int, _ question: Question) -> String {
    let kind = QuestionWord(of: question.kind).phrase[language]
    let worth = TrainingPhrase.worth(question.points)[language]
    let rule = question.rulePhrase.map { (language == .zh ? "，" : ", ") + $0[language] } ?? ""
    let open = language == .zh ? "（" : " ("
    let close = language == .zh ? "）" : ")"
    return "## \(index + 1). \(kind)\(open)\(worth)\(rule)\(close) \(question.id)"
  }

  private func body(of question: Question, on item: Paper.Item) -> [String] {
    func lettered(_ texts: [String]) -> [String] {
      item.arrangement.enumerated().compactMap { place, index in
        Letter(index: place).map { "- \($0). \(texts[index])" }
      }
    }
    switch question.kind {
    case .single(let choice): return [""] + lettered(choice.options.map(\.text))
    case .multiple(let choice): return [""] + lettered(choice.options.map(\.text))
    case .match(let match):
      let left = match.pairs.enumerated().map { "\($0 + 1). \($1.left)" }
      return [""] + left + [""] + lettered(match.choices)
    case .order(let order):
      return [""] + item.arrangement.enumerated().map { "\($0 + 1). \(order.items[$1])" }
    case .trueFalse, .short, .number: return []
    case .essay(let essay):
      guard let rubric = module.rubric(essay.rubric) else { return [] }
      return ["", TrainingPhrase.gradedBy(rubric.criteria.map(\.title))[language]]
    }
  }

  /// The key by the letters and numbers printed.
  func answer(to question: Question, on item: Paper.Item) -> String {
    func printed(_ index: Int?) -> String {
      index.flatMap { item.arrangement.firstIndex(of: $0) }.flatMap(Letter.init(index:))?
        .description
        ?? "_"
    }
    func letters(_ options: [ChoiceOption], _ key: [Letter]) -> String {
      key.map { letter in printed(options.firstIndex { $0.letter == letter }) }.sorted().joined()
    }
    switch question.kind {
    case .single(let choice): return letters(choice.options, [choice.key])
    case .multiple(let choice): return letters(choice.options, choice.key)
    case .trueFalse(let truth): return TrainingPhrase.truth(truth.key)[language]
    case .short(let short): return short.patterns.map(\.text).joined(separator: " | ")
    case .number(let number): return number.phrase[language]
    case .match(let match):
      return match.pairs.enumerated().map { index, pair in
        "\(index + 1)\(printed(match.choices.firstIndex(of: pair.right)))"
      }.joined(separator: " ")
    case .order(let order):
      return order.items.indices.compactMap { index in
        item.arrangement.firstIndex(of: index).map { String($0 + 1) }
      }.joined(separator: " ")
    case .essay(let essay):
      guard let rubric = module.rubric(essay.rubric) else { return "" }
      return rubric.criteria.map { "\($0.id) \($0.title)" }.joined(separator: "; ")
    }
  }
}
