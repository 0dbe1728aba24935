public import MusterWords
public import Training
public import Vocabulary

/// How far everybody is in training on a day, and what the reviews of a month say.
public struct TrainingReport {
  public let day: Day
  /// The modules that are assigned to anybody, in the order of the paths and in the language asked for.
  public let modules: [Module]
  public let lines: [TrainingLine]
  public let quality: [QualityLine]
}

extension Workspace {
  /// Every assignment as it stands today, and the reviews of a month where one is given.
  public func trainingReport(month: Month? = nil, in language: Language) throws -> TrainingReport {
    let curriculum = try curriculum()
    let lines = try trainingStatus()
    let modules = curriculum.modules.compactMap { module in
      lines.contains { $0.module.id == module.id }
        ? curriculum.module(module.id, language: language.rawValue) : nil
    }
    let steps = curriculum.paths.flatMap { $0.steps.map(\.module) }
    return TrainingReport(
      day: today,
      modules: modules.sorted { a, b in
        (steps.firstIndex(of: a.id) ?? .max, a.id) < (steps.firstIndex(of: b.id) ?? .max, b.id)
      },
      lines: lines, quality: try month.map { try qualityReport(on: $0.days) } ?? [])
  }
}
