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
    var reader = InstanceReader(file: file)
    reader.read(text)
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

  private struct Line {
    var number: Int
    var fields: [String]
  }

  let file: String
  private var sections: [Section: [Line]] = [:]
  private var problems: [Problem] = []
  private var dayCount = 0
  private var patterns: [ShiftPattern] = []
  private var agents: [RosterProblem.Agent] = []
  private var agentIndex: [String: Int] = [:]
  private var shiftNames: Set<String> = []

  init(file: String) {
    self.file = file
  }

  mutating func read(_ text: String) {
    var section: Section?
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = trimmed(String(raw))
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      if line.hasPrefix("SECTION_") {
        section = Section(rawValue: line)
        if section == nil { note(.unknownSection, line: index + 1, found: line) }
      } else if let section {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
          .map { trimmed(String($0)) }
        sections[section, default: []].append(Line(number: index + 1, fields: fields))
      } else if problems.isEmpty {
        note(.outsideSection, line: index + 1, found: line)
      }
    }
  }

  mutating func problem() throws(FileRefusal) -> RosterProblem {
    for section in [Section.horizon, .shifts, .staff] where sections[section] == nil {
      note(.missingSection(section.rawValue), line: nil, found: nil)
    }
    guard problems.isEmpty else { throw FileRefusal(.badData, problems) }
    readHorizon()
    readShifts()
    readStaff()
    readDaysOff()
    readRequests(.on, wish: .on)
    readRequests(.off, wish: .off)
    let cover = readCover()
    guard problems.isEmpty else { throw FileRefusal(.badData, problems) }
    return RosterProblem(
      interval: .hour, firstDay: monday, dayCount: dayCount, zone: .utc, patterns: patterns,
      agents: agents, shiftDemand: cover)
  }

  // MARK: Sections

  private mutating func readHorizon() {
    let lines = sections[.horizon] ?? []
    if lines.count > 1 {
      note(.secondHorizon, line: lines[1].number, found: lines[1].fields.joined(separator: ","))
    }
    guard let first = lines.first else { return }
    dayCount = number(first, 0) ?? 0
    if dayCount == 0, problems.isEmpty {
      note(.emptyHorizon, line: first.number, found: first.fields[0])
    }
  }

  private mutating func readShifts() {
    let lines = sections[.shifts] ?? []
    shiftNames = Set(lines.map { $0.fields[0] })
    for line in lines where has(2, line) {
      let code = line.fields[0]
      if code.isEmpty || patterns.contains(where: { $0.code == code }) {
        note(.repeatedID, line: line.number, found: code)
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
    for line in sections[.staff] ?? [] where has(8, line) {
      let name = line.fields[0]
      guard let agent = AgentNumber(name), agentIndex[name] == nil else {
        note(.repeatedID, line: line.number, found: name)
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
        note(.shiftLimit, line: line.number, found: item)
        return nil
      }
      checkShift(parts[0], line)
      return Limits.PatternLimit(pattern: parts[0], most: most)
    }
  }

  private mutating func readDaysOff() {
    for line in sections[.daysOff] ?? [] {
      guard has(2, line), let agent = agent(line) else { continue }
      for place in 1..<line.fields.count where !line.fields[place].isEmpty {
        guard let day = day(line, place) else { continue }
        agents[agent].absences.append(day)
      }
      agents[agent].absences.sort()
    }
  }

  private mutating func readRequests(_ section: Section, wish: RosterProblem.Request.Wish) {
    for line in sections[section] ?? [] {
      guard has(4, line), let agent = agent(line), let day = day(line, 1),
        let weight = number(line, 3)
      else { continue }
      checkShift(line.fields[2], line)
      agents[agent].requests.append(
        RosterProblem.Request(day: day, wish: wish, pattern: line.fields[2], weight: weight))
    }
  }

  private mutating func readCover() -> [ShiftDemand] {
    (sections[.cover] ?? []).compactMap { line in
      guard has(5, line), let day = day(line, 0), let heads = number(line, 2),
        let short = number(line, 3), let over = number(line, 4)
      else { return nil }
      checkShift(line.fields[1], line)
      return ShiftDemand(
        day: day, pattern: line.fields[1], heads: heads,
        cost: CoverCost(short: short, over: over))
    }
  }

  // MARK: Fields

  private func list(_ field: String) -> [String] {
    field.split(separator: "|").map { trimmed(String($0)) }
  }

  private mutating func has(_ count: Int, _ line: Line) -> Bool {
    if line.fields.count >= count { return true }
    note(
      .fieldCount(least: count), line: line.number, found: line.fields.joined(separator: ","))
    return false
  }

  private mutating func number(_ line: Line, _ place: Int, least: Int = 0) -> Int? {
    if let number = Int(line.fields[place]), (least...1_000_000).contains(number) { return number }
    note(.wholeNumber(least: least), line: line.number, place: place, found: line.fields[place])
    return nil
  }

  private mutating func day(_ line: Line, _ place: Int) -> Day? {
    if let number = Int(line.fields[place]), (0..<dayCount).contains(number) {
      return monday + number
    }
    note(
      .dayOutside(count: dayCount), line: line.number, place: place, found: line.fields[place])
    return nil
  }

  private mutating func agent(_ line: Line) -> Int? {
    if let index = agentIndex[line.fields[0]] { return index }
    note(.unknownAgent, line: line.number, place: 0, found: line.fields[0])
    return nil
  }

  private mutating func checkShift(_ name: String, _ line: Line) {
    guard !shiftNames.contains(name) else { return }
    note(.unknownShift, line: line.number, found: name)
  }

  private mutating func note(
    _ fault: RosterTextFault, line: Int?, place: Int? = nil, found: String?
  ) {
    problems.append(
      fault.problem(file: file, line: line, column: place.map { "#\($0 + 1)" }, found: found))
  }
}
