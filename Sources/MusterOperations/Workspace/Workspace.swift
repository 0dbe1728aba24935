import FoundationEssentials
public import MusterFiles
public import MusterStore
public import MusterWords
public import Vocabulary

/// A team's folder: settings, policies and the store, opened at a moment in somebody's name.
///
/// Everything a user does in a workspace is a function of this type, one each: load, compute, save.
public struct Workspace {
  /// When something is done, and by whom.
  public struct Clock: Hashable, Sendable {
    public let now: Instant
    /// The day that counts as today, where it is not the day of ``now``.
    public let today: Day?
    public let actor: String

    public init(now: Instant, today: Day? = nil, actor: String) {
      self.now = now
      self.today = today
      self.actor = actor
    }
  }

  /// The name of the settings file, which makes a folder a workspace.
  public static let settingsFile = "muster.yaml"

  public let folder: String
  /// Where results are written that no other folder is named for.
  public var outFolder: String { folder + "/out" }
  public let settings: WorkspaceSettings
  public let zone: Zone
  public let now: Instant
  /// Today in the workspace's zone, or the day that stands for it.
  public let today: Day
  /// Who does it; an agent who is named stands by their number, so that names enter no row that
  /// stays for good.
  public let actor: String
  public let store: Store

  /// Opens the workspace at `folder`, or in the working folder or the nearest one above it.
  ///
  /// Its rows are in `database`, where given, in place of what the settings name. Writes wait up to
  /// `patience` seconds for another process. A store that was moved away is opened only where it is
  /// `forKeeping`: to look at what it was, to copy it, or to finish the move.
  public static func open(
    folder: String?, database: String? = nil, clock: Clock, patience: Double = Store.patience,
    forKeeping: Bool = false
  ) throws -> Workspace {
    let folder = try find(folder)
    var settings = try settings(of: folder)
    if let database { settings.database = database }
    return try Workspace(
      folder: folder, settings: settings, clock: clock, patience: patience, forKeeping: forKeeping)
  }

  private init(
    folder: String, settings: WorkspaceSettings, clock: Clock, patience: Double, forKeeping: Bool
  ) throws {
    let zone: Zone
    do {
      zone = try Zone(named: settings.timeZone)
    } catch {
      throw FileRefusal(
        error.cause,
        error.faults.map { problem in
          var problem = problem
          problem.file = folder + "/" + Workspace.settingsFile
          problem.column = "time_zone"
          return problem
        })
    }
    self.folder = folder
    self.settings = settings
    self.zone = zone
    self.now = clock.now
    self.today = clock.today ?? zone.local(clock.now).day
    let place = Workspace.place(of: settings.database, in: folder)
    // What is kept may be damaged, and those who look after it write nothing in their own name.
    guard !forKeeping else {
      self.actor = clock.actor
      self.store = try Store.openForKeeping(at: place, now: clock.now, patience: patience)
      return
    }
    store = try Store.open(at: place, now: clock.now, patience: patience)
    actor = try Workspace.actor(clock, in: store)
  }

  /// The workspace as it is opened, for another request: at its moment, in its actor's name.
  public func at(_ clock: Clock) throws -> Workspace { try Workspace(self, at: clock) }

  private init(_ opened: Workspace, at clock: Clock) throws {
    folder = opened.folder
    settings = opened.settings
    zone = opened.zone
    store = opened.store
    now = clock.now
    today = clock.today ?? zone.local(clock.now).day
    actor = try Workspace.actor(clock, in: store)
  }

  private static func actor(_ clock: Clock, in store: Store) throws -> String {
    try store.read { try $0.number(called: clock.actor) }?.text ?? clock.actor
  }

  /// Makes a workspace: settings, the shipped curricula, rosters and plans, and an empty store.
  ///
  /// Refused where `folder` holds a workspace already; what it holds otherwise is left alone. The
  /// settings then name `database`, without the password of an address.
  public static func create(
    at folder: String, language: Language, zone: String, currency: Currency,
    database: String? = nil, clock: Clock
  ) throws -> Workspace {
    let files = FileManager.default
    let path = folder + "/" + settingsFile
    guard !files.fileExists(atPath: path) else {
      throw Refusal(.cannotWrite, [WorkspaceWords.exists(path)])
    }
    _ = try Zone(named: zone)
    let shipped = try ShippedContent.folder()
    var settings = WorkspaceSettings(timeZone: zone, language: language, currency: currency)
    if let database { settings.database = try Store.withoutPassword(database) }
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for kind in ShippedContent.kinds where !files.fileExists(atPath: folder + "/" + kind) {
        try files.copyItem(atPath: shipped + "/" + kind, toPath: folder + "/" + kind)
      }
    } catch {
      throw Refusal(.cannotWrite, [TrainingWords.cannotWrite(folder)])
    }
    _ = try Store.create(
      at: place(of: database ?? settings.database, in: folder), now: clock.now)
    try Disk.write(settings.text, to: path)
    return try open(folder: folder, database: database, clock: clock)
  }

  /// Where the rows are that `database` names: the address of a server, or a file below `folder`.
  static func place(of database: String, in folder: String) -> String {
    database.contains("://") || database.hasPrefix("/") ? database : folder + "/" + database
  }

  /// The settings of the workspace at `folder`.
  public static func settings(of folder: String) throws -> WorkspaceSettings {
    let path = folder + "/" + settingsFile
    return try WorkspaceSettings(text: try Disk.text(at: path), file: path)
  }

  /// The folder of the workspace that is meant.
  ///
  /// `folder` where given, else the working folder or the nearest one above that holds
  /// `muster.yaml`.
  public static func find(_ folder: String?) throws -> String {
    let files = FileManager.default
    var candidate = folder ?? files.currentDirectoryPath
    while true {
      if files.fileExists(atPath: candidate + "/" + settingsFile) { return candidate }
      guard folder == nil, let slash = candidate.lastIndex(of: "/"), candidate != "/" else { break }
      candidate = slash == candidate.startIndex ? "/" : String(candidate[..<slash])
    }
    let place = folder ?? files.currentDirectoryPath
    throw Refusal(.noInput, [WorkspaceWords.notFound(place)])
  }
}
