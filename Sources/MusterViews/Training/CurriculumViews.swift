import MusterFiles
package import MusterOperations
package import MusterWords
package import People
import Performance
package import Training
import Vocabulary

extension CurriculumReport {
  /// The modules, with what is wrong and what should be known.
  package var view: View {
    let table = Table(modules: reading.curriculum)
    return View(
      table, notes: reading.notes.map(\.phrase),
      faults: faults.isEmpty
        ? [] : faults.map(\.phrase) + [TrainingWords.curriculumFaults(faults.count)],
      json: { language in
        .object([
          .init("modules", table.json),
          .init("scorecards", .array(scorecards.map { .text($0.id) })),
          .init("problems", .array(faults.map { $0.json(in: language) })),
          .init("notes", .array(reading.notes.map { $0.json(in: language) })),
        ])
      })
  }
}

extension FileFault {
  fileprivate func json(in language: Language) -> JSON {
    .object([
      .init("file", .text(file)), .init("line", line.map { .int(Int64($0)) } ?? .null),
      .init("found", found.map(JSON.text) ?? .null), .init("wanted", .text(wanted[language])),
      .init("hint", hint.map { .text($0[language]) } ?? .null),
    ])
  }
}

extension View {
  /// The modules of a curriculum, a row each.
  package init(modules curriculum: Curriculum) {
    self.init(Table(modules: curriculum))
  }

  /// The steps of a rung's path.
  package init(pathOf rung: Rung, in curriculum: Curriculum, titles language: Language) {
    let steps = curriculum.path(of: rung)?.steps ?? []
    self.init(
      Table(
        [.step, .module, .title, .dueDays],
        rows: steps.enumerated().map { index, step in
          [
            .init(index + 1), .init(step.module.text),
            .init(curriculum.module(step.module, language: language.rawValue)?.title),
            .init(step.dueDays),
          ]
        }))
  }

  /// A module's learning points and its bank, with keys and explanations.
  package init(bank module: Module) {
    let questions = module.questions.map { question in
      JSON.object([
        .init("id", .text(question.id.text)),
        .init("hash", .text(question.contentHash.description)),
        .init("points", .text(question.points.description)),
        .init("covers", .array(question.covers.map { .text($0.text) })),
        .init("stem", .text(question.stem)),
      ])
    }
    self.init(
      .object([
        .init("module", .text(module.id.text)), .init("version", .text(module.version.description)),
        .init("hash", .text(module.contentHash.description)),
        .init("questions", .array(questions)),
      ])
    ) { BankPage.text(of: module, in: $0) }
  }
}

extension Table {
  fileprivate init(modules curriculum: Curriculum) {
    self.init(
      [
        .module, .title, .version, .learningPoints, .questions, .essays, .draw, .pass, .validDays,
        .requires, .translations,
      ],
      rows: curriculum.modules.map { module in
        let english = curriculum.module(module.id, language: "en")?.title ?? module.title
        let languages = curriculum.translations.filter { $0.module == module.id }.map(\.language)
        return [
          .init(module.id.text), .init(Phrase(zh: module.title, en: english)),
          .init(module.version.description), .init(module.points.count),
          .init(module.questions.count), .init(module.questions.count { $0.rubric != nil }),
          .init(module.draw ?? module.questions.count), .init(module.rule.mark),
          .init(module.validDays), .init(module.requires.map(\.text).joined(separator: " ")),
          .init(languages.joined(separator: " ")),
        ]
      })
  }
}
