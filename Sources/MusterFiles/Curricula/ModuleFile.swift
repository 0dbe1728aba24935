import MusterWords
import People
import Training
import Vocabulary

/// A module's own page, `module.md`: the head, the learning points, the lessons.
struct ModuleFile {
  /// Without questions and rubrics; nil where the head lacks what a module cannot do without.
  private(set) var module: Module?
  private(set) var titles: [String: String] = [:]
  /// Where each key of the head stands.
  private(set) var headLines: [String: Int] = [:]
  private(set) var pointLines: [LearningPoint.ID: Int] = [:]
  private(set) var lessonLines: [String: Int] = [:]

  init(_ source: CurriculumSource, faults: inout CurriculumFaults) {
    let head = FrontMatter(
      source, required: ["id", "title", "version", "pass"],
      optional: [
        "title.en", "kind", "roles", "requires", "minutes", "valid", "draw", "attempts", "grade",
        "source",
      ], faults: &faults)
    headLines = head.values.mapValues(\.line)
    if let english = head.text("title.en") { titles["en"] = english }
    let (points, lessons) = readBody(head.body, file: source.file, faults: &faults)
    let id = head.value("id", or: .badID, &faults) { Module.ID(narrowed($0)) }
    let version = head.value("version", or: .badVersion, &faults) { ModuleVersion(narrowed($0)) }
    let mark = head.value("pass", or: .badShare, &faults, parse: passMark)
    let draw = head.value("draw", or: .badCount, &faults, parse: positiveCount)
    let valid = head.value("valid", or: .badDays, &faults, parse: validity)
    let attempts = head.value("attempts", or: .badCount, &faults, parse: limit)
    let counting = head.value("grade", or: .badCounting, &faults, parse: counting)
    let minutes = head.value("minutes", or: .badCount, &faults) {
      count($0, units: CurriculumFileWords.minutes)
    }
    let rungs = list("roles", of: head, or: .badRung, &faults) { Rung(word: $0) }
    let requires = list("requires", of: head, or: .badID, &faults) { Module.ID(narrowed($0)) }
    guard let id, let title = head.text("title"), let version, let mark else { return }
    module = Module(
      id: id, title: title, version: version, rungs: Set(rungs).sorted(), requires: requires,
      duration: Minutes(minutes ?? 0), validDays: valid ?? nil,
      rule: PassRule(mark: mark, attempts: attempts ?? nil, counting: counting ?? .highest),
      draw: draw, points: points, lessons: lessons)
  }

  /// The learning points of a module's page in another language.
  static func translatedPoints(
    _ source: CurriculumSource, faults: inout CurriculumFaults
  ) -> (points: [LearningPoint], lines: [LearningPoint.ID: Int]) {
    var page = ModuleFile()
    let (points, _) = page.readBody(source.lines[...], file: source.file, faults: &faults)
    return (points, page.pointLines)
  }

  private init() {}

  private mutating func readBody(
    _ lines: ArraySlice<CurriculumSource.Line>, file: String, faults: inout CurriculumFaults
  ) -> (points: [LearningPoint], lessons: [String]) {
    var points: [LearningPoint] = []
    var lessons: [String] = []
    var section = ""
    var rows = 0
    for line in lines {
      if let heading = line.heading {
        section = heading.level == 2 ? heading.text.lowercased() : ""
        rows = 0
      } else if CurriculumFileWords.learningPoints.contains(section), let cells = line.cells {
        rows += 1
        guard rows > 1, !line.isTableRule else { continue }
        readPoint(cells, file: file, line: line.number, into: &points, faults: &faults)
      } else if CurriculumFileWords.lessons.contains(section), let name = line.bullet, !name.isEmpty
      {
        lessons.append(name)
        lessonLines[name] = line.number
      }
    }
    if points.isEmpty { faults.add(.noPoints, file, nil) }
    return (points, lessons)
  }

  private mutating func readPoint(
    _ cells: [String], file: String, line: Int, into points: inout [LearningPoint],
    faults: inout CurriculumFaults
  ) {
    guard cells.count >= 2, !cells[1].isEmpty else {
      faults.add(
        .badRow(cells: cells.count, wanted: 3), file, line, found: cells.joined(separator: " | "))
      return
    }
    guard let id = LearningPoint.ID(narrowed(cells[0])) else {
      faults.add(.badID, file, line, found: cells[0])
      return
    }
    if let earlier = pointLines[id] {
      faults.add(.repeatedID(line: earlier), file, line, found: id.text)
      return
    }
    pointLines[id] = line
    let sources = cells.count > 2 ? listed(cells[2]) : []
    points.append(LearningPoint(id: id, text: cells[1], sources: sources))
  }
}

private func list<Value>(
  _ key: String, of head: FrontMatter, or fault: CurriculumTextFault,
  _ faults: inout CurriculumFaults, parse: (String) -> Value?
) -> [Value] {
  var values: [Value] = []
  for word in head.text(key).map(listed) ?? [] {
    if let value = parse(word) {
      values.append(value)
    } else {
      faults.add(fault, head.file, head.values[key]?.line, found: word)
    }
  }
  return values
}

/// The score in `80%`, `80分` or `80`.
func passMark(_ text: String) -> Score? {
  var text = narrowed(text)
  if text.hasSuffix("%") || text.hasSuffix(CurriculumFileWords.points[1]) { text.removeLast() }
  guard let points = Points(trimmed(text)) else { return nil }
  return Score(hundredths: points.hundredths)
}

private func positiveCount(_ text: String) -> Int? {
  count(text, units: CurriculumFileWords.counts).flatMap { $0 > 0 ? $0 : nil }
}

private func isUnlimited(_ text: String) -> Bool {
  CurriculumFileWords.unlimited.contains(text.lowercased())
}

/// The days a certificate holds; an inner nil is for ever.
private func validity(_ text: String) -> Int?? {
  if isUnlimited(text) { return .some(nil) }
  guard let days = dayCount(text), days > 0 else { return nil }
  return .some(days)
}

/// How many attempts there are; an inner nil is no limit.
private func limit(_ text: String) -> Int?? {
  if isUnlimited(text) { return .some(nil) }
  guard let count = positiveCount(text) else { return nil }
  return .some(count)
}

private func counting(_ text: String) -> PassRule.Counting? {
  CurriculumFileWords.counting.first { $0.words.contains(text.lowercased()) }?.counting
}
