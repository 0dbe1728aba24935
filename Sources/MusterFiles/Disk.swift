import FoundationEssentials
import Glibc
public import MusterWords

/// Whole files, read and written at once.
public enum Disk {
  /// All bytes of the file at `path`; `-` is standard input.
  public static func bytes(at path: String) throws(FileRefusal) -> [UInt8] {
    try bytes(of: .path(path))
  }

  /// All bytes of `file`.
  public static func bytes(of file: FileSource) throws(FileRefusal) -> [UInt8] {
    let source = try ByteSource(file, chunkSize: 256 << 10)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.byteCount ?? 0)
    while let chunk = try source.next() { bytes += chunk }
    return bytes
  }

  /// The text of the UTF-8 file at `path`, without a byte order mark.
  public static func text(at path: String) throws(FileRefusal) -> String {
    try text(of: .path(path))
  }

  /// The text of a UTF-8 file, without a byte order mark.
  public static func text(of file: FileSource) throws(FileRefusal) -> String {
    guard let text = String(validating: try bytes(of: file), as: UTF8.self) else {
      throw TableFault.refusal(.badData, .encoding, file: file.name)
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Writes `text` in UTF-8 to `path`.
  public static func write(_ text: String, to path: String) throws(FileRefusal) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes `bytes` to `path`: beside it first, then in its place, so that nothing half done is
  /// ever seen there.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileRefusal) {
    let part = "\(path).part"
    guard writeAll(bytes, to: part), unsafe rename(part, path) == 0 else {
      unsafe unlink(part)
      throw TableFault.refusal(.cannotWrite, .unwritable, file: path)
    }
  }

  /// Makes the folder at `path` where there is none, and those above it; refuses with `words` where
  /// that cannot be done.
  public static func makeFolder(_ path: String, else words: Phrase) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Refusal(.cannotWrite, [words])
    }
  }

  private static func writeAll(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    var left = bytes[...]
    while !left.isEmpty {
      let count = unsafe left.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { break }
      left = left.dropFirst(count)
    }
    return close(descriptor) == 0 && left.isEmpty
  }
}
