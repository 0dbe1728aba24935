import FoundationEssentials
public import MusterFiles
public import MusterWords
public import Performance
public import Training

/// A curriculum with its scorecards, and all that is wrong with them.
public struct CurriculumReport: Sendable {
  public let reading: CurriculumReading
  /// By file name.
  public let scorecards: [Scorecard]
  public let faults: [FileFault]
}

/// Reads and checks the curriculum in the folder at `path`, its scorecards included.
public func checkCurriculum(at path: String) throws -> CurriculumReport {
  let reading = try CurriculumReading(folder: path)
  var scorecards: [Scorecard] = []
  var faults = reading.faults
  let folder = path + "/scorecards"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  for name in names.sorted() where name.hasSuffix(".md") {
    let file = folder + "/" + name
    do throws(FileRefusal) {
      scorecards.append(try ScorecardFile.read(text: try Disk.text(at: file), file: file))
    } catch {
      faults += error.faults
    }
  }
  if reading.curriculum.modules.isEmpty, faults.isEmpty {
    faults.append(FileFault(file: path, wanted: TrainingWords.someModule))
  }
  return CurriculumReport(reading: reading, scorecards: scorecards, faults: faults)
}

extension Workspace {
  /// The folder of modules, paths and scorecards.
  public var curriculumFolder: String { folder + "/curricula" }

  /// The workspace's curriculum; refused with all that is wrong where something is.
  public func curriculum() throws -> Curriculum {
    let reading = try CurriculumReading(folder: curriculumFolder)
    guard reading.faults.isEmpty else { throw FileRefusal(.badData, reading.faults) }
    return reading.curriculum
  }

  /// The module with that id, in a language where it is translated.
  public func module(_ id: Module.ID, in language: Language) throws -> Module {
    let curriculum = try curriculum()
    let module = try module(id, of: curriculum)
    return curriculum.module(id, language: language.rawValue) ?? module
  }

  /// The module with that id; refused, with the one that may be meant, where there is none.
  func module(_ id: Module.ID, of curriculum: Curriculum) throws -> Module {
    if let module = curriculum.module(id) { return module }
    let near = nearest(to: id.text, among: curriculum.modules.map(\.id.text))
    throw Refusal(.noInput, [TrainingWords.noModule(id, near: near)])
  }
}
