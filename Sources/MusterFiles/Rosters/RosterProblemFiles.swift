public import MusterWords
public import Rostering
public import Vocabulary

/// A roster problem as a folder of files: `problem.yaml` and tables.
///
/// The columns are described in `rosters/README.md`.
public struct RosterProblemFiles: Sendable {
  /// The names of the files in the folder; those behind the third may be absent.
  public static let names = [
    "problem.yaml", "agents.csv", "demand.csv", "requests.csv", "history.csv", "law.csv",
    "holidays.csv",
  ]

  public let problem: RosterProblem
  /// The contracts, in the order of the file.
  public let contracts: [Contract]
  /// The contract of each agent, in the order of the problem.
  public let contractOfAgent: [String]

  /// The problem in the folder at `path`.
  public init(folder path: String) throws(FileRefusal) {
    var texts: [String: String] = [:]
    for (index, name) in RosterProblemFiles.names.enumerated() {
      do {
        texts[name] = try Disk.text(at: "\(path)/\(name)")
      } catch  where index >= 3 && error.cause == .missing {
        continue
      }
    }
    try self.init(texts: texts, folder: path) { name throws(FileRefusal) in
      try Zone(named: name)
    }
  }

  /// The problem that `texts`, by their names in the folder, spell.
  ///
  /// Files are named in faults with `folder` before them; `zone` finds a zone by its name.
  public init(
    texts: [String: String], folder: String, zone: (String) throws(FileRefusal) -> Zone
  ) throws(FileRefusal) {
    func path(_ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }
    func reader(_ name: String, _ columns: [TableColumn]) throws(FileRefusal) -> TableReader? {
      guard let text = texts[name] else { return nil }
      return try TableReader(.text(text, name: path(name)), columns: columns)
    }
    let frame = try RosterFrame(
      text: texts["problem.yaml"] ?? "", file: path("problem.yaml"), zone: zone)
    var problem = frame.problem
    contracts = frame.contracts

    // Each file is read, so that all that is wrong is told at once; what hangs on a file that is
    // wrong is left alone.
    var faults: [FileFault] = []
    func attempt<Value>(_ read: () throws(FileRefusal) -> Value?) -> Value? {
      do {
        return try read()
      } catch {
        faults += error.faults
        return nil
      }
    }
    let demand = attempt { () throws(FileRefusal) in
      try reader("demand.csv", RosterProblemFiles.demandColumns).map(frame.demand)
    }
    problem.demand = demand?.demand ?? []
    let streams = problem.demand.map(\.stream)
    if let law = attempt({ () throws(FileRefusal) in
      try reader("law.csv", WorkTimeLaw.columns).map(WorkTimeLaw.init)
    }) {
      problem.law = law.limits
    }
    if let holidays = attempt({ () throws(FileRefusal) in
      try texts["holidays.csv"].map { text throws(FileRefusal) in
        try HolidayCalendar(text: text, file: path("holidays.csv"))
      }
    }) {
      problem.fairness.holidays = holidays.entries.filter { $0.kind == .statutory }.map(\.day)
    }
    let people = attempt { () throws(FileRefusal) in
      try reader("agents.csv", RosterProblemFiles.agentColumns).map {
        reader throws(FileRefusal) in try frame.agents(reader, streams: streams)
      }
    }
    contractOfAgent = people?.contracts ?? []
    if let people {
      problem.agents = people.agents
      problem.duties = zip(frame.duties, people.members).compactMap { duty, members in
        duty.demand(members, in: problem)
      }
      problem.pairs = RosterPair.sound(frame.pairs, known: problem.agents.map(\.number))
      let manned = Set(people.agents.flatMap(\.streams))
      for stream in streams where !manned.contains(stream) {
        faults.append(
          FileFault(
            file: path("demand.csv"), line: demand?.lines[stream], found: stream.description,
            wanted: .streamSkill, hint: .streamSkillHint))
      }
      if !frame.page.isSound { faults += frame.page.faults }
      problem =
        attempt { () throws(FileRefusal) in
          var whole = problem
          if let history = try reader("history.csv", RosterTable.columns) {
            try frame.addHistory(history, to: &whole)
          }
          if let history = try reader("history.csv", RosterTable.columns) {
            try frame.refuseBrokenPast(of: whole, history)
          }
          return whole
        } ?? problem
      problem =
        attempt { () throws(FileRefusal) in
          var whole = problem
          if let requests = try reader("requests.csv", RosterProblemFiles.requestColumns) {
            try frame.addRequests(requests, to: &whole, refused: people.refused)
          }
          return whole
        } ?? problem
    }
    guard faults.isEmpty else { throw FileRefusal(.badData, faults) }
    self.problem = problem
  }

  public static let agentColumns: [TableColumn] = .rosterAgents

  public static let demandColumns: [TableColumn] = .demand

  public static let requestColumns: [TableColumn] = .requests
}
