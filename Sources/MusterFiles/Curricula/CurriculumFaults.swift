import MusterWords

/// Problems found while reading, with the file they stand in.
struct CurriculumFaults {
  private(set) var list: [FileFault] = []

  mutating func add(
    _ fault: CurriculumTextFault, _ file: String, _ line: Int?, found: String? = nil
  ) {
    add(fault.wanted, fault.hint, file, line, found)
  }

  mutating func add(
    _ fault: QuestionTextFault, _ file: String, _ line: Int?, found: String? = nil,
    hint: Phrase? = nil
  ) {
    add(fault.wanted, hint ?? fault.hint, file, line, found)
  }

  mutating func add(_ fault: QuizFault, _ file: String, _ line: Int?, found: String? = nil) {
    add(fault.wanted, fault.hint, file, line, found)
  }

  private mutating func add(
    _ wanted: Phrase, _ hint: Phrase?, _ file: String, _ line: Int?, _ found: String?
  ) {
    list.append(FileFault(file: file, line: line, found: found, wanted: wanted, hint: hint))
  }

  mutating func add(_ faults: [FileFault]) { list += faults }
}
