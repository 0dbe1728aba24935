public import MusterOperations
public import MusterWords
import Training

extension TrainingReport {
  /// The report for trainers as one HTML file.
  public func page(in language: Language) -> String {
    TrainingPage(
      on: day, modules: modules,
      rows: lines.map { line in
        TrainingPage.Row(
          agent: line.agent, module: line.module.id, dueOn: line.assignment.dueOn,
          standing: line.standing, score: line.score,
          validThrough: line.certificate?.validThrough)
      },
      quality: quality.filter { $0.agent == nil }.map { line in
        TrainingPage.Quality(
          label: QualityWords.team(line.team, isAll: line.isAll)[language], drawn: line.drawn,
          rate: line.rate, meanScore: line.meanScore)
      }, in: language
    ).html
  }
}
