public import FoundationEssentials

/// Whole files of text, in and out.
public enum TextFile {
  /// The text of the UTF-8 file at `path`, a byte-order mark dropped; `-` is standard input.
  ///
  /// Refused where the file is missing, cannot be read, or is not UTF-8 (the line is named).
  public static func read(_ path: String) throws(FileRefusal) -> String {
    let source = try ByteSource(path: path, chunkSize: 1 << 18)
    var bytes: [UInt8] = []
    while let chunk = try source.next() { bytes += chunk }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = bytes.split(separator: 10, omittingEmptySubsequences: false)
        .firstIndex { String(validating: $0, as: UTF8.self) == nil }
      throw TableFault.refusal(.badData, .encoding, file: path, line: line.map { $0 + 1 })
    }
    return text
  }

  /// Writes `text` to `path`, making folders that are missing; all of it or nothing.
  public static func write(_ text: String, to path: String) throws(FileRefusal) {
    try write(Data(text.utf8), to: path)
  }

  /// Writes `data` to `path`, making folders that are missing; all of it or nothing.
  public static func write(_ data: Data, to path: String) throws(FileRefusal) {
    do {
      let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
      if !parent.isEmpty, !FileManager.default.fileExists(atPath: parent) {
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      }
      try data.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw TableFault.refusal(.cannotWrite, .unwritable, file: path)
    }
  }
}
