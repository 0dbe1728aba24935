import MusterFiles
public import MusterStore
import MusterWords

extension Workspace {
  /// Writes the whole store as it is at one moment to `file`, a store of its own on SQLite, and
  /// reads it back; others may write meanwhile.
  public func backUp(to file: String, control: Control = Control()) throws -> StoreCopy {
    try store.copy(to: file, at: now) { try control.copied($0) }
  }

  /// Puts the backup `file` in the place of the store of the workspace at `folder`.
  ///
  /// The store itself is not opened first, since it may be what is damaged. Tells under which name
  /// the file that was there is kept, if one was.
  public static func restore(
    from file: String, folder: String?, database: String? = nil, clock: Clock,
    control: Control = Control()
  ) throws -> (copy: StoreCopy, kept: String?) {
    let folder = try find(folder)
    let database = try database ?? settings(of: folder).database
    do {
      return try Store.restore(from: file, to: place(of: database, in: folder), now: clock.now) {
        try control.copied($0)
      }
    } catch let fault as StoreFault where fault == .missing(path: file) {
      throw Refusal(.noInput, [StoreWords.noBackup(file)])
    } catch let fault as StoreFault where fault.isOfTheFile {
      throw Refusal(.badData, [StoreWords.badBackup(file)])
    }
  }

  /// Copies the store to `database`, the address of a server or a new file, while nobody else can
  /// write, closes the old one, and has the settings name the new one from then on.
  ///
  /// A dry run copies as well, and takes the copy away again.
  public func moveStore(
    to database: String, isDryRun: Bool = false, control: Control = Control()
  ) throws -> StoreCopy {
    let place = Workspace.place(of: database, in: folder)
    guard !isDryRun else {
      return try store.rehearseCopy(to: place, at: now) { try control.copied($0) }
    }
    let path = folder + "/" + Workspace.settingsFile
    let text = WorkspaceSettings.naming(
      database: try Store.withoutPassword(database), in: try Disk.text(at: path))
    let copy = try store.move(to: place, at: now) { try control.copied($0) }
    try Disk.write(text, to: path)
    return copy
  }
}

extension StoreFault {
  /// Whether it says that what was to be read is no whole store.
  fileprivate var isOfTheFile: Bool {
    switch self {
    case .corrupt, .notAStore, .copyDiffers, .constraint, .unfinished, .unreadable: true
    default: false
    }
  }
}

extension Control {
  fileprivate func copied(_ rows: Int64) throws {
    try checkStop()
    progress(Progress(done: rows, unit: ImportWords.rows))
  }
}
