public import MusterFiles
import People
import Training
public import Vocabulary

extension Workspace {
  /// The report for trainers as one HTML file: every assignment as it stands today, and the
  /// reviews of a month where one is given.
  public func trainingReport(month: Month? = nil, in language: Language) throws -> String {
    let curriculum = try curriculum()
    let lines = try trainingStatus()
    let modules = curriculum.modules.compactMap { module in
      lines.contains { $0.module.id == module.id }
        ? curriculum.module(module.id, language: language.rawValue) : nil
    }
    let steps = curriculum.paths.flatMap { $0.steps.map(\.module) }
    let ordered = modules.sorted { a, b in
      (steps.firstIndex(of: a.id) ?? .max, a.id) < (steps.firstIndex(of: b.id) ?? .max, b.id)
    }
    let quality = try month.map { try qualityReport(on: $0.days) } ?? []
    return TrainingPage(
      on: today, modules: ordered,
      rows: lines.map { line in
        TrainingPage.Row(
          agent: line.agent, module: line.module.id, dueOn: line.assignment.dueOn,
          standing: line.standing, score: line.score,
          validThrough: line.certificate?.validThrough)
      },
      quality: quality.filter { $0.agent == nil }.map { line in
        TrainingPage.Quality(
          label: QualityText.team(line.team, isAll: line.isAll)[language], drawn: line.drawn,
          rate: line.rate, meanScore: line.meanScore)
      }, in: language
    ).html
  }
}
