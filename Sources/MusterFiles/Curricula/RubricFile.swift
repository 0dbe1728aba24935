import MusterWords
import Training

/// The rubrics of a module, `rubric.md`.
struct RubricFile {
  private(set) var rubrics: [Rubric] = []
  private(set) var lines: [Rubric.ID: Int] = [:]

  init(_ source: CurriculumSource, faults: inout CurriculumFaults) {
    var index = source.lines.startIndex
    func isRubric(_ line: CurriculumSource.Line) -> Bool { line.heading?.level == 2 }
    while let first = source.lines[index...].firstIndex(where: isRubric) {
      index = source.lines[(first + 1)...].firstIndex(where: isRubric) ?? source.lines.endIndex
      let line = source.lines[first]
      let word = (line.heading?.text ?? "").split(whereSeparator: \.isWhitespace).first ?? ""
      guard let id = Rubric.ID(narrowed(word)) else {
        faults.add(.badID, source.file, line.number, found: line.text)
        continue
      }
      if let earlier = lines[id] {
        faults.add(.repeatedID(line: earlier), source.file, line.number, found: id.text)
        continue
      }
      lines[id] = line.number
      read(id, source.lines[first..<index], file: source.file, faults: &faults)
    }
  }

  private mutating func read(
    _ id: Rubric.ID, _ lines: ArraySlice<CurriculumSource.Line>, file: String,
    faults: inout CurriculumFaults
  ) {
    var criteria: [Rubric.Criterion] = []
    var vetoes: [String] = []
    var needsTwo = false
    var thirdFrom: Points?
    var scale: [Points]?
    for line in lines {
      if let cells = line.cells {
        if line.isTableRule { continue }
        if let scale {
          let criterion = criterion(cells, scale, file, line.number, faults: &faults)
          guard let criterion else { continue }
          if criteria.contains(where: { $0.id == criterion.id }) {
            faults.add(.repeatedID(line: nil), file, line.number, found: criterion.id.text)
          } else {
            criteria.append(criterion)
          }
        } else {
          let points = cells.dropFirst(2).map { Points(narrowed($0)) }
          if points.isEmpty || points.contains(nil) {
            faults.add(
              .badCriterion, file, line.number, found: cells.joined(separator: " | "))
          }
          scale = points.compactMap(\.self)
        }
      } else if let (key, value) = line.field {
        switch key.lowercased() {
        case let key where CurriculumFileWords.twoGraders.contains(key):
          if let yes = QuestionFileWords.truth(value) {
            needsTwo = yes
          } else {
            faults.add(.badYesNo, file, line.number, found: value)
          }
        case let key where CurriculumFileWords.thirdGrader.contains(key):
          thirdFrom = thirdGrader(value)
          if thirdFrom == nil { faults.add(.badThirdGrader, file, line.number, found: value) }
        case let key where CurriculumFileWords.veto.contains(key):
          vetoes = value.split { "|｜".contains($0) }.map { trimmed(String($0)) }
            .filter { !$0.isEmpty }
        default: break
        }
      }
    }
    if criteria.isEmpty { faults.add(.noCriteria, file, self.lines[id], found: id.text) }
    let maximum = criteria.reduce(Points.zero) { $0 + $1.maximum }
    rubrics.append(
      Rubric(
        id: id, points: maximum, criteria: criteria, vetoes: vetoes, needsTwoGraders: needsTwo,
        thirdFrom: thirdFrom))
  }

  private func criterion(
    _ cells: [String], _ scale: [Points], _ file: String, _ line: Int,
    faults: inout CurriculumFaults
  ) -> Rubric.Criterion? {
    guard cells.count == scale.count + 2 else {
      faults.add(
        .badRow(cells: cells.count, wanted: scale.count + 2), file, line,
        found: cells.joined(separator: " | "))
      return nil
    }
    guard let id = Rubric.Criterion.ID(narrowed(cells[0])) else {
      faults.add(.badID, file, line, found: cells[0])
      return nil
    }
    let levels = zip(scale, cells.dropFirst(2)).map {
      Rubric.Criterion.Level(points: $0, text: $1)
    }
    let criterion = Rubric.Criterion(id: id, title: cells[1], levels: levels)
    if criterion == nil { faults.add(.badCriterion, file, line, found: id.text) }
    return criterion
  }

  /// The points in `2分以上由第三人定`, `2` or `2 points or more`.
  private func thirdGrader(_ text: String) -> Points? {
    let number = narrowed(text).prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
    return Points(number)
  }
}
