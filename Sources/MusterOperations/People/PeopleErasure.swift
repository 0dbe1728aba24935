import FoundationEssentials
import MusterFiles
public import MusterStore
import MusterWords
import People
public import Vocabulary

/// What erasing an agent did, or would do.
public struct PeopleErasure: Hashable, Sendable {
  public var agent: AgentNumber
  public var fields: [ErasedField]
  /// Others with the same name: what was done under it was left alone.
  public var namesakes: [AgentNumber]
  /// When and by whom the agent was erased before, the first time first.
  public var earlier: [ChangeNote]
  /// Files that hold the store as it was before, and a folder that an export made, which a person
  /// has to see to.
  public var oldFiles: [String]
  /// Whether a server keeps the rows, whose logs, replicas and backups are its administrator's.
  public var isOnServer: Bool
}

extension Workspace {
  /// Blanks the name and the words of an agent wherever they stand; numbers, sums and the ledger's
  /// chain stay as they are.
  ///
  /// Refused for who is employed today or later, unless `evenEmployed`, and without `confirmed`.
  /// Done again, it finds nothing more to blank, and makes sure once more that the engine's files
  /// hold nothing of it.
  public func erasePerson(
    _ number: AgentNumber, aliases: [String] = [], evenEmployed: Bool = false,
    confirmed: Bool = false, dryRun: Bool = false
  ) throws -> PeopleErasure {
    let place = Workspace.place(of: settings.database, in: folder)
    let erasure = try store.change(dryRun: dryRun) { connection in
      let names = try knownNames(of: number, aliases: aliases, connection)
      let terms = try connection.terms(of: number)
      guard !terms.isEmployed(onOrAfter: today) || evenEmployed else {
        throw Refusal(.notAllowed, [ErasureWords.isEmployed(number.text)])
      }
      guard confirmed || dryRun else { throw Refusal(.usage, [ErasureWords.unconfirmed]) }
      let earlier = try connection.erasures(of: number)
      return try PeopleErasure(
        agent: number, fields: connection.erase(names, note: ChangeNote(at: now, actor: actor)),
        namesakes: names.name == nil ? [] : names.namesakes, earlier: earlier,
        oldFiles: Workspace.oldFiles(of: place)
          + [exportFolder(of: number)].filter {
            FileManager.default.fileExists(atPath: $0)
          }, isOnServer: place.contains("://"))
    }
    guard !dryRun else { return erasure }
    do {
      try store.purge(erasure.fields)
    } catch StoreFault.busy {
      throw Refusal(.busy, [ErasureWords.notPurged])
    }
    return erasure
  }

  /// The files beside the one at `place` that are named after it: backups, and what was replaced.
  private static func oldFiles(of place: String) -> [String] {
    guard !place.contains("://"), let slash = place.lastIndex(of: "/") else { return [] }
    let (folder, name) = (String(place[..<slash]), place[place.index(after: slash)...])
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasPrefix("\(name).") }.sorted().map { "\(folder)/\($0)" }
  }
}
