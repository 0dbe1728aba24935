public import MusterWords
public import People
public import Vocabulary

/// Reads a staff list: one row for each agent.
public struct AgentReader {
  public static let columns: [TableColumn] = .staffList

  /// The rows that read well, in the order of the file.
  public private(set) var agents: [Agent] = []
  /// The versions of agents that the list was written from, where it says so.
  public private(set) var versions: [AgentNumber: Int] = [:]
  /// The rows that do not.
  public private(set) var rejects: [RejectedRow] = []
  /// The rows of agents with a version.
  private var rows: [AgentNumber: TableRow] = [:]
  private let reader: TableReader

  /// Reads all that `reader`, which was opened with ``columns`` as `mapping` has them, gives.
  ///
  /// Amounts are in `currency`. An agent without a contract is `full-time`.
  public init(
    _ reader: TableReader, mapping: ImportMapping = ImportMapping(), currency: Currency = .yuan
  ) throws(FileRefusal) {
    var fields = FieldReader(reader, mapping: mapping, zone: .utc, currency: currency)
    let number = fields.column("agent_id")
    let name = fields.column("name")
    let team = fields.column("team")
    let rung = fields.column("rung")
    let hiredOn = fields.column("hired_on")
    let leftOn = fields.column("left_on")
    let contract = fields.column("contract")
    let base = fields.column("base_fen")
    let skills = fields.column("skills")
    let channels = fields.column("channels")
    let version = fields.column("version")
    self.reader = reader
    var numbers: Set<AgentNumber> = []
    while let row = try reader.next() {
      if let fault = row.fault {
        let problem = fault.fileFault(file: reader.file, line: row.line)
        rejects.append(RejectedRow(row: row, faults: [problem]))
        continue
      }
      let own = AgentNumber(fields.required(row, number))
      if let own, !numbers.insert(own).inserted { fields.report(.duplicate, row, number) }
      let step = Rung(word: fields.required(row, rung))
      if step == nil, fields.text(row, rung) != nil { fields.report(.badRung, row, rung) }
      let hired = fields.day(row, hiredOn)
      if hired == nil, fields.text(row, hiredOn) == nil { fields.report(.empty, row, hiredOn) }
      let left = fields.day(row, leftOn)
      if let hired, let left, left < hired { fields.report(.beforeHiring, row, leftOn) }
      let called = fields.required(row, name)
      let group = fields.required(row, team)
      let amount = fields.amount(row, base)
      let seen = fields.text(row, version)
      let listed = seen.flatMap { Int($0) }
      if seen != nil, listed.map({ $0 < 0 }) ?? true { fields.report(.badVersion, row, version) }
      let faults = fields.takeProblems()
      guard faults.isEmpty, let own, let step, let hired else {
        rejects.append(RejectedRow(row: row, faults: faults))
        continue
      }
      agents.append(
        Agent(
          number: own, name: called, team: group, rung: step, hiredOn: hired, leftOn: left,
          contract: fields.text(row, contract) ?? "full-time",
          base: amount.map { Money(minorUnits: $0, currency) }, skills: fields.list(row, skills),
          channels: fields.list(row, channels)))
      versions[own] = listed
      if listed != nil { rows[own] = row }
    }
  }

  /// The row of an agent whom others have changed since the list was written.
  public func overtaken(_ number: AgentNumber, by change: Phrase) -> RejectedRow? {
    guard let row = rows[number] else { return nil }
    let problem = reader.fileFault(
      row, column: "version", wanted: change, hint: PeopleWords.takeNewList)
    return RejectedRow(row: row, faults: [problem])
  }
}
