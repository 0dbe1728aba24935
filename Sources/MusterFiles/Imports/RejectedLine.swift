public import MusterWords

/// A row of a rejects file: where it stood, and why it did not go in.
public struct RejectedLine: Hashable, Sendable {
  /// The line of the file that was imported.
  public var line: Int
  /// The row's id, where the file has a column of ids.
  public var id: String?
  public var reason: String

  /// The rows of the rejects file at `path`, ids being in the column `id`; none where there is no
  /// such file.
  public static func read(_ path: String, id: TableColumn) throws(FileRefusal) -> [RejectedLine] {
    let own = RejectsFile.ownColumns.map { TableColumn($0) }
    let optional = TableColumn(id.name, synonyms: id.synonyms, isRequired: false)
    let reader: TableReader
    do {
      reader = try TableReader(.path(path), columns: own + [optional])
    } catch {
      guard error.cause == .missing else { throw error }
      return []
    }
    var lines: [RejectedLine] = []
    while let row = try reader.next() {
      func text(_ column: String) -> String? {
        reader.heading.place(of: column).flatMap { $0 < row.count ? row.text($0) : nil }
      }
      guard let line = text(RejectsFile.ownColumns[0]).flatMap({ Int($0) }),
        let reason = text(RejectsFile.ownColumns[1])
      else { continue }
      lines.append(RejectedLine(line: line, id: text(id.name), reason: reason))
    }
    return lines
  }
}
