import MusterWords
import Training

/// The files of a module in another language, `module.en.md`, `quiz.en.md`, `rubric.en.md`: text
/// only, by the ids of the author's files.
struct TranslationFiles {
  private(set) var translation: Translation
  private(set) var pointLines: [LearningPoint.ID: Int] = [:]
  private(set) var questionLines: [Question.ID: Int] = [:]
  private(set) var rubricLines: [Rubric.ID: Int] = [:]

  init(
    of module: Module, language: String, title: String?, page: CurriculumSource?,
    quiz: CurriculumSource?, rubric: CurriculumSource?, faults: inout CurriculumFaults
  ) {
    let versions = [page, quiz, rubric].compactMap { $0.flatMap(translatedVersion) }
    translation = Translation(
      module: module.id, language: language, version: versions.min(), title: title)
    if let page {
      let (points, lines) = ModuleFile.translatedPoints(page, faults: &faults)
      translation.points = points
      pointLines = lines
    }
    if let quiz {
      let blocks = QuestionBlock.blocks(of: quiz, faults: &faults) { id, _ in
        module.question(id)?.word
      }
      for var block in blocks {
        questionLines[block.id] = block.line
        translation.questions.append(text(of: &block))
        faults.add(block.faults.list)
      }
    }
    if let rubric {
      let file = RubricFile(rubric, faults: &faults)
      translation.rubrics = file.rubrics
      rubricLines = file.lines
    }
  }

  private func text(of block: inout QuestionBlock) -> Translation.QuestionText {
    var patterns: [AnswerPattern] = []
    if let answer = block.fields[.answer] {
      if let read = AnswerPattern.alternatives(answer.value) {
        patterns = read
      } else {
        block.report(.badPattern, answer)
      }
    }
    if block.stem.isEmpty { block.faults.add(.noStem, block.file, block.line) }
    return Translation.QuestionText(
      id: block.id, stem: block.stem,
      options: block.options.map { ChoiceOption(letter: $0.option.letter, text: $0.option.text) },
      pairs: block.pairs, distractors: block.distractors, items: block.items, patterns: patterns,
      explanation: block.fields[.explanation]?.value)
  }
}

/// The version that the first heading says was translated: `# ... (translation of quiz.md 1.0.0)`.
private func translatedVersion(_ source: CurriculumSource) -> ModuleVersion? {
  let heading = source.lines.lazy.compactMap(\.heading).first { $0.level == 1 }
  let words = heading?.text.split { $0.isWhitespace || "()（）".contains($0) } ?? []
  return words.reversed().lazy.compactMap { ModuleVersion($0) }.first
}
