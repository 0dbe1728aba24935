import FoundationEssentials
import MusterFiles
package import MusterOperations
package import MusterWords
import People
package import Training
import Vocabulary

/// Papers of one module, as pages for people.
package struct QuizPapers {
  private let papers: [QuizPaper]
  /// In the reader's language, or in the author's where it is not translated.
  private let module: Module

  package init(_ papers: [QuizPaper], from module: Module) {
    self.papers = papers
    self.module = module
  }

  /// Writes them into a folder: `NUMBER.md` each, with keys `NUMBER.key.md`, and `answers.csv`
  /// with an empty row for each question of all of them.
  package func write(to folder: String, withKeys: Bool, in language: Language) throws {
    try Disk.makeFolder(folder, else: TrainingWords.cannotWrite(folder))
    var answers = ""
    for paper in papers {
      let page = PaperPage(paper.paper, from: module, in: language)
      let name = folder + "/" + paper.agent.number.text.replacing("/", with: "_")
      try Disk.write(questions(of: paper, page, in: language), to: name + ".md")
      if withKeys { try Disk.write(page.key(), to: name + ".key.md") }
      let rows = page.answerSheet().split(separator: "\n", omittingEmptySubsequences: false)
      answers += rows.dropFirst(answers.isEmpty ? 0 : 1).joined(separator: "\n")
    }
    try Disk.write(answers, to: folder + "/answers.csv")
  }

  /// The papers themselves, or where they were written.
  package func view(writtenTo folder: String?, withKeys: Bool, isDryRun: Bool) -> View {
    var notes: [Phrase] = []
    if papers.isEmpty { notes.append(TrainingWords.nobodyToAsk) }
    if let folder { notes.append(TrainingWords.papersWritten(papers.count, to: folder)) }
    if isDryRun { notes.append(TrainingWords.dryRun) }
    return View(.array(papers.map(\.json)), notes: notes) { language in
      guard folder == nil else { return "" }
      return papers.map { paper in
        let page = PaperPage(paper.paper, from: module, in: language)
        return questions(of: paper, page, in: language) + (withKeys ? "\n" + page.key() : "")
      }.joined(separator: "\n")
    }
  }

  private func questions(of paper: QuizPaper, _ page: PaperPage, in language: Language) -> String {
    page.questions(agentName: paper.agent.phrase[language])
  }
}

extension QuizPaper {
  fileprivate var json: JSON {
    let items = paper.items.map { item in
      JSON.object([
        .init("question", .text(item.question.text)),
        .init("points", .text(item.points.description)),
        .init("hash", .text(item.contentHash.description)),
        .init("arrangement", .array(item.arrangement.map { .int(Int64($0)) })),
      ])
    }
    return .object([
      .init("agent_id", .text(agent.number.text)), .init("module", .text(paper.module.text)),
      .init("version", .text(paper.version.description)),
      .init("attempt", .int(Int64(paper.number))), .init("seed", .text(String(paper.seed))),
      .init("module_hash", .text(paper.moduleHash.description)), .init("new", .bool(isNew)),
      .init("items", .array(items)),
    ])
  }
}
