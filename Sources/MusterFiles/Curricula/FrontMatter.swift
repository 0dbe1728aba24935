import MusterWords
import Training

/// The head of a file: lines of `key: value` between two lines of `---`.
struct FrontMatter {
  private(set) var values: [String: (value: String, line: Int)] = [:]
  /// The lines after the head.
  let body: ArraySlice<CurriculumSource.Line>
  let file: String

  /// The head of a file; reports keys that are unknown or stand twice, and required ones missing.
  init(
    _ source: CurriculumSource, required: [String], optional: [String],
    faults: inout CurriculumFaults
  ) {
    self.file = source.file
    func isFence(_ line: CurriculumSource.Line) -> Bool {
      line.text.count >= 3 && line.text.allSatisfy { "-—－".contains($0) }
    }
    let first = source.lines.firstIndex { !$0.text.isEmpty }
    guard let first, isFence(source.lines[first]),
      let end = source.lines[(first + 1)...].firstIndex(where: isFence)
    else {
      faults.add(.noHead, source.file, 1, found: first.map { source.lines[$0].text })
      self.body = source.lines[...]
      return
    }
    self.body = source.lines[(end + 1)...]
    for line in source.lines[(first + 1)..<end] where !line.text.isEmpty {
      let (key, value) = line.field.map { (narrowed($0.key).lowercased(), $0.value) } ?? ("", "")
      if !(required + optional).contains(key) {
        let near = nearest(to: key, among: required + optional)
        faults.add(.unknownHeadKey(near: near), source.file, line.number, found: line.text)
      } else if values[key] != nil {
        faults.add(.repeatedHeadKey, source.file, line.number, found: key)
      } else {
        values[key] = (value, line.number)
      }
    }
    for key in required where values[key]?.value.isEmpty ?? true {
      faults.add(.missingHeadKey(key), source.file, values[key]?.line)
    }
  }

  /// The text at `key`, or nil where there is none.
  func text(_ key: String) -> String? {
    values[key].flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// The value that `parse` makes of the text at `key`; where it makes none, `fault` is reported.
  func value<Value>(
    _ key: String, or fault: CurriculumTextFault, _ faults: inout CurriculumFaults,
    parse: (String) -> Value?
  ) -> Value? {
    guard let text = text(key) else { return nil }
    if let value = parse(text) { return value }
    faults.add(fault, file, values[key]?.line, found: text)
    return nil
  }
}

/// The whole number before one of `units`, or without a unit where `units` has an empty one.
func count(_ text: String, units: [String]) -> Int? {
  let text = narrowed(text).lowercased()
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  let unit = trimmed(String(text.dropFirst(digits.count)))
  guard digits.count <= 6, units.contains(unit) else { return nil }
  return Int(digits)
}

/// The days in `7天`, `7 days` or `7`.
func dayCount(_ text: String) -> Int? { count(text, units: CurriculumFileWords.days) }
