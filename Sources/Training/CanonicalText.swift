import Vocabulary

/// Lines of `name=value`, one way to write them, so that equal content has equal hashes.
struct CanonicalText {
  private var text = ""

  /// Adds a line; a backslash and a line feed inside the value are escaped.
  mutating func add(_ name: String, _ value: some CustomStringConvertible) {
    var line = name + "="
    for character in value.description.unicodeScalars {
      switch character {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      default: line.unicodeScalars.append(character)
      }
    }
    text += line + "\n"
  }

  var hash: ContentHash { ContentHash(ofText: text) }
}
