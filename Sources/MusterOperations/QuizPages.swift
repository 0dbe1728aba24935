import FoundationEssentials
import MusterFiles
public import MusterWords
import People
public import Training
import Vocabulary

extension Workspace {
  /// A paper as pages for people.
  public struct Page: Hashable, Sendable {
    public let questions: String
    public let key: String
    public let answerSheet: String
  }

  /// The pages of a paper in a language, or in the author's where the module is not translated.
  public func page(of paper: QuizPaper, in language: Language) throws -> Page {
    page(of: paper, from: try module(paper.paper.module, in: language), in: language)
  }

  /// Writes papers into a folder: `NUMBER.md` each, with keys `NUMBER.key.md`, and `answers.csv`
  /// with an empty row for each question of all of them.
  public func write(
    _ papers: [QuizPaper], of id: Module.ID, withKeys: Bool, to folder: String,
    in language: Language
  ) throws {
    let module = try module(id, in: language)
    try Disk.makeFolder(folder, else: TrainingWords.cannotWrite(folder))
    var answers = ""
    for paper in papers {
      let page = page(of: paper, from: module, in: language)
      let name = folder + "/" + paper.agent.number.text.replacing("/", with: "_")
      try Disk.write(page.questions, to: name + ".md")
      if withKeys { try Disk.write(page.key, to: name + ".key.md") }
      let rows = page.answerSheet.split(separator: "\n", omittingEmptySubsequences: false)
      answers += rows.dropFirst(answers.isEmpty ? 0 : 1).joined(separator: "\n")
    }
    try Disk.write(answers, to: folder + "/answers.csv")
  }

  private func page(of paper: QuizPaper, from module: Module, in language: Language) -> Page {
    let page = PaperPage(paper.paper, from: module, in: language)
    return Page(
      questions: page.questions(agentName: paper.agent.phrase[language]), key: page.key(),
      answerSheet: page.answerSheet())
  }
}
