import FoundationEssentials
public import MusterWords
public import Training

/// A curriculum as its files give it, with all that is wrong with them.
public struct CurriculumReading: Sendable {
  /// A file by its path inside the curriculum's folder, such as `product/quiz.md`.
  public struct File: Hashable, Sendable {
    public let path: String
    public let text: String

    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// The modules without a fault of their own page, with the questions that could be read.
  public let curriculum: Curriculum
  /// What makes the curriculum unfit for use: by file, then line.
  public let faults: [FileFault]
  /// What should be known and forbids nothing: translations older than what they translate.
  public let notes: [FileFault]

  /// Reads the files of a curriculum; `folder` stands before each path where a problem names it.
  public init(_ files: [File], folder: String = "") {
    var reader = Reader(files, folder: folder)
    reader.read()
    let curriculum = Curriculum(
      modules: reader.modules, translations: reader.translations.map(\.translation),
      paths: reader.paths?.paths ?? [])
    self.curriculum = curriculum
    let faults = curriculum.faults.filter(reader.places.counts)
      .map { reader.places.fileFault(of: $0) }
    self.faults = (reader.faults.list + faults).enumerated().sorted { a, b in
      (a.element.file, a.element.line ?? 0, a.offset)
        < (b.element.file, b.element.line ?? 0, b.offset)
    }.map(\.element)
    self.notes = curriculum.staleTranslations.map { reader.places.note(of: $0, curriculum) }
  }

  /// Reads the curriculum in the folder at `path`.
  ///
  /// Refuses a folder that is not there, and a file that is not UTF-8.
  public init(folder path: String) throws(FileRefusal) {
    var files: [File] = []
    let manager = FileManager.default
    guard let names = try? manager.contentsOfDirectory(atPath: path) else {
      throw TableFault.refusal(.missing, .noSuchFile, file: path)
    }
    for name in names.sorted() {
      if name == "paths.md" {
        files.append(File(path: name, text: try Disk.text(at: path + "/" + name)))
        continue
      }
      let inside = (try? manager.contentsOfDirectory(atPath: path + "/" + name)) ?? []
      guard inside.contains("module.md") || inside.contains("quiz.md") else { continue }
      for file in inside.sorted() where file.hasSuffix(".md") {
        let text = try Disk.text(at: "\(path)/\(name)/\(file)")
        files.append(File(path: "\(name)/\(file)", text: text))
      }
    }
    self.init(files, folder: path)
  }
}

/// Reads the files one by one and remembers where things stand.
private struct Reader {
  let files: [CurriculumReading.File]
  let folder: String
  var faults = CurriculumFaults()
  var modules: [Module] = []
  var translations: [TranslationFiles] = []
  var paths: PathsFile?
  var places: CurriculumPlaces

  init(_ files: [CurriculumReading.File], folder: String) {
    self.files = files
    self.folder = folder
    self.places = CurriculumPlaces(folder: folder)
  }

  mutating func read() {
    var folders: [String] = []
    for file in files {
      let parts = file.path.split(separator: "/")
      if parts.count == 2, !folders.contains(String(parts[0])) { folders.append(String(parts[0])) }
    }
    places.folders = folders
    for folder in folders { readModule(in: folder) }
    if let source = source("paths.md") {
      let paths = PathsFile(source, faults: &faults)
      self.paths = paths
      places.paths = (source.file, paths)
    }
  }

  private func source(_ path: String) -> CurriculumSource? {
    files.first { $0.path == path }.map {
      CurriculumSource(text: $0.text, file: name(path))
    }
  }

  private func name(_ path: String) -> String { folder.isEmpty ? path : folder + "/" + path }

  private mutating func readModule(in folder: String) {
    guard let source = source(folder + "/module.md") else {
      faults.add(.missingFile, name(folder + "/module.md"), nil)
      return
    }
    let page = ModuleFile(source, faults: &faults)
    let before = faults.list.count
    var quiz = QuestionBank.Reading()
    if let source = self.source(folder + "/quiz.md") {
      quiz = QuizFile.read(source)
      faults.add(quiz.faults)
    } else {
      faults.add(.missingFile, name(folder + "/quiz.md"), nil)
    }
    let rubric = self.source(folder + "/rubric.md").map {
      RubricFile($0, faults: &faults)
    }
    let isWhole = faults.list.count == before
    guard var module = page.module else { return }
    module.questions = quiz.bank.questions
    module.retired = quiz.bank.retired
    module.rubrics = rubric?.rubrics ?? []
    if let earlier = modules.first(where: { $0.id == module.id }) {
      faults.add(
        .repeatedID(line: nil), source.file, page.headLines["id"], found: earlier.id.text)
      return
    }
    for lesson in module.lessons where !files.contains(where: { $0.path == "\(folder)/\(lesson)" })
    {
      faults.add(.missingLesson, source.file, page.lessonLines[lesson], found: lesson)
    }
    modules.append(module)
    places.modules[module.id] = CurriculumPlaces.ModulePlaces(
      folder: folder, page: page, questionLines: quiz.lines, rubric: rubric, isWhole: isWhole)
    for language in languages(of: folder) {
      readTranslation(of: module, in: folder, language: language, title: page.titles[language])
    }
  }

  /// The languages that a folder has translations in, from names such as `quiz.en.md`.
  private func languages(of folder: String) -> [String] {
    var languages: Set<String> = []
    for name in ["module", "quiz", "rubric"] {
      for file in files {
        let start = "\(folder)/\(name)."
        guard file.path.hasPrefix(start) else { continue }
        let parts = file.path.dropFirst(start.count).split(separator: ".")
        if parts.count == 2, (2...3).contains(parts[0].count) {
          languages.insert(String(parts[0]))
        }
      }
    }
    return languages.sorted()
  }

  private mutating func readTranslation(
    of module: Module, in folder: String, language: String, title: String?
  ) {
    let files = TranslationFiles(
      of: module, language: language, title: title,
      page: source("\(folder)/module.\(language).md"),
      quiz: source("\(folder)/quiz.\(language).md"),
      rubric: source("\(folder)/rubric.\(language).md"), faults: &faults)
    translations.append(files)
    places.translations[CurriculumPlaces.Key(module: module.id, language: language)] = files
  }
}
