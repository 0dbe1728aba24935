import ArgumentParser
import MusterFiles
import MusterOperations
import MusterViews
import MusterWords
import People
import Performance
import Training
import Vocabulary

struct CurriculumNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curriculum", abstract: "Check and show modules, their questions and paths.",
    subcommands: [CurriculumCheck.self, CurriculumList.self, CurriculumPreview.self])
}

struct CurriculumCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a curriculum: every file by itself, then what they say of each other.",
    discussion: """
      Ends with 1 where something is wrong; each fault is told with its file, its line, what was \
      found, what was wanted and what to try.
      """)

  @Argument(help: "The folder of the curriculum; else the workspace's.")
  var folder: String?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (report, language) = try checked()
    let curriculum = report.reading.curriculum
    let table = Table(modules: curriculum)
    if output.json {
      output.print(report.json(modules: table.json, in: language), or: "")
    } else {
      output.print(table, in: language)
    }
    for note in report.reading.notes { output.note(Phrase(note), in: language) }
    guard report.faults.isEmpty else {
      throw Refusal(
        .doesNotHold,
        report.faults.map(Phrase.init) + [TrainingWords.curriculumFaults(report.faults.count)])
    }
  }

  private func checked() throws -> (CurriculumReport, Language) {
    if let folder { return (try checkCurriculum(at: folder), output.language()) }
    let workspace = try workspace.open()
    return (
      try checkCurriculum(at: workspace.curriculumFolder), output.language(workspace.settings)
    )
  }
}

extension CurriculumReport {
  /// The modules with what is wrong and what should be known, sentences in a language.
  fileprivate func json(modules: JSON, in language: Language) -> JSON {
    func list(_ faults: [FileFault]) -> JSON {
      .array(
        faults.map { problem in
          .object([
            .init("file", .text(problem.file)),
            .init("line", problem.line.map { .int(Int64($0)) } ?? .null),
            .init("found", problem.found.map(JSON.text) ?? .null),
            .init("wanted", .text(problem.wanted[language])),
            .init("hint", problem.hint.map { .text($0[language]) } ?? .null),
          ])
        })
    }
    return .object([
      .init("modules", modules), .init("scorecards", .array(scorecards.map { .text($0.id) })),
      .init("problems", list(faults)), .init("notes", list(reading.notes)),
    ])
  }
}

struct CurriculumList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the modules, or the path of a rung.")

  @Option(help: "The rung whose path to list: agent, senior, lead or supervisor.")
  var rung: Rung?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let curriculum = try workspace.curriculum()
    guard let rung else {
      output.print(Table(modules: curriculum), in: language)
      return
    }
    let steps = curriculum.path(of: rung)?.steps ?? []
    let table = Table(
      [.step, .module, .title, .dueDays],
      rows: steps.enumerated().map { index, step in
        [
          .init(index + 1), .init(step.module.text),
          .init(curriculum.module(step.module, language: language.rawValue)?.title),
          .init(step.dueDays),
        ]
      })
    output.print(table, in: language)
  }
}

struct CurriculumPreview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show a module's learning points and its bank, with keys and explanations.")

  @Argument(help: "The module, by its id.")
  var module: Module.ID

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    try output.refuseCSV()
  }

  func run() throws {
    let workspace = try workspace.open()
    let language = output.language(workspace.settings)
    let shown = try workspace.module(module, in: language)
    output.print(
      .object([
        .init("module", .text(shown.id.text)), .init("version", .text(shown.version.description)),
        .init("hash", .text(shown.contentHash.description)),
        .init(
          "questions",
          .array(
            shown.questions.map { question in
              .object([
                .init("id", .text(question.id.text)),
                .init("hash", .text(question.contentHash.description)),
                .init("points", .text(question.points.description)),
                .init("covers", .array(question.covers.map { .text($0.text) })),
                .init("stem", .text(question.stem)),
              ])
            })),
      ]), or: BankPage.text(of: shown, in: language))
  }
}

extension Table {
  /// The modules of a curriculum, a row each.
  init(modules curriculum: Curriculum) {
    self.init([
      .module, .title, .version, .learningPoints, .questions, .essays, .draw, .pass, .validDays,
      .requires, .translations,
    ])
    rows = curriculum.modules.map { module in
      let english = curriculum.module(module.id, language: "en")?.title ?? module.title
      let languages = curriculum.translations.filter { $0.module == module.id }.map(\.language)
      return [
        .init(module.id.text), .init(Phrase(zh: module.title, en: english), .text(english)),
        .init(module.version.description), .init(module.points.count),
        .init(module.questions.count), .init(module.questions.count { $0.rubric != nil }),
        .init(module.draw ?? module.questions.count), .init(module.rule.mark),
        .init(module.validDays), .init(module.requires.map(\.text).joined(separator: " ")),
        .init(languages.joined(separator: " ")),
      ]
    }
  }
}

extension Table.Cell {
  init(_ day: Day?) { self.init(day?.description) }
}

extension Phrase {
  /// A problem as one line.
  init(_ problem: FileFault) {
    self.init(zh: problem.text(in: .zh), en: problem.text(in: .en))
  }
}

extension Identifier: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Rung: ExpressibleByArgument {
  public init?(argument: String) { self.init(word: argument) }
}
