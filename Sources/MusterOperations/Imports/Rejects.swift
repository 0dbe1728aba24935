import FoundationEssentials
import MusterFiles
import MusterWords

/// Collects the rows that an import does not take: in their file, and the first ones to tell.
struct Rejects {
  /// How many problems are told beside the file.
  static let shown = 10

  private(set) var count = 0
  private(set) var faults: [FileFault] = []
  private let file: RejectsFile?

  /// Rows under the heading of `reader`; into the file at `path`, or nowhere where that is nil.
  init(path: String?, heading: TableHeading, language: Language) {
    file = path.map { RejectsFile(path: $0, heading: heading, language: language) }
  }

  mutating func add(_ rows: [RejectedRow]) throws {
    count += rows.count
    for row in rows where faults.count < Rejects.shown {
      faults += row.faults.prefix(Rejects.shown - faults.count)
    }
    try file?.add(rows)
  }

  /// Puts the file in its place and gives its path, where there are rows in it.
  func finish() throws -> String? {
    try file?.finish()
    return count > 0 ? file?.path : nil
  }

  /// Why a file with these rows is refused as a whole.
  var refusal: Refusal {
    var lines = faults.map(\.phrase)
    lines.append(ImportWords.refused(rows: count))
    return Refusal(.badData, lines)
  }
}

extension Workspace {
  /// Where the rejected rows of an import called `name` go, its folder made; nil for a dry or a
  /// strict run, which leave none.
  func rejectsPath(
    _ name: String, _ options: ImportOptions, input: String
  ) throws -> String? {
    guard !options.isDryRun, !options.isStrict else { return nil }
    if let path = options.rejectsFile {
      guard URL(filePath: path).standardizedFileURL != URL(filePath: input).standardizedFileURL
      else { throw Refusal(.usage, [ImportWords.rejectsAreInput(path)]) }
      return path
    }
    let rejects = folder + "/out/rejects"
    do {
      try FileManager.default.createDirectory(
        atPath: rejects, withIntermediateDirectories: true)
    } catch {
      throw Refusal(.cannotWrite, [StoreWords.cannotCreate(rejects)])
    }
    return "\(rejects)/\(name).csv"
  }

  /// The mapping that `options` name, for a file with `columns`.
  func mapping(_ options: ImportOptions, _ columns: [TableColumn]) throws -> ImportMapping {
    guard let path = options.mappingFile else { return ImportMapping() }
    return try ImportMapping(text: Disk.text(at: path), file: path, for: columns)
  }
}
