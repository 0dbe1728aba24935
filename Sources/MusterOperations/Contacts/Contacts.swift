public import MusterFiles
public import MusterStore
import MusterWords
public import Performance
public import Vocabulary

extension Workspace {
  /// Brings the contacts of a csv file into the store, all in one transaction.
  ///
  /// A contact is known by `source` and its id: a new one is added, a changed one changed and what
  /// it was remembered, the rest causes no write. Rows that do not read well, or whose agent is
  /// unknown, go to the rejects file. A fault of the whole file keeps all of it out.
  public func importContacts(
    from file: FileSource, source: String, options: ImportOptions, control: Control = Control()
  ) throws -> ImportReport {
    guard Workspace.isSourceName(source) else {
      throw Refusal(.usage, [ImportWords.badSource(source)])
    }
    let mapping = try mapping(options, ContactReader.columns)
    let table = try TableReader(file, columns: mapping.applied(to: ContactReader.columns))
    let reader = ContactReader(table, mapping: mapping, zone: zone, currency: settings.currency)
    let rejectsPath = try rejectsPath("contacts-\(source)", options, input: file.name)
    var rejects = Rejects(path: rejectsPath, heading: table.heading, language: options.language)
    let work = { (connection: Connection) throws -> ImportCounts in
      let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
      let run = ImportRun(source: source, file: name, at: now, actor: actor)
      let writer = try connection.contactWriter(for: run, zone: zone)
      var rows: Int64 = 0
      // Rejected before the store saw them.
      var unread = 0
      var following = try reader.next()
      while let batch = following {
        try control.checkStop()
        try writer.begin(batch.contacts)
        following = try reader.next()
        let outcomes = try writer.end()
        var refused = batch.rejects
        unread += refused.count
        for (row, outcome) in zip(batch.rows, outcomes) {
          switch outcome {
          case .unknownAgent:
            refused.append(reader.reject(row, .unknownAgent, column: "agent_id"))
          case .duplicate: refused.append(reader.reject(row, .duplicate, column: "contact_id"))
          case .added, .changed, .same: break
          }
        }
        try rejects.add(refused.sorted { $0.row.line < $1.row.line })
        rows += Int64(outcomes.count + batch.rejects.count)
        control.progress(
          Progress(
            done: rows, unit: ImportWords.rows,
            share: table.byteCount.map { Double(table.bytesRead) / Double(max(1, $0)) }))
      }
      if options.isStrict, rejects.count > 0 { throw rejects.refusal }
      return try writer.finish(rejected: unread)
    }
    let counts = try store.change(dryRun: options.isDryRun, once: true, work)
    var report = ImportReport(file: file.name, options: options)
    report.added = counts.added
    report.changed = counts.changed
    report.same = counts.same
    try report.take(rejects, from: table)
    return report
  }

  /// Whether `name` can name a source, and with it a rejects file.
  private static func isSourceName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".."
      && name.unicodeScalars.allSatisfy { $0 != "/" && $0.value >= 0x20 }
  }

  /// What the store holds of contacts.
  public func contactStatistics() throws -> ContactStatistics {
    try store.read { try $0.contactStatistics() }
  }

  /// The contacts of `agent` that arrived on `days`, by arrival.
  public func contacts(of agent: AgentNumber, in days: Range<Day>) throws -> [Contact] {
    try store.read { connection in
      guard try connection.knowsAgent(agent) else {
        throw try Workspace.unknown(agent, connection)
      }
      return try connection.contacts(of: agent, in: days)
    }
  }

  /// The rows that the last import from `source` did not take, with their lines and reasons.
  public func rejectedContacts(source: String) throws -> [RejectedLine] {
    try RejectedLine.read(
      folder + "/out/rejects/contacts-\(source).csv", id: ContactReader.columns[0])
  }
}
