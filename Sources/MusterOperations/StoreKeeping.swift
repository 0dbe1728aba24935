import MusterFiles
public import MusterStore

extension Workspace {
  /// Writes the whole store as it is at one moment to `file`, a store of its own on SQLite, and
  /// reads it back; others may write meanwhile.
  public func backUp(to file: String, control: Control = Control()) throws -> StoreCopy {
    try store.copy(to: file) { try control.copied($0) }
  }

  /// Puts the backup `file` in the place of the store of the workspace at `folder`.
  ///
  /// The store itself is not opened first, since it may be what is damaged.
  public static func restore(
    from file: String, folder: String?, database: String? = nil, clock: Clock,
    control: Control = Control()
  ) throws -> StoreCopy {
    let folder = try find(folder)
    let database = try database ?? settings(of: folder).database
    do {
      return try Store.restore(from: file, to: place(of: database, in: folder), now: clock.now) {
        try control.copied($0)
      }
    } catch let fault as StoreFault where fault == .missing(path: file) {
      throw Refusal(.noInput, [StoreText.noBackup(file)])
    } catch let fault as StoreFault where fault.isOfTheFile {
      throw Refusal(.badData, [StoreText.badBackup(file)])
    }
  }

  /// Copies the store to `database`, the address of a server or a new file, while nobody else can
  /// write, and has the settings name it from then on.
  ///
  /// The old store stays as it is.
  public func moveStore(to database: String, control: Control = Control()) throws -> StoreCopy {
    let path = folder + "/" + Workspace.settingsFile
    let named = try Store.withoutPassword(database)
    return try store.move(
      to: Workspace.place(of: database, in: folder), progress: { try control.copied($0) },
      done: { _ in
        try Disk.write(
          WorkspaceSettings.naming(database: named, in: try Disk.text(at: path)), to: path)
      })
  }
}

extension StoreFault {
  /// Whether it says that what was to be read is no whole store.
  fileprivate var isOfTheFile: Bool {
    switch self {
    case .corrupt, .notAStore, .copyDiffers, .constraint: true
    default: false
    }
  }
}

extension Control {
  fileprivate func copied(_ rows: Int64) throws {
    try checkStop()
    progress(Progress(done: rows, unit: ImportText.rows))
  }
}
