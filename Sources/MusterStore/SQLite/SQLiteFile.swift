import Glibc

/// The file of a store on SQLite.
enum SQLiteFile {
  /// Makes an empty file that only its owner may read and write.
  ///
  /// SQLite gives its `-wal` and `-shm` files the same permissions.
  static func create(at path: String) throws {
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? StoreFault.exists(path: path) : StoreFault.cannotCreate(path: path, code: errno)
    }
    close(descriptor)
  }

  /// Removes the file at `path`, where there is one.
  static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  /// Removes the store at `path` and what SQLite keeps beside it, where there is one.
  static func removeStore(_ path: String) {
    for end in companions { remove(path + end) }
  }

  /// What the names of a store's files end in.
  private static let companions = ["", "-wal", "-shm"]

  /// The file at `path` in SQLite's words for one that does not change while it is read.
  static func immutable(_ path: String) -> String {
    let plain = path.replacing("%", with: "%25").replacing("?", with: "%3f")
      .replacing("#", with: "%23")
    return "file:\(plain)?immutable=1"
  }

  /// Whether there is anything at `path`, be it a folder.
  static func isTaken(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// `name`, or, where that is taken, the same with the first number from 2 that is not.
  static func freeName(_ name: String) -> String {
    var free = name
    var number = 2
    while companions.contains(where: { isTaken(free + $0) }) {
      free = "\(name)-\(number)"
      number += 1
    }
    return free
  }

  /// `path` from the root; its folder must be there.
  static func fullPath(of path: String) throws -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    guard let full = unsafe realpath(folder(of: path), nil) else {
      throw StoreFault.cannotCreate(path: path, code: errno)
    }
    defer { unsafe free(full) }
    let root = unsafe String(cString: full)
    return (root == "/" ? "" : root) + "/" + name
  }

  /// Throws ``StoreFault/busy`` where another process writes to the store at `path` for longer than
  /// `patience` seconds; one that is damaged beyond opening is nobody's to write.
  static func refuseWhereBusy(_ path: String, patience: Double = Store.patience) throws {
    do {
      let engine = try SQLiteEngine(path: path, patience: patience)
      try engine.make { _ in }
      try engine.close()
    } catch StoreFault.busy {
      throw StoreFault.busy
    } catch {}
  }

  /// Gives the store at `path` and what SQLite keeps beside it the name `newPath`.
  static func moveStore(_ path: String, to newPath: String) throws {
    for end in companions where facts(of: path + end) != nil {
      try move(path + end, to: newPath + end)
    }
  }

  /// Gives the file at `path` the name `newPath`, in place of what has it, for good: the folder is
  /// on the disk when this returns.
  static func move(_ path: String, to newPath: String) throws {
    guard unsafe rename(path, newPath) == 0 else {
      throw StoreFault.cannotCreate(path: newPath, code: errno)
    }
    let descriptor = unsafe open(folder(of: newPath), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Some file systems have no such thing, and write names at once.
    _ = fsync(descriptor)
    close(descriptor)
  }

  /// The size in bytes and the permission bits of the file at `path`; nil where there is none.
  static func facts(of path: String) -> (bytes: Int64, permissions: Int)? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (Int64(status.st_size), Int(status.st_mode & 0o777))
  }

  /// Whether something was written to the journal of the file at `path` and is not yet in it.
  static func hasJournal(_ path: String) -> Bool {
    facts(of: path + "-wal").map { $0.bytes > 0 } ?? false
  }

  /// Whether this user may write to the file at `path` and make others beside it.
  static func isWritable(_ path: String) -> Bool {
    unsafe access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
  }

  /// What changes of a file whenever somebody writes to it.
  struct Stillness: Equatable {
    let node: UInt64
    let bytes: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  /// What the file at `path` is like now; nil where there is none.
  static func stillness(of path: String) -> Stillness? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return Stillness(
      node: UInt64(status.st_ino), bytes: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  /// The folder that the file at `path` is in.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }
}
