import MusterFiles
public import MusterWords

/// How an import treats rows that do not read well, and whether it keeps anything.
public struct ImportOptions: Hashable, Sendable {
  /// Count and report, and keep nothing.
  public var isDryRun: Bool
  /// One bad row keeps the whole file out.
  public var isStrict: Bool
  /// A file that says how other headings and values read.
  public var mappingFile: String?
  /// Where rejected rows go; where nil, `out/rejects/` of the workspace.
  public var rejectsFile: String?
  /// The language of the reasons in the rejects file.
  public var language: Language

  public init(
    isDryRun: Bool = false, isStrict: Bool = false, mappingFile: String? = nil,
    rejectsFile: String? = nil, language: Language = .zh
  ) {
    self.isDryRun = isDryRun
    self.isStrict = isStrict
    self.mappingFile = mappingFile
    self.rejectsFile = rejectsFile
    self.language = language
  }
}

/// What an import did, by rows of its file.
public struct ImportReport: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String
  public var added = 0
  public var changed = 0
  public var same = 0
  public var rejected = 0
  /// The faults of the first rejected rows, in the order of the file.
  public var faults: [FileFault] = []
  /// Where the rejected rows are; nil where there are none, or nothing was kept.
  public var rejectsFile: String?
  public var isDryRun = false
  /// Whether the last row has no line end, so that nobody can tell whether it is whole.
  public var endsOpen = false
  /// Headings of the file that stand for no column known here.
  public var unknownHeadings: [String] = []

  init(file: String, options: ImportOptions) {
    self.file = file
    self.isDryRun = options.isDryRun
  }

  /// Takes over what was rejected, its file put in its place.
  mutating func take(_ rejects: Rejects, from table: TableReader) throws {
    rejected = rejects.count
    faults = rejects.faults
    rejectsFile = try rejects.finish()
    endsOpen = table.endsOpen
    unknownHeadings = table.heading.unknown.filter { !RejectsFile.ownColumns.contains($0) }
  }

  public var rows: Int { added + changed + same + rejected }
}
