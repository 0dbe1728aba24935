import MusterWords
import Training

/// Prints the questions of a module.
struct QuestionPrint {
  let module: Module
  let language: Language

  /// The question with its place on the paper, what it is worth, and what may be picked.
  func lines(_ index: Int, _ question: Question, on item: Paper.Item) -> [String] {
    let stem = question.stem.split(separator: "\n", omittingEmptySubsequences: false)
    var lines = ["", heading(index, question), ""] + stem.map(String.init)
    for list in question.lists {
      let places = list.isShuffled ? item.arrangement : Array(list.texts.indices)
      lines += [""] + places.enumerated().map { "\(list.mark($0)) \(list.texts[$1])" }
    }
    if let rubric = module.rubric(of: question) {
      lines += ["", TrainingWords.gradedBy(rubric.criteria.map(\.title))[language]]
    }
    return lines
  }

  private func heading(_ index: Int, _ question: Question) -> String {
    let worth = TrainingWords.worth(question.points)[language]
    let rule = question.kind.form.rulePhrase.map { (language == .zh ? "，" : ", ") + $0[language] }
    let open = language == .zh ? "（" : " ("
    let close = language == .zh ? "）" : ")"
    return "## \(index + 1). \(question.word.phrase[language])\(open)\(worth)\(rule ?? "")\(close)"
      + " \(question.id)"
  }

  /// The key by the letters and numbers printed, or what a person grades by.
  func answer(to question: Question, on item: Paper.Item) -> String {
    if let rubric = module.rubric(of: question) {
      return rubric.criteria.map { "\($0.id) \($0.title)" }.joined(separator: "; ")
    }
    return AnswerText.key(to: question, on: item)[language]
  }
}

extension PrintedList {
  /// What stands before the text at a place of the paper.
  fileprivate func mark(_ place: Int) -> String {
    switch mark {
    case .letters: "- \(Letter(index: place)?.description ?? "-")."
    case .numbers: "\(place + 1)."
    }
  }
}
