public import MusterWords
public import Training
import Vocabulary

/// A quiz paper as a page of Markdown that also reads well as plain text.
public struct PaperPage {
  private let paper: Paper
  private let module: Module
  private let language: Language
  private let print: QuestionPrint

  /// The page of a paper, its module given in the language it is printed in.
  public init(_ paper: Paper, from module: Module, in language: Language) {
    self.paper = paper
    self.module = module
    self.language = language
    self.print = QuestionPrint(module: module, language: language)
  }

  /// The questions in the order of the paper, with how each is graded and how it is answered.
  public func questions(agentName: String? = nil) -> String {
    var lines = ["# \(module.title)", ""]
    lines.append(TrainingWords.paperHead(paper, agentName: agentName)[language])
    lines.append(TrainingWords.paperRule(paper, module.rule)[language])
    for (index, item) in paper.items.enumerated() {
      guard let question = module.question(item.question) else { continue }
      lines += print.lines(index, question, on: item)
    }
    lines += ["", "---", "", TrainingWords.paperFoot(paper)[language]]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The key by the letters and numbers of this paper, with the explanations.
  public func key() -> String {
    var lines = ["# \(TrainingWords.paperKey(module.title)[language])", ""]
    for (index, item) in paper.items.enumerated() {
      guard let question = module.question(item.question) else { continue }
      lines.append("\(index + 1). \(question.id): \(print.answer(to: question, on: item))")
      if let explanation = question.explanation {
        lines += explanation.split(separator: "\n").map { "   \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// An empty sheet for the answers, to be filled in and handed to grading.
  public func answerSheet() -> String {
    var csv = CSVWriter()
    csv.row("agent_id", "module", "attempt", "question", "answer")
    for item in paper.items {
      csv.row(paper.agent.text, paper.module.text, "\(paper.number)", item.question.text, "")
    }
    return csv.text
  }
}

/// A module's whole bank to look at.
public enum BankPage {
  /// What the module teaches, then every question in the order of its file, with its key and
  /// explanation.
  public static func text(of module: Module, in language: Language) -> String {
    let print = QuestionPrint(module: module, language: language)
    var lines = ["# \(module.title)", "", TrainingWords.moduleHead(module)[language], ""]
    lines += module.points.map { "- \($0.id) \($0.text)" }
    for (index, item) in Paper.items(showing: module).enumerated() {
      guard let question = module.question(item.question) else { continue }
      lines += print.lines(index, question, on: item)
      let answer = print.answer(to: question, on: item)
      if question.rubric == nil { lines += ["", TrainingWords.answer(answer)[language]] }
      if let explanation = question.explanation {
        lines += ["", TrainingWords.explanation(explanation)[language]]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
