import ArgumentParser
import MusterFiles
import MusterOperations
import MusterStore
import MusterViews
import MusterWords
import Performance
import Vocabulary

struct ContactsNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts", abstract: "Bring in contacts and look at them.",
    subcommands: [Import.self, List.self, Stats.self, Rejects.self])

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring in the contacts of a csv; the same file again changes nothing.")

    @Argument(help: "A csv with contact_id, channel, agent_id ...; - is standard input.")
    var file: String

    @Option(help: "The system the contacts come from, within which ids are unique.")
    var source = "main"

    @OptionGroup var arguments: ImportArguments
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let opened = try workspace.open()
      let language = output.language(opened.settings)
      let (control, bar) = output.control(in: language)
      defer { bar.end() }
      let report = try opened.importContacts(
        from: file, source: source, options: arguments.options(in: language), control: control)
      bar.end()
      try output.print(report, in: language)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the contacts of an agent in a month or on a day, by arrival.")

    @Option(help: "The agent's number.")
    var agent: AgentNumber

    @Option(help: "The month, as YYYY-MM; else the month of today.")
    var month: Month?

    @Option(help: "The day, as YYYY-MM-DD.")
    var day: Day?

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if month != nil, day != nil { throw ValidationError("Choose one of --month and --day.") }
    }

    func run() throws {
      let opened = try workspace.open()
      let days = day.map { $0..<$0 + 1 } ?? (month ?? opened.today.month).days
      let contacts = try opened.contacts(of: agent, in: days)
      output.print(
        Table(contacts: contacts, zone: opened.zone, currency: opened.settings.currency),
        in: output.language(opened.settings))
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show how many contacts there are, by month and channel.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let opened = try workspace.open()
      let language = output.language(opened.settings)
      let statistics = try opened.contactStatistics()
      output.print(Table(statistics), in: language)
      if let last = statistics.lastImport {
        output.note(
          ContactWords.lastImport(
            file: last.run.file, at: opened.zone.format(last.run.at), actor: last.run.actor),
          in: language)
      }
    }
  }

  struct Rejects: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the rows that the last import of a source did not take, and why.")

    @Option(help: "The system the contacts come from.")
    var source = "main"

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let opened = try workspace.open()
      let rows = try opened.rejectedContacts(source: source)
      output.print(
        Table(
          [.line, .contact, .reason],
          rows: rows.map { [Table.Cell($0.line), Table.Cell($0.id), Table.Cell($0.reason)] }),
        in: output.language(opened.settings))
    }
  }
}

extension Table {
  fileprivate init(_ statistics: ContactStatistics) {
    self.init(
      [.month, .channel, .contactCount, .rated, .orders, .complaints, .changedCount],
      rows: statistics.parts.map {
        [
          Cell($0.month.description), Cell($0.channel), Cell($0.contacts), Cell($0.rated),
          Cell($0.orders), Cell($0.complaints), Cell($0.changed),
        ]
      })
  }

  /// Contacts, a row each; times on the clocks of `zone`.
  fileprivate init(contacts: [Contact], zone: Zone, currency: Currency) {
    func money(_ units: Int64?) -> Cell {
      Cell(
        Phrase(verbatim: units.map { Money(minorUnits: $0, currency).description } ?? ""),
        units.map(JSON.int) ?? .null)
    }
    self.init(
      [
        .contact, .channel, .queue, .topic, .arrivedAt, .replySeconds, .handleSeconds,
        .resolvedFirst, .rating, .orderMinor, .refundedMinor, .complaint,
      ],
      rows: contacts.map { contact in
        [
          Cell(contact.externalID), Cell(contact.channel), Cell(contact.queue),
          Cell(contact.topic),
          Cell(
            Phrase(verbatim: zone.local(contact.arrivedAt).description),
            .text(zone.format(contact.arrivedAt))),
          Cell(contact.firstReplyAt.map { $0 - contact.arrivedAt }),
          Cell(contact.handleSeconds), Cell(contact.resolvedFirst.map { $0 ? 1 : 0 }),
          Cell(contact.rating), money(contact.orderAmount), money(contact.refundedAmount),
          Cell(contact.isComplaint ? 1 : 0),
        ]
      })
  }
}
