/// One thing that is wrong with a file: where, what was found, what was wanted, what to try.
public struct FileFault: Hashable, Sendable {
  /// The file as the user named it; `-` is standard input.
  public var file: String
  /// From 1; nil where the whole file is meant.
  public var line: Int?
  /// A column from 1 of a text file, or the heading or cell of a table.
  public var column: String?
  /// The value found, as it stands in the file.
  public var found: String?
  public var wanted: Phrase
  /// What to try.
  public var hint: Phrase?

  public init(
    file: String, line: Int? = nil, column: String? = nil, found: String? = nil, wanted: Phrase,
    hint: Phrase? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.found = found
    self.wanted = wanted
    self.hint = hint
  }

  /// The fault in one line, in both languages.
  public var phrase: Phrase { Phrase(zh: text(in: .zh), en: text(in: .en)) }

  /// The fault in one line, such as
  /// `contacts.csv:7: rating: found "9", wanted a whole number from 1 to 5; try ...`.
  public func text(in language: Language) -> String {
    var text = file
    if let line { text += ":\(line)" }
    // A place in a text follows its line, a heading stands on its own.
    let isPlace = column.flatMap { Int($0) } != nil
    if let column, isPlace { text += ":\(column)" }
    return text + ": " + reason(in: language)
  }

  /// The fault without the file and the line.
  public func reason(in language: Language) -> String {
    var text = ""
    if let column, Int(column) == nil { text += "\(column): " }
    switch language {
    case .zh:
      if let found { text += "读到“\(found)”，" }
      // A space between Chinese and a number or a Latin word.
      text += wanted.zh.utf8.first.map { $0 < 0x80 } == true ? "应为 " : "应为"
      text += wanted.zh
      if let hint { text += "；\(hint.zh)" }
    case .en:
      if let found { text += "found \"\(found)\", wanted " } else { text += "wanted " }
      text += wanted.en
      if let hint { text += "; \(hint.en)" }
    }
    return text
  }
}

/// Why a file, or what was to be done with it, is refused as a whole.
public struct FileRefusal: Error, Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// There is no such file (exit code 66).
    case missing
    /// It is there and cannot be read (74).
    case unreadable
    /// Its content is wrong (65).
    case badData
    /// It cannot be written (73).
    case cannotWrite
  }

  public let cause: Cause
  /// What is wrong, in the order of the file; never empty.
  public let faults: [FileFault]

  public init(_ cause: Cause, _ faults: [FileFault]) {
    self.cause = cause
    self.faults = faults
  }

  public init(_ cause: Cause, _ problem: FileFault) {
    self.init(cause, [problem])
  }
}
