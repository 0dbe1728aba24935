import MusterWords
import People
import Rostering
import Vocabulary

extension RosterFrame {
  func agents(
    _ reader: TableReader, streams: [Stream]
  ) throws(FileRefusal) -> (
    agents: [RosterProblem.Agent], contracts: [String], members: [[AgentNumber]], refused: [Int]
  ) {
    var table = TableRows(reader)
    var members = duties.map { _ in [AgentNumber]() }
    var agents: [RosterProblem.Agent] = []
    var codes: [String] = []
    var refused: [Int] = []
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
      let held = table.list(row, "skills")
      let rung = rung(row, &table)
      let term = term(row, &table)
      for (index, duty) in duties.enumerated() where duty.counts(number, rung: rung, skills: held) {
        members[index].append(number)
      }
      let opened = held.flatMap { skill in
        skills[skill] ?? streams.filter { $0.queue == skill }
      }
      agents.append(
        RosterProblem.Agent(
          number: number, limits: contract.limits, patterns: own ?? contract.patterns,
          streams: streams.filter {
            opened.contains($0) && (channels.isEmpty || channels.contains($0.channel))
          },
          since: term.from, absences: term.absences, availability: availability(row, &table)))
      codes.append(code)
      refused.append(
        table.optional(row, "refused") == nil ? 0 : table.number(row, "refused", in: 0...1000) ?? 0)
    }
    try table.finish()
    return (agents, codes, members, refused)
  }

  /// When the contract begins, and the days of the roster that lie outside it.
  private func term(
    _ row: TableRow, _ table: inout TableRows
  ) -> (from: Day?, absences: [Day]) {
    let from = table.optional(row, "from") == nil ? nil : table.day(row, "from")
    let to = table.optional(row, "to") == nil ? nil : table.day(row, "to")
    if let from, let to, to < from { table.note(row, "to", .dayNotBefore(from)) }
    return (
      from,
      problem.days.filter { day in
        from.map { day < $0 } ?? false || to.map { day > $0 } ?? false
      }
    )
  }

  private func rung(_ row: TableRow, _ table: inout TableRows) -> Rung? {
    guard let word = table.optional(row, "rung") else { return nil }
    if let rung = Rung(rawValue: word) { return rung }
    let known = Rung.allCases.map(\.rawValue)
    table.note(
      row, "rung", .oneOf(known), hint: nearest(to: word, among: known).map(Phrase.maybe))
    return nil
  }

  private func patterns(_ row: TableRow, _ table: inout TableRows) -> [String]? {
    let codes = table.list(row, "patterns")
    guard !codes.isEmpty else { return nil }
    let known = problem.patterns.map(\.code)
    if !codes.allSatisfy({ known.contains($0) }) { table.note(row, "patterns", .oneOf(known)) }
    return codes
  }

  /// Stretches such as `monday 9:00-18:00`, divided by `|`.
  private func availability(
    _ row: TableRow, _ table: inout TableRows
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

  func addHistory(_ reader: TableReader, to problem: inout RosterProblem) throws(FileRefusal) {
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

  /// Names each agent whose history breaks a rule already, with the agent's last row.
  func refuseBrokenPast(of problem: RosterProblem, _ reader: TableReader) throws(FileRefusal) {
    let breaches = problem.pastBreaches
    guard !breaches.isEmpty else { return }
    var table = TableRows(reader)
    var last: [AgentNumber: TableRow] = [:]
    for row in try table.rows() {
      guard let agent = table.agent(row), let start = table.instant(row, "start", problem.zone),
        start < problem.start
      else { continue }
      last[agent] = row
    }
    for breach in breaches {
      guard let row = last[breach.agent] else { continue }
      table.notePast(row, breach)
    }
    try table.finish()
  }

  /// Adds wishes, absences and decided days; `refused` counts each agent's requests that were
  /// refused before.
  func addRequests(
    _ reader: TableReader, to problem: inout RosterProblem, refused: [Int]
  ) throws(FileRefusal) {
    var table = TableRows(reader)
    let known = problem.patterns.map(\.code)
    for row in try table.rows() {
      guard let number = table.agent(row), let first = table.day(row, "first_day"),
        let kind = table.requestKind(row)
      else { continue }
      guard let index = problem.agents.firstIndex(where: { $0.number == number }) else {
        let near = nearest(to: number.text, among: problem.agents.map(\.number.text))
        table.note(row, "agent_id", .knownAgent, hint: near.map(Phrase.maybe) ?? .rowHint)
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
        case .protected: problem.agents[index].protected.append(day)
        case .fixed:
          let start = table.optional(row, "start").map { clockMinutes(Substring($0)) }
          if let start, start == nil { table.note(row, "start", .timeOfDay) }
          if problem.agents[index].fixed.contains(where: { $0.day == day }) {
            table.note(row, "kind", .fixedOnce, hint: .contraryHint)
          }
          problem.agents[index].fixed.append(
            RosterProblem.FixedCell(
              day: day, work: pattern.map { .shift(pattern: $0, start: start ?? nil) } ?? .off))
        case .on, .off:
          let weight = table.number(row, "weight", in: 1...1_000_000)
          let wish: RosterProblem.Request.Wish = kind == .on ? .on : .off
          let contrary = problem.agents[index].requests.contains {
            guard $0.day == day, $0.wish != wish else { return false }
            // To work some pattern goes with not working another.
            let off = wish == .off ? pattern : $0.pattern
            return off == nil || $0.pattern == pattern
          }
          if contrary { table.note(row, "kind", .noContraryWish, hint: .contraryHint) }
          problem.agents[index].requests.append(
            RosterProblem.Request(
              day: day, wish: wish, pattern: pattern,
              weight: weight.map { raised($0, refused[index]) } ?? 1))
        }
      }
    }
    try table.finish()
    for index in problem.agents.indices {
      problem.agents[index].absences = Set(problem.agents[index].absences).sorted()
      problem.agents[index].protected = Set(problem.agents[index].protected).sorted()
    }
  }
}

extension RosterFrame {
  /// The weight of a request after so many refusals.
  private func raised(_ weight: Int, _ refused: Int) -> Int {
    weight + weight * refused * Int(refusedShare.count) / 10_000
  }
}

/// What a row of `requests.csv` asks.
enum RequestKind: String, CaseIterable {
  /// A wish, with a weight.
  case on, off
  case absent
  /// Neither nights nor overtime, by law.
  case protected
  /// A shift, or a day off where no pattern stands.
  case fixed
}

extension TableRows {
  fileprivate mutating func requestKind(_ row: TableRow) -> RequestKind? {
    if let kind = RequestKind(rawValue: optional(row, "kind") ?? "") { return kind }
    note(row, "kind", .oneOf(RequestKind.allCases.map(\.rawValue)))
    return nil
  }

  fileprivate mutating func notePast(_ row: TableRow, _ breach: Breach) {
    noteFault(
      FileFault(
        file: reader.file, line: row.line, found: breach.agent.text, wanted: .soundPast(breach),
        hint: .soundPastHint))
  }

  mutating func noteTable(found: String, _ wanted: Phrase, hint: Phrase) {
    noteFault(FileFault(file: reader.file, found: found, wanted: wanted, hint: hint))
  }
}

/// `H:MM` up to 48:59, as minutes since midnight.
func clockMinutes(_ text: Substring) -> Minutes? {
  hoursAndMinutes(text).flatMap { $0 < 49 * 60 ? Minutes($0) : nil }
}
