/// What a short answer may look like: text in which `*` stands for anything, also nothing.
///
/// `\*` is a star, `\|` a bar and `\\` a backslash; before anything else a backslash is itself.
public struct AnswerPattern: Hashable, Sendable {
  /// The pattern as it was written, without outer space.
  public let text: String
  /// The text with nothing in place of its stars, which mostly matches.
  let plain: String
  /// The runs of plain text between stars; one run where there is no star.
  private let runs: [[Character]]
  private let foldedRuns: [[Character]]

  /// The pattern, or nil where nothing but stars and space is left of `text`.
  public init?(_ text: String) {
    let written = trimmed(text)
    var runs = [""]
    var escaped = false
    for character in written {
      if escaped {
        if !"*|\\".contains(character) { runs[runs.count - 1].append("\\") }
        runs[runs.count - 1].append(character)
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else if narrowed(String(character)) == "*" {
        runs.append("")
      } else {
        runs[runs.count - 1].append(character)
      }
    }
    if escaped { runs[runs.count - 1].append("\\") }
    guard runs.contains(where: { !trimmed($0).isEmpty }) else { return nil }
    self.text = written
    self.plain = trimmed(runs.joined())
    self.runs = AnswerPattern.prepared(runs, keepingCase: true)
    self.foldedRuns = AnswerPattern.prepared(runs, keepingCase: false)
  }

  /// The alternatives in a line, between bars: `several | more than one | *two*`.
  ///
  /// Nil where one of them is empty or all wildcard.
  public static func alternatives(_ line: String) -> [AnswerPattern]? {
    var parts = [""]
    var escaped = false
    for character in line {
      if !escaped, character == "|" || character == "｜" {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      escaped = character == "\\" && !escaped
    }
    let patterns = parts.map(AnswerPattern.init)
    return patterns.contains(nil) ? nil : patterns.compactMap(\.self)
  }

  /// Whether `answer` has this form, once both are folded.
  public func matches(_ answer: String, caseSensitive: Bool = false) -> Bool {
    let runs = caseSensitive ? runs : foldedRuns
    let text = Array(folded(answer, keepingCase: caseSensitive))
    guard let first = runs.first, let last = runs.last, runs.count > 1 else {
      return runs.first == text
    }
    guard text.starts(with: first), text.count >= first.count + last.count,
      text.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = text[first.count..<(text.count - last.count)]
    for run in runs.dropFirst().dropLast() where !run.isEmpty {
      guard let end = endOfFirst(run, in: rest) else { return false }
      rest = rest[end...]
    }
    return true
  }

  /// Runs ready to compare: narrow, the outer ends without space, the final mark dropped.
  private static func prepared(_ runs: [String], keepingCase: Bool) -> [[Character]] {
    runs.enumerated().map { index, run in
      if index == runs.count - 1, runs.count == 1 {
        return Array(folded(run, keepingCase: keepingCase))
      }
      var text = narrowed(run)
      if !keepingCase { text = text.lowercased() }
      if index == runs.count - 1, !text.isEmpty {
        // A letter in front keeps `folded` from taking the space that follows a star.
        text = String(folded("x" + text, keepingCase: keepingCase).dropFirst())
      }
      return Array(text)
    }
  }
}

/// Where the first occurrence of `run` in `text` ends, or nil where there is none.
private func endOfFirst(_ run: [Character], in text: ArraySlice<Character>) -> Int? {
  guard run.count <= text.count else { return nil }
  for start in text.startIndex...(text.endIndex - run.count)
  where text[start..<(start + run.count)].elementsEqual(run) {
    return start + run.count
  }
  return nil
}
