import FoundationEssentials
import MusterFiles
import MusterStore
public import MusterWords
public import Vocabulary

/// The files that all data on an agent was written to.
public struct PeopleExport: Hashable, Sendable {
  public struct File: Hashable, Sendable {
    public var name: String
    public var rows: Int
  }

  public var agent: AgentNumber
  public var folder: String
  /// The tables that hold anything; beside them stands ``readme``.
  public var files: [File]

  public static let readme = "README.txt"
}

extension Workspace {
  /// Writes all that is held on an agent into `folder`, else `out/people/NUMBER` of the workspace: a
  /// csv per table, what they did under any of their names, and what each file is.
  ///
  /// Only its owner may read the folder. Files of an earlier export there are replaced.
  public func exportPerson(
    _ number: AgentNumber, aliases: [String] = [], to folder: String? = nil, in language: Language
  ) throws -> PeopleExport {
    let (names, held, deeds, files) = try store.read { connection in
      let names = try knownNames(of: number, aliases: aliases, connection)
      return try (
        names, connection.held(on: number), connection.deeds(by: names),
        connection.rosterFiles(holding: number.text)
      )
    }
    let folder = folder ?? exportFolder(of: number)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Refusal(.cannotWrite, [StoreWords.cannotCreate(folder)])
    }
    var tables = held.map { rows in
      HeldTable(
        rows.table, rows.columns,
        rows.rows.map { row in
          zip(rows.columns, row).map { column, value in shown(value, of: column) }
        })
    }
    tables.append(try HeldTable(files, on: number.text))
    tables.append(HeldTable(deeds, zone: zone))
    for table in tables {
      let path = "\(folder)/\(table.name).csv"
      if table.rows.isEmpty {
        try? FileManager.default.removeItem(atPath: path)
      } else {
        try Disk.write(table.csv(in: language), to: path)
      }
    }
    let made = HoldingWords.made(zone.format(now), by: actor)
    try Disk.write(
      HeldTable.readme(tables, of: names, made: made, in: language),
      to: "\(folder)/\(PeopleExport.readme)")
    return PeopleExport(
      agent: number, folder: folder,
      files: tables.filter { !$0.rows.isEmpty }.map {
        PeopleExport.File(name: "\($0.name).csv", rows: $0.rows.count)
      })
  }

  /// Where all that is held on an agent goes, where no other folder is named.
  func exportFolder(of number: AgentNumber) -> String {
    let name = number.text.replacing("/", with: "_")
    return "\(folder)/out/people/\(name == ".." || name == "." ? "_" : name)"
  }

  /// Who the agent with `number` is where it is told who did something.
  func knownNames(
    of number: AgentNumber, aliases: [String], _ connection: Connection
  ) throws -> KnownNames {
    guard let names = try connection.names(of: number, aliases: aliases) else {
      throw try Workspace.unknown(number, connection)
    }
    let foreign = try connection.foreign(aliases, to: number)
    guard foreign.isEmpty else { throw Refusal(.usage, foreign.map(HoldingWords.foreignAlias)) }
    return names
  }

  /// A value as people read it: moments on the clocks of the workspace.
  private func shown(_ value: Value, of column: String) -> String {
    guard case .integer(let seconds) = value, column.hasSuffix("_at") || column == "instant" else {
      return value.plain
    }
    return zone.format(Instant(seconds: seconds))
  }
}

/// Rows on a person under readable headings.
private struct HeldTable {
  var name: String
  var columns: [String]
  var rows: [[String]]

  init(_ name: String, _ columns: [String], _ rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  init(_ deeds: [HeldDeed], zone: Zone) {
    self.init(
      "deeds", ["table", "key", "at", "actor", "words"],
      deeds.map { [$0.table, $0.key, zone.format($0.at), $0.actor, $0.words] })
  }

  /// The lines of files that rosters were made from in which `number` stands by itself.
  init(_ files: [HeldFile], on number: String) throws {
    var rows: [[String]] = []
    for file in files {
      if file.name.hasSuffix(".csv") {
        let reader = try TableReader(.text(file.text, name: file.name), columns: [])
        var writer = CSVWriter()
        writer.row(reader.heading.names)
        var isEmpty = true
        while let row = try reader.next() {
          guard row.texts.contains(number) else { continue }
          writer.row(row.texts)
          isEmpty = false
        }
        if !isEmpty { rows.append([String(file.roster), file.name, writer.text]) }
      } else {
        let lines = file.text.split(separator: "\n").filter { line in
          line.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
            .contains { $0 == number }
        }
        if !lines.isEmpty {
          rows.append([String(file.roster), file.name, lines.map { $0 + "\n" }.joined()])
        }
      }
    }
    self.init("roster_file", ["roster_id", "name", "text"], rows)
  }

  private var title: Phrase { HoldingWords.table(name) ?? Phrase(verbatim: name) }

  func csv(in language: Language) -> String {
    var writer = CSVWriter(guardsFormulas: true)
    writer.row(columns.map { HoldingWords.column($0)?[language] ?? $0 })
    for row in rows { writer.row(row) }
    return writer.text
  }

  /// What each of `tables` is and how many rows it has.
  static func readme(
    _ tables: [HeldTable], of names: KnownNames, made: Phrase, in language: Language
  ) -> String {
    var lines = [
      HoldingWords.title(names.number.text, names.name), made, HoldingWords.units,
      Phrase(verbatim: ""),
    ]
    for table in tables where !table.rows.isEmpty {
      lines.append(HoldingWords.rows("\(table.name).csv", table.rows.count, table.title))
    }
    lines.append(Phrase(verbatim: ""))
    let empty = tables.filter(\.rows.isEmpty).map(\.title)
    if !empty.isEmpty { lines.append(HoldingWords.nothing(empty)) }
    lines.append(HoldingWords.derived)
    if let name = names.name, !names.namesakes.isEmpty {
      lines.append(HoldingWords.namesakes(name, names.namesakes.map(\.text)))
    }
    return lines.map { $0[language] + "\n" }.joined()
  }
}
