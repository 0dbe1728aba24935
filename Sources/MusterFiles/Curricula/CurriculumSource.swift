import MusterWords
import Training

/// A text file of a curriculum, as lines that know their number.
struct CurriculumSource {
  struct Line {
    /// From 1.
    let number: Int
    /// Without blanks at its ends.
    let text: String
  }

  /// The file as the user named it.
  let file: String
  let lines: [Line]

  init(text: String, file: String) {
    self.file = file
    self.lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { Line(number: $0 + 1, text: trimmed(String($1))) }
  }
}

extension CurriculumSource.Line {
  /// The level of a heading and what it says, or nil where the line is none.
  var heading: (level: Int, text: String)? {
    let level = text.prefix { $0 == "#" || $0 == "＃" }.count
    guard (1...6).contains(level) else { return nil }
    return (level, trimmed(String(text.dropFirst(level))))
  }

  /// What stands before and after the first colon, or nil where there is none.
  var field: (key: String, value: String)? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let value = text[text.index(after: colon)...]
    return (trimmed(String(text[..<colon])), trimmed(String(value)))
  }

  /// The cells of a table's row, or nil where the line is none.
  var cells: [String]? {
    guard let first = text.first, first == "|" || first == "｜" else { return nil }
    var cells = [""]
    var escaped = false
    for character in text.dropFirst() {
      if !escaped, character == "|" || character == "｜" {
        cells.append("")
      } else if escaped, character == "|" {
        cells[cells.count - 1].removeLast()
        cells[cells.count - 1].append(character)
      } else {
        cells[cells.count - 1].append(character)
      }
      escaped = character == "\\" && !escaped
    }
    if cells.last.map(trimmed)?.isEmpty ?? false { cells.removeLast() }
    return cells.map(trimmed)
  }

  /// Whether the line is the one under a table's heading.
  var isTableRule: Bool {
    guard let cells, !cells.isEmpty else { return false }
    return cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-—－:： ".contains($0) } }
  }

  /// What follows the mark of a list, or nil where there is none.
  var bullet: String? {
    guard let mark = text.first, "-*+•－＊＋".contains(mark) else { return nil }
    let rest = text.dropFirst()
    guard rest.first.map(\.isWhitespace) ?? true || opensBox(rest) else { return nil }
    return trimmed(String(rest))
  }

  /// The number of an item of a numbered list and what follows it, or nil where there is none.
  var numbered: (number: Int, text: String)? {
    let narrow = narrowed(text)
    let digits = narrow.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), let mark = narrow.dropFirst(digits.count).first,
      ".、)".contains(mark)
    else { return nil }
    return (number, trimmed(String(text.dropFirst(digits.count + 1))))
  }
}

/// Whether a text begins with a box to tick.
private func opensBox(_ text: Substring) -> Bool {
  text.first.map { "[［【".contains($0) } ?? false
}

/// A line of a list with options: the box, where there is one, the letter and the text.
struct OptionLine {
  /// Nil where there is no box.
  let isTicked: Bool?
  let letter: Letter
  let text: String

  /// What stands in a list's line after its mark, or nil where that is no option.
  init?(_ bullet: String) {
    var rest = bullet[...]
    var isTicked: Bool?
    if opensBox(rest) {
      guard let close = rest.firstIndex(where: { "]］】".contains($0) }) else { return nil }
      let mark = trimmed(String(rest[rest.index(after: rest.startIndex)..<close]))
      guard mark.isEmpty || ticks.contains(mark) else { return nil }
      isTicked = !mark.isEmpty
      rest = rest[rest.index(after: close)...].drop(while: \.isWhitespace)
    }
    guard let first = rest.first, let letter = Letter(first) else { return nil }
    rest = rest.dropFirst().drop(while: \.isWhitespace)
    guard let mark = rest.first, ".．、)）:：".contains(mark) else { return nil }
    self.isTicked = isTicked
    self.letter = letter
    self.text = trimmed(String(rest.dropFirst()))
  }
}

private let ticks = ["x", "X", "ｘ", "Ｘ", "√", "✓", "✔", "×", "*"]

/// The two sides of the first arrow in a text, or nil where there is none.
func sidesOfArrow(_ text: String) -> (left: String, right: String)? {
  let arrows = ["->", "→", "－>", "－＞", "-＞", "=>", "⇒"]
  let found = arrows.compactMap { arrow -> (Range<String.Index>, String)? in
    firstRange(of: arrow, in: text).map { ($0, arrow) }
  }
  guard let (range, _) = found.min(by: { $0.0.lowerBound < $1.0.lowerBound }) else { return nil }
  return (trimmed(String(text[..<range.lowerBound])), trimmed(String(text[range.upperBound...])))
}

/// Where `part` first stands in `text`, character by character.
private func firstRange(of part: String, in text: String) -> Range<String.Index>? {
  var start = text.startIndex
  while start < text.endIndex {
    if text[start...].hasPrefix(part) {
      return start..<text.index(start, offsetBy: part.count)
    }
    start = text.index(after: start)
  }
  return nil
}

/// The parts of a list between commas, ideographic or not, without empty ones.
func listed(_ text: String) -> [String] {
  text.split { ",，、".contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
}
