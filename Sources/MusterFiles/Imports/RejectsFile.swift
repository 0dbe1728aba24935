import Glibc
public import MusterWords

/// The file of rows that an import did not take, each with its line and what is wrong with it.
///
/// The columns of the imported file stay as they are behind `reject_line` and `reject_reason`, so
/// that rows can be mended there and the file imported again. It is written as rows come, beside
/// its place first, and not at all where there are none.
public final class RejectsFile {
  public let path: String
  /// How many rows were written.
  public private(set) var count = 0

  /// The columns that the file has before those of the imported one.
  public static let ownColumns = ["reject_line", "reject_reason"]

  private let heading: TableHeading
  private let language: Language
  private var writer = CSVWriter()
  private var descriptor: Int32?

  private var part: String { path + ".part" }

  /// A file at `path` for rows under `heading`, reasons in `language`.
  public init(path: String, heading: TableHeading, language: Language) {
    self.path = path
    self.heading = heading
    self.language = language
  }

  deinit {
    if let descriptor {
      close(descriptor)
      unsafe unlink(part)
    }
  }

  /// Adds `rows`.
  public func add(_ rows: [RejectedRow]) throws(FileRefusal) {
    guard !rows.isEmpty else { return }
    if descriptor == nil { try open() }
    for rejected in rows {
      let reasons = rejected.faults.map { $0.reason(in: language) }
      writer.row(
        [String(rejected.row.line), reasons.joined(separator: " / ")]
          + kept(rejected.row.texts))
      count += 1
    }
    try flush()
  }

  /// Puts the file in its place; with no rows, takes away one of an earlier import.
  public func finish() throws(FileRefusal) {
    guard let descriptor else {
      unsafe unlink(path)
      return
    }
    self.descriptor = nil
    guard close(descriptor) == 0, unsafe rename(part, path) == 0 else {
      unsafe unlink(part)
      throw unwritable
    }
  }

  private func open() throws(FileRefusal) {
    let opened = unsafe Glibc.open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw unwritable }
    descriptor = opened
    writer.row(RejectsFile.ownColumns + kept(heading.names))
  }

  private func flush() throws(FileRefusal) {
    var left = Array(writer.take().utf8)[...]
    while let descriptor, !left.isEmpty {
      let count = unsafe left.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw unwritable }
      left = left.dropFirst(count)
    }
  }

  /// `fields` without those of an earlier rejects file.
  private func kept(_ fields: [String]) -> [String] {
    fields.enumerated().filter {
      $0.offset >= heading.names.count
        || !RejectsFile.ownColumns.contains(heading.names[$0.offset])
    }.map(\.element)
  }

  private var unwritable: FileRefusal {
    TableFault.refusal(.cannotWrite, .unwritable, file: path)
  }
}
