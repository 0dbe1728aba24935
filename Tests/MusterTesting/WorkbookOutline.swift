import Foundation
public import MusterFiles
public import MusterWords
import Vocabulary

extension Workbook {
  /// All cells in words, a line each: what a golden compares.
  public var outline: [String] {
    sheets.flatMap { sheet in
      sheet.contents.map { "\(sheet.name)!\($0.place.name): \($0.content.words)" }
    }
  }
}

extension Cell.Content {
  fileprivate var words: String {
    switch self {
    case .blank: ""
    case .text(let text): "\"\(text)\""
    case .number(let number): number.words
    case .day(let day): day.description
    case .formula(let formula, .number(let result)): "\(formula) -> \(result.words)"
    case .formula(let formula, .text(let result)): "\(formula) -> \"\(result)\""
    }
  }
}

extension Cell.Number {
  fileprivate var words: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

/// The bytes of `workbook` as a file.
public func written(_ workbook: Workbook, in language: Language = .zh) throws -> [UInt8] {
  let path = "/tmp/muster-workbook-\(UInt64.random(in: 0...UInt64.max)).xlsx"
  try workbook.write(to: path, language: language)
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try Disk.bytes(at: path)
}
