import Rostering
import Vocabulary

/// What `problem.yaml` says: days, grid, costs, patterns, contracts, skills.
struct RosterFrame {
  /// Without agents and demand.
  let problem: RosterProblem
  let contracts: [RosterContract]
  /// Streams that a skill opens, where the file says so.
  private let skills: [String: [Stream]]
  private let cost: CoverCost
  private let costs: [Stream: CoverCost]

  /// The longest roster that is read, and the most heads of an interval.
  private static let mostDays = 400
  private static let mostHeads = 10_000

  init(
    text: String, file: String, zone: (String) throws(FileRefusal) -> Zone
  ) throws(FileRefusal) {
    let page = try PolicyPage(text: text, file: file)
    let root = page.root
    root.allow(
      keys: "name", "interval", "first_day", "days", "zone", "history_from", "cycle_from", "cost",
      "skills", "fairness", "patterns", "contracts")
    let interval =
      root.required("interval")?.value(wanted: .gridInterval) { text in
        Int(text.hasSuffix("m") ? String(text.dropLast()) : text).flatMap { Interval(minutes: $0) }
      } ?? .halfHour
    let firstDay = root.required("first_day")?.day() ?? Day(ordinal: 0)
    let dayCount = root.required("days")?.wholeNumber(in: 1...RosterFrame.mostDays) ?? 1
    let zoneName = root["zone"]?.text() ?? Zone.china.name
    var patterns: [ShiftPattern] = []
    if let node = root.required("patterns") { patterns = ShiftPattern.list(node, on: interval) }
    var contracts: [RosterContract] = []
    if let node = root.required("contracts") {
      contracts = RosterContract.list(node, patterns: patterns.map(\.code))
    }
    var skills: [String: [Stream]] = [:]
    for (key, value) in root["skills"]?.entries ?? [] {
      skills[key.scalar ?? ""] = value.items.compactMap { item in
        item.value(wanted: .stream) { Stream($0) }
      }
    }
    let cost = CoverCost(root["cost"], orElse: CoverCost(short: 100, over: 5))
    var costs: [Stream: CoverCost] = [:]
    for (key, value) in root["cost"]?["streams"]?.entries ?? [] {
      guard let stream = key.value(wanted: .stream, { Stream($0) }) else { continue }
      costs[stream] = CoverCost(value, orElse: cost)
    }
    var fairness = Fairness()
    if let node = root["fairness"] {
      node.allow(keys: "weight", "weekend_points")
      fairness.weight = node["weight"]?.wholeNumber(in: 0...1_000_000) ?? 0
      fairness.weekendPoints = node["weekend_points"]?.wholeNumber(in: 0...1000) ?? 0
    }
    let historyFrom = root["history_from"]?.day()
    let cycleFrom = root["cycle_from"]?.day()
    for contract in contracts where !contract.fits(patterns) {
      root["contracts"]?[contract.code]?.report(
        found: contract.code, wanted: .contractWithPattern, hint: .contractWithPatternHint)
    }
    guard page.isSound else { throw page.refusal }
    self.problem = RosterProblem(
      interval: interval, firstDay: firstDay, dayCount: dayCount, zone: try zone(zoneName),
      patterns: patterns, agents: [], fairness: fairness, historyFrom: historyFrom,
      cycleFrom: cycleFrom)
    self.contracts = contracts
    self.skills = skills
    self.cost = cost
    self.costs = costs
  }

  // MARK: Tables

