import MusterWords
import People
import Training

/// The learning paths, `paths.md`: a heading per rung, then a table of modules in order.
struct PathsFile {
  struct Key: Hashable {
    let rung: Rung
    let module: Module.ID
  }

  private(set) var paths: [LearningPath] = []
  private(set) var lines: [Key: Int] = [:]

  init(_ source: CurriculumSource, faults: inout CurriculumFaults) {
    var rung: Rung?
    var steps: [LearningPath.Step] = []
    var rows = 0
    func close() {
      if let rung { paths.append(LearningPath(rung: rung, steps: steps)) }
      steps = []
    }
    for line in source.lines {
      if let heading = line.heading, heading.level == 2 {
        close()
        rows = 0
        rung = heading.text.split(whereSeparator: \.isWhitespace).first
          .flatMap { Rung(word: String($0)) }
        if let named = rung, paths.contains(where: { $0.rung == named }) {
          faults.add(.repeatedPath, source.file, line.number, found: heading.text)
          rung = nil
        } else if rung == nil {
          faults.add(.badRung, source.file, line.number, found: heading.text)
        }
      } else if let rung, let cells = line.cells, !line.isTableRule {
        rows += 1
        guard rows > 1 else { continue }
        guard let step = step(cells, source.file, line.number, faults: &faults) else {
          continue
        }
        if steps.contains(where: { $0.module == step.module }) {
          faults.add(.repeatedStep, source.file, line.number, found: step.module.text)
          continue
        }
        steps.append(step)
        lines[Key(rung: rung, module: step.module)] = line.number
      }
    }
    close()
  }

  private func step(
    _ cells: [String], _ file: String, _ line: Int, faults: inout CurriculumFaults
  ) -> LearningPath.Step? {
    guard cells.count == 3 else {
      faults.add(
        .badRow(cells: cells.count, wanted: 3), file, line, found: cells.joined(separator: " | "))
      return nil
    }
    guard let module = Module.ID(narrowed(cells[1])) else {
      faults.add(.badID, file, line, found: cells[1])
      return nil
    }
    guard let days = dayCount(cells[2]), days > 0 else {
      faults.add(.badDays, file, line, found: cells[2])
      return nil
    }
    return LearningPath.Step(module: module, dueDays: days)
  }
}
