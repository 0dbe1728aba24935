public import Training

/// A quiz paper as a page of Markdown that also reads well as plain text.
public struct PaperPage {
  private let paper: Paper
  private let module: Module
  private let language: Language

  /// The page of a paper, its module given in the language it is printed in.
  public init(_ paper: Paper, from module: Module, in language: Language) {
    self.paper = paper
    self.module = module
    self.language = language
  }

  /// The questions in the order of the paper, with how each is graded and how it is answered.
  public func questions(agentName: String? = nil) -> String {
    var lines = ["# \(module.title)", ""]
    lines.append(TrainingPhrase.paperHead(paper, agentName: agentName)[language])
    lines.append(TrainingPhrase.paperRule(paper, module.rule)[language])
    for (index, item) in paper.items.enumerated() {
      guard let question = module.question(item.question) else { continue }
      lines += ["", heading(index, question), ""]
      lines += question.stem.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      lines += body(of: question, on: item)
    }
    lines += ["", "---", "", TrainingPhrase.paperFoot(paper)[language]]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The key by the letters and numbers of this paper, with the explanations.
  public func key() -> String {
    var lines = ["# \(TrainingPhrase.paperKey(module.title)[language])", ""]
    for (index, item) in paper.items.enumerated() {
      guard let question = module.question(item.question) else { continue }
      lines.append("\(index + 1). \(question.id): \(answer(to: question, on: item))")
      if let explanation = question.explanation {
        lines += explanation.split(separator: "\n").map { "   \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// An empty sheet for the answers, to be filled in and handed to grading.
  public func answerSheet() -> String {
    let rows = paper.items.map { "\(paper.agent),\(paper.module),\(paper.number),\($0.question)," }
    return (["agent_id,module,attempt,question,answer"] + rows).joined(separator: "\n") + "\n"
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

  private func answer(to question: Question, on item: Paper.Item) -> String {
    func printed(_ index: Int?) -> String {
      index.flatMap { item.arrangement.firstIndex(of: $0) }.flatMap(Letter.init(index:))?
        .description
        ?? "_"
    }
    func letters(_ options: [Option], _ key: [Letter]) -> String {
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