  func demand(_ reader: CSVReader) throws(FileRefusal) -> [StreamDemand] {
    var table = TableRows(reader)
    let count = problem.intervalCount
    var heads: [Stream: [Int?]] = [:]
    for row in try table.rows() {
      guard let at = table.instant(row, "timestamp", problem.zone),
        let name = table.text(row, "stream"),
        let number = table.number(row, "heads", in: 0...RosterFrame.mostHeads)
      else { continue }
      guard let stream = Stream(name) else {
        table.note(row, "stream", .stream)
        continue
      }
      let seconds = at - problem.start
      guard seconds >= 0, seconds < problem.end - problem.start,
        seconds % problem.interval.seconds == 0
      else {
        table.note(
          row, "timestamp",
          .intervalStart(problem.interval, problem.firstDay, problem.days.upperBound - 1))
        continue
      }
      let index = Int(seconds / problem.interval.seconds)
      guard heads[stream]?[index] == nil else {
        table.note(row, "timestamp", .eachIntervalOnce)
        continue
      }
      heads[stream, default: Array(repeating: nil, count: count)][index] = number
    }
    try table.finish()
    return heads.keys.sorted().map { stream in
      StreamDemand(
        stream: stream, heads: (heads[stream] ?? []).map { $0 ?? 0 },
        cost: costs[stream] ?? cost)
    }
  }

  func agents(
    _ reader: CSVReader, streams: [Stream]
  ) throws(FileRefusal) -> ([RosterProblem.Agent], contracts: [String]) {
    var table = TableRows(reader)
    var agents: [RosterProblem.Agent] = []
    var codes: [String] = []
    var seen: Set<AgentNumber> = []
    for row in try table.rows() {
      guard let number = table.agent(row), let code = table.text(row, "contract") else { continue }
      guard seen.insert(number).inserted else {
        table.note(row, "agent_id", .eachAgentOnce)
        continue
      }
      guard let contract = contracts.first(where: { $0.code == code }) else {
        let known = contracts.map(\.code)
        table.note(
          row, "contract", .oneOf(known), hint: nearest(to: code, among: known).map(Phrase.maybe))
        continue
      }
      let own = patterns(row, &table)
      let channels = table.list(row, "channels")
      let opened = table.list(row, "skills").flatMap { skill in
        skills[skill] ?? streams.filter { $0.queue == skill }
      }
      agents.append(
        RosterProblem.Agent(
          number: number, limits: contract.limits, patterns: own ?? contract.patterns,
          streams: streams.filter {
            opened.contains($0) && (channels.isEmpty || channels.contains($0.channel))
          },
          availability: availability(row, &table)))
      codes.append(code)
    }
    let manned = Set(agents.flatMap(\.streams))
    for stream in streams where !manned.contains(stream) {
      table.noteTable(found: stream.description, .streamSkill, hint: .streamSkillHint)
    }
    try table.finish()
    return (agents, codes)
  }

  private func patterns(_ row: CSVRow, _ table: inout TableRows) -> [String]? {
    let codes = table.list(row, "patterns")
    guard !codes.isEmpty else { return nil }
    let known = problem.patterns.map(\.code)
    if !codes.allSatisfy({ known.contains($0) }) { table.note(row, "patterns", .oneOf(known)) }
    return codes
  }

  /// Stretches such as `monday 9:00-18:00`, divided by `|`.
  private func availability(
    _ row: CSVRow, _ table: inout TableRows
  ) -> [RosterProblem.Availability] {
    table.list(row, "available").compactMap { text in
      let parts = text.split(separator: " ")
      let times = parts.count == 2 ? parts[1].split(separator: "-").map(clockMinutes) : []
      guard parts.count == 2, let weekday = WeekdayName(rawValue: String(parts[0])),
        times.count == 2, let from = times[0], let to = times[1], from < to
      else {
        table.note(row, "available", .availableHours)
        return nil
      }
      return RosterProblem.Availability(weekday: weekday.weekday, hours: from..<to)
    }
  }

  func addHistory(_ reader: CSVReader, to problem: inout RosterProblem) throws(FileRefusal) {
    let roster = try RosterTable.roster(reader, zone: problem.zone)
    let past = roster.shifts.filter { $0.start < problem.start }
    for shift in past {
      guard let index = problem.agents.firstIndex(where: { $0.number == shift.agent }) else {
        continue
      }
      problem.agents[index].history.append(
        RosterProblem.PastShift(
          pattern: shift.pattern, start: shift.start, end: shift.end, paid: shift.paid,
          isNight: problem.pattern(coded: shift.pattern)?.isNight ?? false))
    }
    if problem.historyFrom == nil {
      problem.historyFrom = past.map { problem.zone.local($0.start).day }.min()
    }
  }

