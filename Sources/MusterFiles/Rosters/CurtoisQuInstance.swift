public import MusterWords
public import Rostering
import Vocabulary

/// A benchmark instance of shift scheduling in the text format of Curtois and Qu (2014).
///
/// Shifts have a length and no clock time, demand is by shift and day, and day 0 is a Monday: here
/// it becomes 1 January 2001. Days off are absences that count for nothing.
public struct CurtoisQuInstance: Hashable, Sendable {
  public let problem: RosterProblem

  /// The instance that `text` spells, as if it stood in `file`.
  public init(text: String, file: String) throws(FileRefusal) {
    var reader = InstanceReader(text, file: file)
    problem = try reader.problem()
  }

  /// The instance in the file at `path`; `-` is standard input.
  public init(path: String) throws(FileRefusal) {
    try self.init(text: Disk.text(at: path), file: path)
  }
}

/// The first Monday of the century.
private let monday = Day(ordinal: 11_323)

private struct InstanceReader {
  private enum Section: String, CaseIterable {
    case horizon = "SECTION_HORIZON"
    case shifts = "SECTION_SHIFTS"
    case staff = "SECTION_STAFF"
    case daysOff = "SECTION_DAYS_OFF"
    case on = "SECTION_SHIFT_ON_REQUESTS"
    case off = "SECTION_SHIFT_OFF_REQUESTS"
    case cover = "SECTION_COVER"
  }

  private typealias Line = SectionedText<Section>.Line

  private var text: SectionedText<Section>
  private var dayCount = 0
  private var patterns: [ShiftPattern] = []
  private var agents: [RosterProblem.Agent] = []
  private var agentIndex: [String: Int] = [:]
  private var shiftNames: Set<String> = []

  init(_ text: String, file: String) {
    self.text = SectionedText(text, file: file, required: [.horizon, .shifts, .staff])
  }

  mutating func problem() throws(FileRefusal) -> RosterProblem {
    try text.refuseFaults()
    readHorizon()
    readShifts()
    readStaff()
    readDaysOff()
    readRequests(.on, wish: .on)
    readRequests(.off, wish: .off)
    let cover = readCover()
    try text.refuseFaults()
    return RosterProblem(
      interval: .hour, firstDay: monday, dayCount: dayCount, zone: .utc, patterns: patterns,
      agents: agents, patternDemand: cover)
  }

  // MARK: Sections

  private mutating func readHorizon() {
    guard let first = text.only(.horizon) else { return }
    dayCount = number(first, 0) ?? 0
    if dayCount == 0, text.faults.isEmpty {
      text.note(.emptyHorizon, line: first.number, found: first.fields[0])
    }
  }

  private mutating func readShifts() {
    let lines = text[.shifts]
    shiftNames = Set(lines.map { $0.fields[0] })
    for line in lines where text.has(2, line) {
      let code = line.fields[0]
      if code.isEmpty || patterns.contains(where: { $0.code == code }) {
        text.note(.repeatedID, line: line.number, found: code)
      }
      let successors = line.fields.count > 2 ? list(line.fields[2]) : []
      for successor in successors { checkShift(successor, line) }
      guard let length = number(line, 1, least: 1) else { continue }
      patterns.append(
        ShiftPattern(
          code: code, name: code, starts: .zero ... .zero, step: .zero,
          lengths: [Minutes(length)], forbiddenSuccessors: successors))
    }
  }

  private mutating func readStaff() {
    for line in text[.staff] where text.has(8, line) {
      let name = line.fields[0]
      guard let agent = AgentNumber(name), agentIndex[name] == nil else {
        text.note(.repeatedID, line: line.number, found: name)
        continue
      }
      agentIndex[name] = agents.count
      let limits = Limits(
        longestRun: number(line, 4), shortestRun: number(line, 5) ?? 1,
        shortestDaysOff: number(line, 6) ?? 1, weekends: number(line, 7),
        cycle: Limits.Range(
          least: Minutes(number(line, 3) ?? 0), most: number(line, 2).map { Minutes($0) }),
        patterns: patternLimits(line))
      agents.append(RosterProblem.Agent(number: agent, limits: limits))
    }
  }

  private mutating func patternLimits(_ line: Line) -> [Limits.PatternLimit] {
    list(line.fields[1]).compactMap { item in
      let parts = item.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let most = Int(parts[1]), most >= 0 else {
        text.note(.shiftLimit, line: line.number, found: item)
        return nil
      }
      checkShift(parts[0], line)
      return Limits.PatternLimit(pattern: parts[0], most: most)
    }
  }

  private mutating func readDaysOff() {
    for line in text[.daysOff] {
      guard text.has(2, line), let agent = agent(line) else { continue }
      for place in 1..<line.fields.count where !line.fields[place].isEmpty {
        guard let day = day(line, place) else { continue }
        agents[agent].absences.append(day)
      }
      agents[agent].absences.sort()
    }
  }

  private mutating func readRequests(_ section: Section, wish: RosterProblem.Request.Wish) {
    for line in text[section] {
      guard text.has(4, line), let agent = agent(line), let day = day(line, 1),
        let weight = number(line, 3)
      else { continue }
      checkShift(line.fields[2], line)
      agents[agent].requests.append(
        RosterProblem.Request(day: day, wish: wish, pattern: line.fields[2], weight: weight))
    }
  }

  private mutating func readCover() -> [PatternDemand] {
    text[.cover].compactMap { line in
      guard text.has(5, line), let day = day(line, 0), let heads = number(line, 2),
        let short = number(line, 3), let over = number(line, 4)
      else { return nil }
      checkShift(line.fields[1], line)
      return PatternDemand(
        day: day, pattern: line.fields[1], heads: heads,
        cost: CoverCost(short: short, over: over))
    }
  }

  // MARK: Fields

  private func list(_ field: String) -> [String] {
    field.split(separator: "|").map { trimmed(String($0)) }
  }

  private mutating func number(_ line: Line, _ place: Int, least: Int = 0)
    -> Int?
  {
    if let number = Int(line.fields[place]), (least...1_000_000).contains(number) { return number }
    text.note(
      .wholeNumber(least: least), line: line.number, place: place, found: line.fields[place])
    return nil
  }

  private mutating func day(_ line: Line, _ place: Int) -> Day? {
    if let number = Int(line.fields[place]), (0..<dayCount).contains(number) {
      return monday + number
    }
    text.note(
      .dayOutside(count: dayCount), line: line.number, place: place, found: line.fields[place])
    return nil
  }

  private mutating func agent(_ line: Line) -> Int? {
    if let index = agentIndex[line.fields[0]] { return index }
    text.note(.unknownAgent, line: line.number, place: 0, found: line.fields[0])
    return nil
  }

  private mutating func checkShift(_ name: String, _ line: Line) {
    guard !shiftNames.contains(name) else { return }
    text.note(.unknownShift, line: line.number, found: name)
  }
}
