public import People

/// What does not hold between the parts of a curriculum, each of them being right by itself.
public enum CurriculumFault: Hashable, Sendable {
  case pointWithoutQuestion(Module.ID, LearningPoint.ID)
  case questionWithoutPoint(Module.ID, Question.ID)
  case unknownPoint(Module.ID, Question.ID, LearningPoint.ID)
  case drawAboveBank(Module.ID, draw: Int, bank: Int)
  case unknownRequirement(Module.ID, Module.ID)
  /// Each requires the next, and the last the first.
  case requirementCycle([Module.ID])
  case missingRubric(Module.ID, Question.ID, Rubric.ID)
  case rubricWorth(Module.ID, Question.ID, Rubric.ID, rubric: Points, question: Points)
  case unknownModuleInPath(Rung, Module.ID)
  /// A required module stands neither earlier in the rung's path nor in that of a lower rung.
  case requirementNotBefore(Rung, Module.ID, required: Module.ID)
  case untranslatedPoint(Module.ID, String, LearningPoint.ID)
  case untranslatedQuestion(Module.ID, String, Question.ID)
  case untranslatedRubric(Module.ID, String, Rubric.ID)
  case translatedUnknownPoint(Module.ID, String, LearningPoint.ID)
  case translatedUnknownQuestion(Module.ID, String, Question.ID)
  case translatedUnknownRubric(Module.ID, String, Rubric.ID)
  case questionDiffers(Module.ID, String, Question.ID, TranslationDifference)
  case rubricDiffers(Module.ID, String, Rubric.ID)
}

extension Curriculum {
  /// All that does not hold: modules by id, then paths, then translations.
  public var faults: [CurriculumFault] {
    modules.flatMap(\.faults) + requirementFaults + pathFaults
      + translations.flatMap { translation in
        module(translation.module).map(translation.faults) ?? []
      }
  }

  /// Translations of an older version than the module now has.
  public var staleTranslations: [Translation] {
    translations.filter { translation in
      guard let module = module(translation.module) else { return false }
      return translation.version.map { $0 < module.version } ?? false
    }
  }

  private var requirementFaults: [CurriculumFault] {
    var faults: [CurriculumFault] = []
    for module in modules {
      for required in module.requires where self.module(required) == nil {
        faults.append(.unknownRequirement(module.id, required))
      }
      if let cycle = cycle(through: module.id), cycle.min() == module.id {
        faults.append(.requirementCycle(cycle))
      }
    }
    return faults
  }

  /// The shortest chain of requirements that leads from a module back to it, or nil.
  private func cycle(through start: Module.ID) -> [Module.ID]? {
    var chains = [[start]]
    var seen: Set<Module.ID> = []
    while !chains.isEmpty {
      var longer: [[Module.ID]] = []
      for chain in chains {
        for next in chain.last.flatMap(module)?.requires ?? [] {
          if next == start { return chain }
          if seen.insert(next).inserted { longer.append(chain + [next]) }
        }
      }
      chains = longer
    }
    return nil
  }

  private var pathFaults: [CurriculumFault] {
    var faults: [CurriculumFault] = []
    var passed: Set<Module.ID> = []
    for path in paths {
      for step in path.steps {
        guard let module = module(step.module) else {
          faults.append(.unknownModuleInPath(path.rung, step.module))
          continue
        }
        for required in module.requires
        where !passed.contains(required) && self.module(required) != nil {
          faults.append(.requirementNotBefore(path.rung, step.module, required: required))
        }
        passed.insert(step.module)
      }
    }
    return faults
  }
}

extension Module {
  /// What does not hold inside the module.
  var faults: [CurriculumFault] {
    var faults: [CurriculumFault] = []
    if let draw, draw > questions.count {
      faults.append(.drawAboveBank(id, draw: draw, bank: questions.count))
    }
    for point in points where !questions.contains(where: { $0.covers.contains(point.id) }) {
      faults.append(.pointWithoutQuestion(id, point.id))
    }
    for question in questions {
      if question.covers.isEmpty { faults.append(.questionWithoutPoint(id, question.id)) }
      for covered in question.covers where !points.contains(where: { $0.id == covered }) {
        faults.append(.unknownPoint(id, question.id, covered))
      }
      guard let wanted = question.rubric else { continue }
      guard let rubric = rubric(wanted) else {
        faults.append(.missingRubric(id, question.id, wanted))
        continue
      }
      if rubric.maximum != question.points {
        faults.append(
          .rubricWorth(
            id, question.id, rubric.id, rubric: rubric.maximum, question: question.points))
      }
    }
    return faults
  }
}

extension Translation {
  /// Where the translation and the module differ in more than text.
  ///
  /// Points, questions and rubrics may each be left untranslated, but not some of them.
  func faults(against module: Module) -> [CurriculumFault] {
    var faults: [CurriculumFault] = []
    for point in module.points
    where !points.isEmpty && !points.contains(where: { $0.id == point.id }) {
      faults.append(.untranslatedPoint(self.module, language, point.id))
    }
    for point in points where !module.points.contains(where: { $0.id == point.id }) {
      faults.append(.translatedUnknownPoint(self.module, language, point.id))
    }
    for question in module.questions {
      if let text = self.question(question.id) {
        if let difference = question.kind.content.difference(from: text) {
          faults.append(.questionDiffers(self.module, language, question.id, difference))
        }
      } else if !questions.isEmpty {
        faults.append(.untranslatedQuestion(self.module, language, question.id))
      }
    }
    for text in questions where module.question(text.id) == nil && !module.retired.contains(text.id)
    {
      faults.append(.translatedUnknownQuestion(self.module, language, text.id))
    }
    for rubric in module.rubrics {
      if let text = rubrics.first(where: { $0.id == rubric.id }) {
        if !rubric.hasShape(of: text) {
          faults.append(.rubricDiffers(self.module, language, rubric.id))
        }
      } else if !rubrics.isEmpty {
        faults.append(.untranslatedRubric(self.module, language, rubric.id))
      }
    }
    for text in rubrics where module.rubric(text.id) == nil {
      faults.append(.translatedUnknownRubric(self.module, language, text.id))
    }
    return faults
  }
}

extension Rubric {
  /// Whether another rubric has the same criteria, levels and number of vetoes.
  fileprivate func hasShape(of other: Rubric) -> Bool {
    vetoes.count == other.vetoes.count && criteria.map(\.id) == other.criteria.map(\.id)
      && criteria.map { $0.levels.map(\.points) } == other.criteria.map { $0.levels.map(\.points) }
  }
}