  func addRequests(_ reader: CSVReader, to problem: inout RosterProblem) throws(FileRefusal) {
    var table = TableRows(reader)
    let known = problem.patterns.map(\.code)
    for row in try table.rows() {
      guard let number = table.agent(row), let first = table.day(row, "first_day"),
        let kind = table.requestKind(row)
      else { continue }
      guard let index = problem.agents.firstIndex(where: { $0.number == number }) else {
        table.note(row, "agent_id", .knownAgent)
        continue
      }
      let last = table.optional(row, "last_day") == nil ? first : table.day(row, "last_day")
      guard let last, first <= last, first.distance(to: last) < RosterFrame.mostDays else {
        if last != nil { table.note(row, "last_day", .day) }
        continue
      }
      let pattern = table.optional(row, "pattern")
      if let pattern, !known.contains(pattern) {
        table.note(
          row, "pattern", .oneOf(known), hint: nearest(to: pattern, among: known).map(Phrase.maybe))
        continue
      }
      for day in first...last where problem.days.contains(day) {
        switch kind {
        case .absent: problem.agents[index].absences.append(day)
        case .fixed:
          let start = table.optional(row, "start").map { clockMinutes(Substring($0)) }
          if let start, start == nil { table.note(row, "start", .timeOfDay) }
          problem.agents[index].fixed.append(
            RosterProblem.FixedCell(
              day: day, work: pattern.map { .shift(pattern: $0, start: start ?? nil) } ?? .off))
        case .on, .off:
          let weight = table.number(row, "weight", in: 1...1_000_000)
          let wish: RosterProblem.Request.Wish = kind == .on ? .on : .off
          let contrary = problem.agents[index].requests.contains {
            $0.day == day && $0.wish != wish && $0.pattern == pattern
          }
          if contrary { table.note(row, "kind", .noContraryWish) }
          problem.agents[index].requests.append(
            RosterProblem.Request(day: day, wish: wish, pattern: pattern, weight: weight ?? 1))
        }
      }
    }
    try table.finish()
    for index in problem.agents.indices {
      problem.agents[index].absences = Set(problem.agents[index].absences).sorted()
    }
  }
}

/// What a row of `requests.csv` asks.
enum RequestKind: String, CaseIterable {
  /// A wish, with a weight.
  case on, off
  case absent
  /// A shift, or a day off where no pattern stands.
  case fixed
}

extension TableRows {
  fileprivate mutating func requestKind(_ row: CSVRow) -> RequestKind? {
    if let kind = RequestKind(rawValue: optional(row, "kind") ?? "") { return kind }
    note(row, "kind", .oneOf(RequestKind.allCases.map(\.rawValue)))
    return nil
  }

  fileprivate mutating func noteTable(found: String, _ wanted: Phrase, hint: Phrase) {
    noteProblem(Problem(file: reader.file, found: found, wanted: wanted, hint: hint))
  }
}

extension CoverCost {
  fileprivate init(_ node: PolicyNode?, orElse other: CoverCost) {
    node?.allow(keys: "short", "over", "streams")
    self.init(
      short: node?["short"]?.wholeNumber(in: 0...1_000_000) ?? other.short,
      over: node?["over"]?.wholeNumber(in: 0...1_000_000) ?? other.over)
  }
}

extension RosterContract {
  /// Whether any shift of `patterns` may be worked under the contract.
  fileprivate func fits(_ all: [ShiftPattern]) -> Bool {
    all.contains { pattern in
      patterns?.contains(pattern.code) ?? true
        && pattern.lengths.contains { length in
          limits.dayMinutes.map { pattern.paidMinutes(ofShiftOf: length) <= $0 } ?? true
        }
    }
  }
}

/// `H:MM` up to 48:00, as minutes since midnight.
func clockMinutes(_ text: Substring) -> Minutes? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count == 2, parts[1].utf8.count == 2, let hours = Int(parts[0]),
    let minutes = Int(parts[1]), (0...48).contains(hours), (0..<60).contains(minutes)
  else { return nil }
  return Minutes(hours * 60 + minutes)
}
