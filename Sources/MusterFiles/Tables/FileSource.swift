/// A file that comes in, to be read once.
public enum FileSource: Hashable, Sendable {
  /// On the disk; `-` is standard input.
  case path(String)
  /// Bytes that are there already, and the name they came under.
  case bytes([UInt8], name: String)
  /// What an open file, pipe or socket gives, and its name; it stays open.
  case descriptor(Int32, name: String)

  /// A text as if it stood in the file `name`.
  public static func text(_ text: String, name: String) -> FileSource {
    .bytes(Array(text.utf8), name: name)
  }

  /// The file as the user named it.
  public var name: String {
    switch self {
    case .path(let name), .bytes(_, let name), .descriptor(_, let name): name
    }
  }
}
