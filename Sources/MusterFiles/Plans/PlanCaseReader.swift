import Incentives
import MusterWords
import People
import Performance
import Vocabulary

/// Reads worked cases of a plan.
struct PlanCaseReader {
  let currency: Currency

  func read(_ node: PolicyNode) -> PlanCases.Case? {
    node.allow(keys: "case", "month", "agents")
    let name = node.required("case")?.text()
    let month = node.required("month")?.month()
    let items = node.required("agents")?.items ?? []
    guard let name, let month else { return nil }
    let people = items.compactMap { person($0, in: month) }
    for (index, person) in people.enumerated()
    where people[..<index].contains(where: { $0.subject.agent == person.subject.agent }) {
      items[index]["agent"]?.report(wanted: .agentOnce)
    }
    return PlanCases.Case(
      paid: PlanCase(name: name, month: month, people: people.map(\.paid)),
      subjects: people.map(\.subject))
  }

  private func person(
    _ node: PolicyNode, in month: Month
  ) -> (paid: PlanCase.Person, subject: Scoring.Subject)? {
    node.allow(
      keys: "agent", "team", "rung", "base", "days_employed", "last_day", "attendance",
      "contacts", "complaints", "critical_failures", "kpis", "certificates", "earlier", "expect")
    let agent = node.required("agent")?.value(wanted: .policyText) { AgentNumber($0) }
    let team = node["team"].map { $0.text() } ?? ""
    let rung = node.required("rung")?.choice(of: Rung.self)
    let base = node["base"].flatMap { $0.payment(in: currency) }
    let days = node["days_employed"].map { $0.wholeNumber(in: 0...month.length) } ?? month.length
    let lastDay = node["last_day"].map { $0.day() } ?? month.last
    let attendance = node["attendance"]?.value(wanted: .attendance) { text -> Attendance? in
      pair(text).flatMap { Attendance(scheduled: Int($0.1), attended: Int($0.0)) }
    }
    let contacts = node.required("contacts")?.wholeNumber(in: 0...1_000_000_000)
    let complaints = node["complaints"].map { $0.wholeNumber(in: 0...1_000_000_000) } ?? 0
    let failures = node["critical_failures"].map { $0.wholeNumber(in: 0...1_000_000) } ?? 0
    let readings = node["kpis"].map(readings) ?? [:]
    let certificates = node.list("certificates").compactMap(certificate)
    let earlier = node["earlier"].map(amounts) ?? [:]
    let expected = node.required("expect").map(expectations) ?? []
    guard let agent, let team, let rung, let days, let lastDay, let contacts, let complaints,
      let failures
    else { return nil }
    let person = PlanCase.Person(
      AgentPeriod(
        agent: agent, rung: rung, base: base, daysEmployed: days, lastDay: lastDay,
        attendance: attendance, score: nil, isScoreComplete: false, contacts: Int64(contacts),
        complaints: Int64(complaints), criticalFailures: Int64(failures),
        certificates: certificates, earlierThisYear: earlier),
      expected: expected)
    return (person, Scoring.Subject(agent: agent, team: team, readings: readings))
  }

  private func readings(_ node: PolicyNode) -> [KPI: Reading] {
    var readings: [KPI: Reading] = [:]
    for (key, value) in node.entries {
      let kpi = key.choice(of: KPI.self)
      let reading = value.value(wanted: .reading) { text in
        pair(text).map { Reading($0.0, over: $0.1) }
      }
      if let kpi, let reading { readings[kpi] = reading }
    }
    return readings
  }

  private func certificate(_ node: PolicyNode) -> HeldCertificate? {
    node.allow(keys: "code", "from", "until")
    let code = node.required("code")?.text()
    let from = node.required("from")?.day()
    let until = node["until"].flatMap { $0.day() }
    guard let code, let from else { return nil }
    return HeldCertificate(code, from: from, until: until)
  }

  private func amounts(_ node: PolicyNode) -> [String: Money] {
    var amounts: [String: Money] = [:]
    for (key, value) in node.entries {
      if let code = key.code(), let amount = value.payment(in: currency) { amounts[code] = amount }
    }
    return amounts
  }

  /// The expected figures, each in the form in which what is found is compared with it.
  private func expectations(_ node: PolicyNode) -> [PlanCase.Expectation] {
    node.entries.compactMap { key, value in
      guard let name = key.text() else { return nil }
      let text: String? =
        switch name {
        case "grade": value.text()
        case "score" where value.scalar == PlanCase.none: PlanCase.none
        case "score": value.score()?.description
        default: value.payment(in: currency)?.description
        }
      return text.map { PlanCase.Expectation(name, $0, line: value.line) }
    }
  }

  /// Two whole numbers with a slash between them.
  private func pair(_ text: String) -> (Int64, Int64)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = scaledDecimal(parts[0], places: 0),
      let second = scaledDecimal(parts[1], places: 0), (0...1_000_000_000_000).contains(first),
      (0...1_000_000_000_000).contains(second)
    else { return nil }
    return (first, second)
  }
}
