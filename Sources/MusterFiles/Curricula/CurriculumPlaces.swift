import MusterWords
import Training

/// Where in its files each part of a curriculum stands, for the faults between the parts.
struct CurriculumPlaces {
  struct ModulePlaces {
    let folder: String
    let page: ModuleFile
    let questionLines: [Question.ID: Int]
    let rubric: RubricFile?
    /// Whether all questions and rubrics could be read.
    let isWhole: Bool
  }

  struct Key: Hashable {
    let module: Module.ID
    let language: String
  }

  let folder: String
  /// The folders of all modules, also of those whose page could not be read.
  var folders: [String] = []
  var modules: [Module.ID: ModulePlaces] = [:]
  var translations: [Key: TranslationFiles] = [:]
  var paths: (name: String, page: PathsFile)?

  init(folder: String) {
    self.folder = folder
  }

  /// Whether a fault is more than the echo of a question, rubric or module that could not be read.
  func counts(_ fault: CurriculumFault) -> Bool {
    switch fault {
    case .pointWithoutQuestion(let module, _), .drawAboveBank(let module, _, _),
      .missingRubric(let module, _, _), .translatedUnknownQuestion(let module, _, _),
      .translatedUnknownRubric(let module, _, _):
      modules[module]?.isWhole ?? true
    case .unknownRequirement(_, let module), .unknownModuleInPath(_, let module):
      !folders.contains(module.text)
    default: true
    }
  }

  /// A fault between parts as a problem of the file that is to be changed.
  func fileFault(of fault: CurriculumFault) -> FileFault {
    let (file, line) = place(of: fault)
    return FileFault(
      file: file, line: line, found: fault.found, wanted: fault.wanted, hint: fault.hint)
  }

  /// What is said of a translation that is older than its module.
  func note(of translation: Translation, _ curriculum: Curriculum) -> FileFault {
    FileFault(
      file: file(translation.module, "quiz.\(translation.language).md"), line: nil,
      found: translation.version?.description,
      wanted: .staleTranslation(now: curriculum.module(translation.module)?.version))
  }

  private func file(_ module: Module.ID, _ name: String) -> String {
    let path = "\(modules[module]?.folder ?? module.text)/\(name)"
    return folder.isEmpty ? path : folder + "/" + path
  }

  private func place(of fault: CurriculumFault) -> (file: String, line: Int?) {
    switch fault {
    case .pointWithoutQuestion(let module, let point):
      (file(module, "module.md"), modules[module]?.page.pointLines[point])
    case .questionWithoutPoint(let module, let question),
      .unknownPoint(let module, let question, _),
      .missingRubric(let module, let question, _),
      .rubricWorth(let module, let question, _, _, _):
      (file(module, "quiz.md"), modules[module]?.questionLines[question])
    case .drawAboveBank(let module, _, _):
      (file(module, "module.md"), modules[module]?.page.headLines["draw"])
    case .unknownRequirement(let module, _):
      (file(module, "module.md"), modules[module]?.page.headLines["requires"])
    case .requirementCycle(let chain):
      chain.first.map { module in
        (file(module, "module.md"), modules[module]?.page.headLines["requires"])
      } ?? (folder, nil)
    case .unknownModuleInPath(let rung, let module), .requirementNotBefore(let rung, let module, _):
      (
        paths?.name ?? "paths.md", paths?.page.lines[PathsFile.Key(rung: rung, module: module)]
      )
    case .untranslatedPoint(let module, let language, _):
      (file(module, "module.\(language).md"), nil)
    case .translatedUnknownPoint(let module, let language, let point):
      (
        file(module, "module.\(language).md"),
        translations[Key(module: module, language: language)]?.pointLines[point]
      )
    case .untranslatedQuestion(let module, let language, _):
      (file(module, "quiz.\(language).md"), nil)
    case .translatedUnknownQuestion(let module, let language, let question),
      .questionDiffers(let module, let language, let question, _):
      (
        file(module, "quiz.\(language).md"),
        translations[Key(module: module, language: language)]?.questionLines[question]
      )
    case .untranslatedRubric(let module, let language, _):
      (file(module, "rubric.\(language).md"), nil)
    case .translatedUnknownRubric(let module, let language, let rubric),
      .rubricDiffers(let module, let language, let rubric):
      (
        file(module, "rubric.\(language).md"),
        translations[Key(module: module, language: language)]?.rubricLines[rubric]
      )
    }
  }
}
