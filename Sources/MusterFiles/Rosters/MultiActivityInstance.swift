public import MusterWords
public import Rostering
import Vocabulary

/// A benchmark instance of multi-activity shift scheduling in the text format of Qu and Curtois.
///
/// Cover is by task and quarter of an hour, from 06:00 of day 1, which becomes 1 January 2001, to
/// 06:00 after the last day; tasks become streams. The file states minutes per person and cover.
/// What else the benchmark asks is the same everywhere and stands here: shifts of 6 to 10 hours
/// begin from 06:00 to 10:00, 14:00 to 18:00 or 20:00 to 24:00, one a day and on at most 5 days in a
/// row, with 14 hours between them, and a task is done for an hour at least.
///
/// Heads above a cell's most cost their square. Heads below its least are ruled out there; here
/// each costs ``short``, more than any sensible surplus.
///
/// Source: Y. Qu and T. Curtois, "Solving the multi-activity shift scheduling problem using
/// variable neighbourhood search" (2020).
public struct MultiActivityInstance: Hashable, Sendable {
  /// What a head below a cell's least costs.
  public static let short = 100

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

  /// The stream that a task becomes.
  static func stream(ofTask task: Int) -> Stream { Stream(channel: "task", queue: "\(task)") }
}

private struct InstanceReader {
  private enum Section: String, CaseIterable {
    case horizon = "SECTION_HORIZON"
    case tasks = "SECTION_TASKS"
    case staff = "SECTION_STAFF"
    case cover = "SECTION_COVER"
  }

  /// 1 January 2001, a Monday, and the hour at which the cover begins and ends.
  private static let firstDay = Day(ordinal: 11_323)
  private static let firstHour = Minutes.hours(6)
  private static let mostDays = 400

  private typealias Line = SectionedText<Section>.Line

  private var text: SectionedText<Section>

  init(_ text: String, file: String) {
    self.text = SectionedText(text, file: file, required: Section.allCases)
  }

  mutating func problem() throws(FileRefusal) -> RosterProblem {
    let days = single(.horizon, most: InstanceReader.mostDays)
    let tasks = single(.tasks, most: 1000)
    guard text.faults.isEmpty, let days, let tasks else {
      throw FileRefusal(.badData, text.faults)
    }
    let streams = (1...tasks).map(MultiActivityInstance.stream(ofTask:))
    let agents = staff(streams)
    var problem = RosterProblem(
      interval: .quarterHour, firstDay: InstanceReader.firstDay, dayCount: days + 1, zone: .utc,
      patterns: InstanceReader.patterns, agents: agents)
    problem.opening =
      problem.instant(
        on: problem.firstDay, at: InstanceReader.firstHour)..<problem.instant(
        on: problem.firstDay + days, at: InstanceReader.firstHour)
    problem.demand = cover(days: days, streams: streams, people: agents.count)
    try text.refuseFaults()
    return problem
  }

  private static let patterns: [ShiftPattern] = {
    let lengths = stride(from: 360, through: 600, by: 15).map { Minutes($0) }
    // Midnight belongs to the window before it, and to the day after.
    let windows: [(String, ClosedRange<Minutes>)] = [
      ("morning", .hours(6)...(.hours(10))), ("afternoon", .hours(14)...(.hours(18))),
      ("night", .hours(20)...Minutes(23 * 60 + 45)), ("midnight", .zero ... .zero),
    ]
    return windows.map { code, starts in
      ShiftPattern(
        code: code, name: code, starts: starts, step: Minutes(15), lengths: lengths,
        leastRun: .hours(1))
    }
  }()

  // MARK: Sections

  /// The one number of a section.
  private mutating func single(_ section: Section, most: Int) -> Int? {
    guard let line = text.only(section) else { return nil }
    return number(line, 0, in: 1...most)
  }

  private mutating func staff(_ streams: [Stream]) -> [RosterProblem.Agent] {
    var agents: [RosterProblem.Agent] = []
    var seen: Set<AgentNumber> = []
    for line in text[.staff] where text.has(3, line) {
      guard let agent = AgentNumber(line.fields[0]), seen.insert(agent).inserted else {
        text.note(.repeatedID, line: line.number, found: line.fields[0])
        continue
      }
      guard let least = number(line, 1, in: 0...1_000_000),
        let most = number(line, 2, in: least...1_000_000)
      else { continue }
      let limits = Limits(
        rest: .hours(14), longestRun: 5,
        cycle: Limits.Range(least: Minutes(least), most: Minutes(most)))
      agents.append(RosterProblem.Agent(number: agent, limits: limits, streams: streams))
    }
    return agents
  }

  private mutating func cover(days: Int, streams: [Stream], people: Int) -> [StreamDemand] {
    let slots = (days + 1) * 96
    let first = InstanceReader.firstHour.count / 15
    var least = Array(repeating: Array(repeating: -1, count: slots), count: streams.count)
    var slack = least
    for line in text[.cover] where text.has(5, line) {
      guard let day = number(line, 0, in: 1...days + 1), let minutes = clock(line),
        let task = number(line, 2, in: 1...streams.count),
        let few = number(line, 3, in: 0...100_000), let many = number(line, 4, in: few...100_000)
      else { continue }
      let slot = (day - 1) * 96 + minutes / 15
      guard (first..<first + days * 96).contains(slot), least[task - 1][slot] < 0 else {
        text.note(
          .coverOnce, line: line.number, found: line.fields.prefix(3).joined(separator: ","))
        continue
      }
      least[task - 1][slot] = few
      slack[task - 1][slot] = many - few
    }
    let missing = least.reduce(0) { sum, task in
      sum + task[first..<first + days * 96].count { $0 < 0 }
    }
    if missing > 0, text.faults.isEmpty {
      text.note(.coverMissing(missing), line: nil, found: nil)
    }
    return streams.indices.map { task in
      var demand = StreamDemand(
        stream: streams[task], heads: least[task].map { max(0, $0) },
        cost: InstanceReader.cost(slack: 0, people: people))
      for (slot, slack) in slack[task].enumerated() where slack > 0 {
        demand.ownCosts[slot] = InstanceReader.cost(slack: slack, people: people)
      }
      return demand
    }
  }

  /// Nothing for heads up to `slack` beyond the least, then the square of those beyond.
  private static func cost(slack: Int, people: Int) -> CoverCost {
    let free = Array(repeating: 0, count: slack)
    let prices = free + (0...people).map { 2 * $0 + 1 }
    guard
      let cost = CoverCost(shortPrices: [MultiActivityInstance.short], overPrices: prices)
    else { preconditionFailure("the prices rise") }
    return cost
  }

  // MARK: Fields

  private mutating func number(
    _ line: Line, _ place: Int, in range: ClosedRange<Int>
  ) -> Int? {
    if let number = Int(line.fields[place]), range.contains(number) { return number }
    text.note(.numberInRange(range), line: line.number, place: place, found: line.fields[place])
    return nil
  }

  /// The beginning of a span such as `06:00-06:15`, a quarter of an hour.
  private mutating func clock(_ line: Line) -> Int? {
    let times = line.fields[1].split(separator: "-").map(clockMinutes)
    if times.count == 2, let from = times[0], let to = times[1], from.count < 1440,
      from.count % 15 == 0, (from.count + 15) % 1440 == to.count % 1440
    {
      return from.count
    }
    text.note(.quarterHour, line: line.number, place: 1, found: line.fields[1])
    return nil
  }
}
