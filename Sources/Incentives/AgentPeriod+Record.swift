import People
public import Vocabulary

extension AgentPeriod {
  /// The facts as text, from which they can be read again: each on its own line as `name=value`,
  /// lists in the order of their codes.
  ///
  /// Who the agent is does not stand there, so that a person can be erased.
  public var record: String {
    var lines = [
      "rung=\(rung.rawValue)", "base=\(base.map(\.record) ?? "")",
      "days_employed=\(daysEmployed)", "last_day=\(lastDay)",
      "attendance=\(attendance.map { "\($0.attended)/\($0.scheduled)" } ?? "")",
      "score=\(score.map { String($0.hundredths) } ?? "")", "complete=\(isScoreComplete ? 1 : 0)",
      "contacts=\(contacts)", "complaints=\(complaints)", "critical_failures=\(criticalFailures)",
    ]
    lines += certificates.sorted().map {
      "certificate=\($0.code) \($0.from) \($0.until.map(\.description) ?? "")"
    }
    lines += earlierThisYear.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "earlier=\($0.key) \($0.value.record)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The hash of ``record``, for the ledger.
  public var digest: ContentHash { ContentHash(ofText: record) }

  /// The facts that `record` holds of `agent`, or nil where it is no such record.
  public init?(_ agent: AgentNumber, record: String) {
    var fields: [String: String] = [:]
    var certificates: [HeldCertificate] = []
    var earlier: [String: Money] = [:]
    for line in record.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      switch parts[0] {
      case "certificate":
        guard let certificate = HeldCertificate(record: parts[1]) else { return nil }
        certificates.append(certificate)
      case "earlier":
        let words = parts[1].split(separator: " ", maxSplits: 1)
        guard words.count == 2, let amount = Money(record: words[1]) else { return nil }
        earlier[String(words[0])] = amount
      default: fields[String(parts[0])] = String(parts[1])
      }
    }
    func number(_ name: String) -> Int64? { fields[name].flatMap { Int64($0) } }
    guard let rung = fields["rung"].flatMap(Rung.init(rawValue:)),
      let daysEmployed = number("days_employed"),
      let lastDay = fields["last_day"].flatMap({ Day($0) }),
      let contacts = number("contacts"), let complaints = number("complaints"),
      let failures = number("critical_failures")
    else { return nil }
    let attendance = fields["attendance"].flatMap { text -> Attendance? in
      let parts = text.split(separator: "/").compactMap { Int($0) }
      return parts.count == 2 ? Attendance(scheduled: parts[1], attended: parts[0]) : nil
    }
    self.init(
      agent: agent, rung: rung, base: fields["base"].flatMap { Money(record: Substring($0)) },
      daysEmployed: Int(daysEmployed), lastDay: lastDay, attendance: attendance,
      score: number("score").flatMap { Score(hundredths: Int($0)) },
      isScoreComplete: fields["complete"] == "1", contacts: contacts, complaints: complaints,
      criticalFailures: failures, certificates: certificates, earlierThisYear: earlier)
  }
}

extension Money {
  /// Minor units and the currency, such as `450000 CNY`.
  fileprivate var record: String { "\(minorUnits) \(currency.code)" }

  fileprivate init?(record: Substring) {
    let words = record.split(separator: " ")
    guard words.count == 2, let units = Int64(words[0]),
      let currency = Currency(code: String(words[1]))
    else { return nil }
    self.init(minorUnits: units, currency)
  }
}

extension HeldCertificate {
  /// A code, the first day and the last day or nothing.
  fileprivate init?(record: Substring) {
    let words = record.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count >= 3, let from = Day(words[words.count - 2]) else { return nil }
    let last = words[words.count - 1]
    guard last.isEmpty || Day(last) != nil else { return nil }
    self.init(words.dropLast(2).joined(separator: " "), from: from, until: Day(last))
  }
}
